import type { TableWriter } from "../corpus/stream.js";
import { postId } from "./post-ids.js";
import { isTextRead, postText } from "./post-text.js";
import { type Posts, postKinds } from "./posts.js";
import type { TwinPrincipal } from "./principals.js";

/**
 * Writes all posts into the table `posts`. A thread post answers the post before it; whom other replies, quotes and retweets
 * of a principal are aimed at is left empty, as the twin has nobody there.
 */
export function appendPosts(table: TableWriter, principals: TwinPrincipal[], posts: Posts, seed: number): void {
  principals.forEach((one, number) => {
    const textRead = isTextRead(one);
    const id = one.account.account_id;
    const language = one.principal.language ?? "en";
    const end = posts.start[number + 1] as number;
    for (let row = posts.start[number] as number; row < end; row += 1) {
      const before = posts.threadOf[row] as number;
      table.append(
        postId(posts, row, one),
        id,
        posts.time[row] as number,
        postKinds[posts.kind[row] as number] ?? null,
        before < 0 ? null : postId(posts, before, one),
        before < 0 ? null : id,
        seen(posts.likes[row]),
        seen(posts.replies[row]),
        seen(posts.shares[row]),
        language,
        textRead ? postText(posts, row, seed) : null,
      );
    }
  });
}

/** A count, or null where the platform gives none. */
function seen(count = -1): number | null {
  return count < 0 ? null : count;
}
