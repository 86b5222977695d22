/**
 * Common table `window_retweets`: the retweets of principals in a window, with the principal's group. The parameters are
 * those of `windowDays` (`window-posts.ts`).
 *
 * A retweet counts by its own time; what was retweeted may be older than the window. The last day counts to its last
 * second: the papers' comparison with the bare date drops all of it but midnight. Retweets that principals send each other
 * are among the principals' posts and not here, unless the source lists them as amplifications.
 */
export const windowRetweets = `
  window_retweets as (
    select a.amplification_id, a.account_id, a.principal_id, a.created_at, a.target_created_at, p.group
    from amplifications a join principals p on p.account_id = a.principal_id
    where a.kind = 'retweet' and a.created_at >= $from::date and a.created_at < $to::date + 1)`;

/**
 * Common table `diplomat_lags`: each retweet of a diplomat in the window with the `seconds` since the same account's
 * retweet of a diplomat before it, and the `delay` in seconds since the retweeted post. Goes after `windowRetweets`.
 *
 * The first retweet of an account in the window has no lag. Two within the same second lie 0 apart; the id decides which
 * is the first. A retweet cannot be older than its post: where the source says so, the delay is unknown.
 */
export const diplomatLags = `
  diplomat_lags as (
    select account_id,
           (epoch_us(created_at) - lag(epoch_us(created_at)) over (
             partition by account_id order by created_at, amplification_id)) / 1e6 as seconds,
           case when target_created_at <= created_at
                then (epoch_us(created_at) - epoch_us(target_created_at)) / 1e6 end as delay
    from window_retweets where "group" = 'diplomat')`;
