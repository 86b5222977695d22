import type { PartOf } from "../../corpus/workshop.js";
import type { DayWindow } from "../../study/study.js";
import type { UtcDay } from "../../study/time.js";

/** What posts do to others, in the order in which one counts before the other. */
const verbs = ["reply", "quote", "retweet"] as const;

/**
 * What each post acts on, a row a post and way of acting, with author and time of what it acts on: from the post acted on where it was
 * seen, else as the post says.
 */
export function acts(part: PartOf): string {
  const each = verbs.map(
    (verb) => `
      select platform, post_id, '${verb}' as verb, ${verb}_id as target_id, ${verb}_account as account, ${verb}_at as at
      from seen where is_${verb} and ${part(`coalesce(${verb}_id, '')`)}`,
  );
  return `
    select a.platform, a.post_id, a.verb, a.target_id, coalesce(p.account_id, a.account) as author,
           coalesce(p.created_at, a.at) as target_at
    from (${each.join(" union all ")}) a
    left join (from principals_posts where ${part("post_id")}) p on p.platform = a.platform and p.post_id = a.target_id`;
}

/** The act of a post that counts. */
function firstBy(order: readonly string[]): string {
  const ranks = order.map((verb, rank) => `when '${verb}' then ${rank}`).join(" ");
  return `qualify row_number() over (partition by t.platform, t.post_id order by case t.verb ${ranks} end) = 1`;
}

/**
 * What others did with principals' posts. Of several things at once a reply counts before a quote and a quote before a retweet, as in the
 * papers: a retweet of somebody's quote of a principal thus counts as a quote, which it passes on, though its text is not the
 * retweeter's. What principals do with each other's posts is among their posts.
 *
 * A reply must answer a post: a mention at the beginning, which the platform sends as a reply to the account, is none.
 *
 * @param leftOut a day of which only midnight is kept, as the papers' code does with the last one; null to keep every day whole
 */
export function events(leftOut: UtcDay | null): (part: PartOf) => string {
  const isKept =
    leftOut === null ? "true" : `not (s.created_at > date '${leftOut}' and s.created_at < date '${leftOut}' + 1)`;
  return (part) => `
    select s.platform, s.post_id, s.account_id, s.created_at, t.verb as kind, t.author as principal_id,
           t.target_id, t.target_at, s.text
    from (from seen where ${part("post_id")}) s
    join (select t.* from acts t join audited p on p.platform = t.platform and p.account_id = t.author
          where t.target_id is not null and ${part("t.post_id")} ${firstBy(verbs)}) t
      on t.platform = s.platform and t.post_id = s.post_id
    anti join audited a on a.platform = s.platform and a.account_id = s.account_id
    where ${isKept}`;
}

/**
 * Posts of principals within the study's windows. Older ones come along with whatever amplifies them, so that only the amplified would
 * be there. What a principal retweets it does not quote: the quote is that of the retweeted post. Whom it wrote to is kept by id; a handle
 * alone would name somebody.
 */
export function ownPosts({ from, to }: DayWindow): (part: PartOf) => string {
  return (part) => `
    select s.platform, s.post_id, s.account_id, s.created_at, coalesce(t.verb, 'text') as kind, t.target_id,
           case when not starts_with(t.author, '@') then t.author end as target_author,
           case when not s.is_retweet then c.likes end as likes, case when not s.is_retweet then c.replies end as replies,
           case when not s.is_retweet then c.shares end as shares, s.language, s.text
    from (from seen where ${part("post_id")} and created_at >= date '${from}' and created_at < date '${to}' + 1) s
    join audited a on a.platform = s.platform and a.account_id = s.account_id
    left join (select t.* from acts t where ${part("t.post_id")} ${firstBy(["reply", "retweet", "quote"])}) t
      on t.platform = s.platform and t.post_id = s.post_id
    left join (from last_counts where ${part("post_id")}) c on c.platform = s.platform and c.post_id = s.post_id`;
}
