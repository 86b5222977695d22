import type { PartOf } from "../../corpus/workshop.js";

/**
 * One row a post, whichever sightings there are of it and in whatever order they came: that with the whole text before one cut short,
 * that which knows most of what it acts on, that with the longer text. Those that are still alike are told apart by a hash of what they
 * say, so that chance decides nothing.
 */
export function seenPosts(part: PartOf): string {
  return `
    select * exclude (line, own, file, file_number, is_byte) from posts_by_id where ${part("post_id")}
    qualify row_number() over (
      partition by platform, post_id
      order by whole desc,
        (retweet_account is not null)::int + (quote_account is not null)::int + (reply_account is not null)::int desc,
        (retweet_id is not null)::int + (quote_id is not null)::int + (reply_id is not null)::int desc,
        length(text) desc nulls last,
        hash(text, created_at, account_id, retweet_id, quote_id, reply_id, retweet_account, quote_account, reply_account,
          language)) = 1`;
}

/** What the principals posted, at any time: what can be amplified. */
export function principalsPosts(part: PartOf): string {
  return `
    select s.platform, s.post_id, s.account_id, s.created_at
    from seen s join audited p on p.platform = s.platform and p.account_id = s.account_id where ${part("s.post_id")}`;
}

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

/** Rows of the table `posts`, with the ids of principals' posts in clear. */
export const postRows = `
  select coalesce(k.clear_id, o.post_id) as post_id, o.account_id, o.created_at, o.kind,
         coalesce(kt.clear_id, o.target_id) as target_post_id, o.target_author as target_account_id,
         o.likes, o.replies, o.shares, o.language, o.text
  from own_posts o
  left join clear_ids k on k.post_id = o.post_id
  left join clear_ids kt on kt.post_id = o.target_id`;

/** Rows of the table `amplifications`. A retweet has no text of its own. */
export const amplificationRows = `
  select e.post_id as amplification_id, e.kind, e.account_id, e.principal_id,
         coalesce(k.clear_id, e.target_id) as target_post_id, e.created_at, e.target_at as target_created_at,
         case when e.kind <> 'retweet' then e.text end as text
  from events e
  left join clear_ids k on k.post_id = e.target_id`;
