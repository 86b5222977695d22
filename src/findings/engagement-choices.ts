import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import type { Study } from "../study/study.js";
import { type PerPost, perPost } from "./per-post.js";
import { windowDays, windowPosts } from "./window-posts.js";

/** The choices in counting engagement that a corpus allows to be made otherwise; the first is the papers'. */
export const waysOfCounting = {
  papers: "as the papers count",
  ownRetweets: "own retweets in the means",
  textsOnly: "without quotes and replies",
  lastDay: "last day cut at its midnight",
  amplificationWindow: "to the end of the amplification window",
} as const;

/** What engagement comes to under one way of counting. */
export interface EngagementChoice extends PerPost {
  choice: (typeof waysOfCounting)[keyof typeof waysOfCounting];
  group: PrincipalGroup;
  platform: Platform;
  /** Posts in the denominator of the means. */
  posts: number;
  likes: number;
  replies: number;
  shares: number;
  /** Likes over the likes as the papers count; null where those are none. */
  likesRatio: number | null;
  /** Likes for each post over the same as the papers count. */
  likesPerPostRatio: number | null;
}

/**
 * Engagement under each way of counting that the corpus allows: what each of the papers' choices changes.
 *
 * - Own retweets in the means: they draw nothing, so that every mean falls.
 * - Without quotes and replies: only what the accounts wrote of their own.
 * - Last day cut at its midnight: what comparing an instant with a bare date does.
 * - To the end of the amplification window: the window in which retweets were counted one by one.
 *
 * The corpus holds the last sighting of each post and reactions already summed, so that earlier sightings, single
 * reactions and quotes apart from retweets cannot be asked for.
 */
export async function engagementChoices(corpus: Corpus, study: Study): Promise<EngagementChoice[]> {
  const rows = await corpus.rows<ChoiceSums>(choiceSums, {
    ...windowDays(study.postingWindow),
    amplifiedTo: study.amplificationWindow.to,
    ...waysOfCounting,
  });
  const counted = rows.map((row) => ({ ...row, ...perPost(row.posts, row) }));
  const asPapers = counted.filter(({ choice }) => choice === waysOfCounting.papers);
  return counted.map((row) => {
    const papers = asPapers.find(({ group, platform }) => group === row.group && platform === row.platform);
    return {
      ...row,
      likesRatio: ratio(row.likes, papers?.likes),
      likesPerPostRatio: ratio(row.likesPerPost, papers?.likesPerPost),
    };
  });
}

function ratio(value: number | null, of: number | null | undefined): number | null {
  return value !== null && of ? value / of : null;
}

type ChoiceSums = Omit<EngagementChoice, keyof PerPost | "likesRatio" | "likesPerPostRatio">;

const choiceSums = `
  with ${windowPosts},
    counted as (
      select account_id, kind, created_at <= $to::date as before_midnight,
             created_at < $amplifiedTo::date + 1 as in_amplification_window, count(*) as posts,
             sum(likes) filter (where kind <> 'retweet') as likes,
             sum(replies) filter (where kind <> 'retweet') as replies,
             sum(shares) filter (where kind <> 'retweet') as shares
      from window_posts group by account_id, kind, before_midnight, in_amplification_window),
    choices(rank, choice) as (
      values (1, $papers), (2, $ownRetweets), (3, $textsOnly), (4, $lastDay), (5, $amplificationWindow))
  select choice, "group", platform,
         coalesce(sum(posts) filter (where kind <> 'retweet' or choice = $ownRetweets), 0)::bigint as posts,
         coalesce(sum(likes), 0)::bigint as likes, coalesce(sum(replies), 0)::bigint as replies,
         coalesce(sum(shares), 0)::bigint as shares
  from counted join audited using (account_id) cross join choices
  where case choice when $textsOnly then kind = 'text'
                    when $lastDay then before_midnight
                    when $amplificationWindow then in_amplification_window
                    else true end
  group by rank, choice, "group", platform order by rank, "group", platform`;
