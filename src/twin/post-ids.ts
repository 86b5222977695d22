import type { Posts } from "./posts.js";
import type { TwinPrincipal } from "./principals.js";
import { tweetId } from "./snowflake.js";

/**
 * The id of a post: a tweet's agrees with its time, a Facebook post's is that of its page and a number of its own.
 *
 * Tweets are numbered by their rows; tweets made elsewhere must count on from `posts.count` to stay apart from these.
 *
 * @example
 * postId(posts, row, principals[posts.principal[row]]); // "1292757836906668039"
 */
export function postId(posts: Posts, row: number, { account }: TwinPrincipal): string {
  const time = posts.time[row] as number;
  if (account.platform === "twitter") return tweetId(time, row);
  return `${account.account_id}_${time / 1000}${String(row).padStart(8, "0")}`;
}
