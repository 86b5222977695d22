import type { Series } from "danfojs-node";
import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { diplomatPosts, inPostingWindow, onTwitter } from "./posting-volumes.js";

/** What the posts of some accounts drew in all. */
export interface Drawn {
  likes: number;
  replies: number;
  shares: number;
}

/**
 * Likes, replies and shares of the diplomats' tweets, added up with a data frame. Own retweets need no rule here: their
 * counts are empty in the corpus.
 *
 * @example
 * await drawnByDataFrame(corpus, oii2021); // { likes: 7000000, replies: 1000000, shares: 1300000 }
 */
export async function drawnByDataFrame(corpus: Corpus, study: Study): Promise<Drawn> {
  const posts = await diplomatPosts(corpus, ["account_id", "created_at", "likes", "replies", "shares"]);
  if (posts.shape[0] === 0) return { likes: 0, replies: 0, shares: 0 };
  const counted = inPostingWindow(posts, study).and(await onTwitter(corpus, posts));
  const once = counted.map((holds: boolean) => (holds ? 1 : 0)) as Series;
  const sumOf = (column: string) => {
    const numbers = posts.column(column).map((value: number | "") => (value === "" ? 0 : value)) as Series;
    return numbers.mul(once).sum();
  };
  return { likes: sumOf("likes"), replies: sumOf("replies"), shares: sumOf("shares") };
}

/** The second opinion on the claims of engagement: claim to number; none where nothing was drawn. */
export async function engagementByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { likes, replies, shares } = await drawnByDataFrame(corpus, study);
  return likes + replies + shares === 0 ? {} : { V3: likes, V4: replies, V5: shares };
}
