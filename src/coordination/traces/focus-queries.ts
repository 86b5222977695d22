/** Diplomats on Twitter posted to `$country`. */
export const focusSql = `
  select p.account_id as id from principals p join accounts a using (account_id)
  where p.group = 'diplomat' and p.country = $country and a.platform = 'twitter'
  order by id`;

/**
 * Common table `amplified`: amplifications in the window, their texts left out. The last day counts to its last second.
 */
const amplified = `
  amplified as (
    select amplification_id, kind, account_id, principal_id, created_at from amplifications
    where created_at >= $from::date and created_at < $to::date + 1)`;

/**
 * The accounts that amplified a focus principal (ids in `$focus`) and are no principals, with all that they amplified.
 */
export const poolSql = `
  with ${amplified},
  focus as (select unnest(string_split($focus, ',')) as principal_id),
  pool as (
    select distinct account_id from amplified
    where principal_id in (select principal_id from focus)
      and account_id not in (select account_id from principals)),
  acted as (
    select e.account_id, min(e.created_at) as first_at, count(distinct e.principal_id) as principals,
           count(*) filter (p.group = 'diplomat') as amplifications,
           count(*) filter (p.group = 'diplomat' and e.kind = 'retweet') as retweets,
           count(*) filter (e.kind = 'retweet' and e.principal_id in (select principal_id from focus)) as focus
    from amplified e join pool using (account_id) join principals p on p.account_id = e.principal_id
    group by e.account_id)
  select account_id as id, epoch_us(a.created_at) / 1e6 as created, epoch_us(first_at) / 1e6 as first,
         amplifications, retweets, focus, principals
  from acted join accounts a using (account_id)
  order by id`;

/** Amplifications of the focus principals by the same accounts. */
export const eventsSql = `
  select account_id as account, kind, target_post_id as target, epoch_us(created_at) / 1e6 as seconds,
         epoch_us(target_created_at) / 1e6 as posted, text
  from amplifications
  where created_at >= $from::date and created_at < $to::date + 1
    and principal_id in (select unnest(string_split($focus, ',')))
    and account_id not in (select account_id from principals)
  order by created_at, amplification_id`;

/** Own posts of the focus principals: a retweet is not one. */
export const postsSql = `
  select post_id as id, epoch_us(created_at) / 1e6 as created, text,
         kind = 'reply' and coalesce(target_account_id = account_id, false) as thread
  from posts
  where kind <> 'retweet' and account_id in (select unnest(string_split($focus, ',')))
  order by created_at, post_id`;

/**
 * Longest silence between creation and the first amplification in the window, in days, of each account with a known
 * history. A week with posts counts as active to its end; the week of the first amplification ends the silence. What
 * lies before the first week that the table covers is not known to be silent.
 */
export const historySql = `
  with ${amplified},
  ends as (
    select account_id, min(e.created_at) as first_at, any_value(greatest(
             a.created_at, (select min(week) from activity)::timestamp)) as begun
    from amplified e join accounts a using (account_id)
    where a.created_at is not null and account_id in (select account_id from activity)
    group by account_id),
  spans as (
    select account_id, begun as since, begun as awake from ends
    union all
    select account_id, week::timestamp, least((week + 7)::timestamp, first_at)
    from activity join ends using (account_id) where week + 7 <= first_at::date
    union all
    select account_id, first_at, first_at from ends),
  gaps as (
    select account_id, epoch(since) - epoch(max(awake) over (
             partition by account_id order by since, awake rows between unbounded preceding and 1 preceding)) as seconds
    from spans)
  select account_id as id, greatest(0, max(seconds)) / 86400 as days
  from gaps where seconds is not null
  group by id order by id`;
