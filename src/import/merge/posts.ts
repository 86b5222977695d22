import type { PartOf } from "../../corpus/workshop.js";
import type { DayWindow } from "../../study/study.js";
import type { UtcDay } from "../../study/time.js";

/**
 * One row a post, whichever sightings there are of it and in whatever order they came: that with the whole text before one cut short,
 * that which knows most of what it acts on, that with the longer text. What is left to chance by then is equal.
 */
export function seenPosts(part: PartOf): string {
  return `
    select * exclude (line, own, file, file_number, is_byte) from posts_by_id where ${part("post_id")}
    qualify row_number() over (
      partition by platform, post_id
      order by whole desc,
        (retweet_account is not null)::int + (quote_account is not null)::int + (reply_account is not null)::int desc,
        (retweet_id is not null)::int + (quote_id is not null)::int + (reply_id is not null)::int desc,
        length(text) desc nulls last, text, created_at, account_id, retweet_id, quote_id, reply_id,
        retweet_account, quote_account, reply_account, language) = 1`;
}

/** What the principals posted, at any time: what can be amplified. */
export const principalsPosts = `
  create table principals_posts as
    select s.platform, s.post_id, s.account_id, s.created_at
    from seen s join audited p on p.platform = s.platform and p.account_id = s.account_id`;

/** Counts as last seen; where nothing says when, or several at once, the highest. */
export function lastCounts(part: PartOf): string {
  return `
    select platform, post_id, likes, replies, shares, own, file_number, line
    from (from counts where ${part("post_id")})
    semi join (from principals_posts where ${part("post_id")}) using (platform, post_id)
    qualify row_number() over (
      partition by platform, post_id
      order by seen_at desc nulls last, likes desc nulls last, replies desc nulls last, shares desc nulls last,
        own desc, file_number, line) = 1`;
}

/** Authors of what a post acts on: from the post acted on where it was seen, else as the post says. */
const withTargets = `
  with_targets as (
    select s.*, coalesce(rp.account_id, s.reply_account) as reply_author, coalesce(rp.created_at, s.reply_at) as reply_time,
           coalesce(qp.account_id, s.quote_account) as quote_author, coalesce(qp.created_at, s.quote_at) as quote_time,
           coalesce(tp.account_id, s.retweet_account) as retweet_author, coalesce(tp.created_at, s.retweet_at) as retweet_time
    from seen s
    left join principals_posts rp on rp.platform = s.platform and rp.post_id = s.reply_id
    left join principals_posts qp on qp.platform = s.platform and qp.post_id = s.quote_id
    left join principals_posts tp on tp.platform = s.platform and tp.post_id = s.retweet_id)`;

/**
 * What others did with principals' posts. Of several things at once a reply counts before a quote and a quote before a retweet, as in the
 * papers: a retweet of somebody's quote of a principal thus counts as a quote, which it passes on, though its text is not the
 * retweeter's. What principals do with each other's posts is among their posts.
 *
 * A reply must answer a post: a mention at the beginning, which the platform sends as a reply to the account, is none.
 *
 * @param leftOut a day of which only midnight is kept, as the papers' code does with the last one; null to keep every day whole
 */
export function events(leftOut: UtcDay | null): string {
  const kept =
    leftOut === null ? "" : `and not (t.created_at > date '${leftOut}' and t.created_at < date '${leftOut}' + 1)`;
  return `
  create table events as
    with ${withTargets}
    select t.platform, t.post_id, t.account_id, t.created_at,
           case when pr.account_id is not null then 'reply' when pq.account_id is not null then 'quote' else 'retweet' end as kind,
           coalesce(pr.account_id, pq.account_id, pt.account_id) as principal_id,
           case when pr.account_id is not null then t.reply_id
                when pq.account_id is not null then t.quote_id else t.retweet_id end as target_id,
           case when pr.account_id is not null then t.reply_time
                when pq.account_id is not null then t.quote_time else t.retweet_time end as target_at,
           t.text
    from with_targets t
    left join audited pr on pr.platform = t.platform and pr.account_id = t.reply_author and t.reply_id is not null
    left join audited pq on pq.platform = t.platform and pq.account_id = t.quote_author and t.quote_id is not null
    left join audited pt on pt.platform = t.platform and pt.account_id = t.retweet_author and t.retweet_id is not null
    anti join audited a on a.platform = t.platform and a.account_id = t.account_id
    where coalesce(pr.account_id, pq.account_id, pt.account_id) is not null ${kept}`;
}

/**
 * Posts of principals within the study's windows. Older ones come along with whatever amplifies them, so that only the amplified would
 * be there.
 */
export function ownPosts({ from, to }: DayWindow): string {
  return `
  create table own_posts as
    with ${withTargets}
    select t.platform, t.post_id, t.account_id, t.created_at,
           case when is_reply then 'reply' when is_retweet then 'retweet' when is_quote then 'quote' else 'text' end as kind,
           case when is_reply then reply_id when is_retweet then retweet_id when is_quote then quote_id end as target_id,
           case when is_reply then ${knownId("reply_author")} when is_retweet then ${knownId("retweet_author")}
                when is_quote then ${knownId("quote_author")} end as target_author,
           case when not is_retweet then c.likes end as likes, case when not is_retweet then c.replies end as replies,
           case when not is_retweet then c.shares end as shares, t.language, t.text
    from with_targets t
    join audited a on a.platform = t.platform and a.account_id = t.account_id
    left join last_counts c on c.platform = t.platform and c.post_id = t.post_id
    where t.created_at >= date '${from}' and t.created_at < date '${to}' + 1`;
}

/** Whom a principal wrote to, by id; a handle alone, which would name somebody, is left out. */
function knownId(column: string): string {
  return `case when not starts_with(${column}, '@') then ${column} end`;
}

/** Rows of the table \`posts\`, with the ids of principals' posts in clear. */
export const postRows = `
  select coalesce(k.clear_id, o.post_id) as post_id, o.account_id, o.created_at, o.kind,
         coalesce(kt.clear_id, o.target_id) as target_post_id, o.target_author as target_account_id,
         o.likes, o.replies, o.shares, o.language, o.text
  from own_posts o
  left join clear_ids k on k.post_id = o.post_id
  left join clear_ids kt on kt.post_id = o.target_id`;

/** Rows of the table \`amplifications\`. */
export const amplificationRows = `
  select e.post_id as amplification_id, e.kind, e.account_id, e.principal_id,
         coalesce(k.clear_id, e.target_id) as target_post_id, e.created_at, e.target_at as target_created_at,
         case when e.kind <> 'retweet' then e.text end as text
  from events e
  left join clear_ids k on k.post_id = e.target_id`;
