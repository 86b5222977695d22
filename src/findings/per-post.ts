/** Means of engagement over posts that can draw any; null where there are none. */
export interface PerPost {
  likesPerPost: number | null;
  repliesPerPost: number | null;
  sharesPerPost: number | null;
}

/**
 * Likes, replies and shares divided by a number of posts.
 *
 * @example
 * perPost(4, { likes: 10, replies: 2, shares: 0 }); // { likesPerPost: 2.5, repliesPerPost: 0.5, sharesPerPost: 0 }
 */
export function perPost(posts: number, sums: { likes: number; replies: number; shares: number }): PerPost {
  const mean = (sum: number) => (posts > 0 ? sum / posts : null);
  return { likesPerPost: mean(sums.likes), repliesPerPost: mean(sums.replies), sharesPerPost: mean(sums.shares) };
}
