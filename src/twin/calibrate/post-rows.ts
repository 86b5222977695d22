import { postTotals } from "../post-totals.js";
import { audienceBits, londonBit } from "./audiences.js";
import { type CalibrationRow, met, totalAt } from "./row.js";
import type { TwinParts } from "./twin-parts.js";

/** Sums over the posts of some principals. Own retweets are posts and carry no engagement. */
export interface PostSums {
  posts: number;
  likes: number;
  replies: number;
  shares: number;
}

/** Posts and engagement of each group and platform in the posting window, and of the spokesperson. */
export function postRows(twin: TwinParts): CalibrationRow[] {
  const { principals, scale } = twin;
  const bits = audienceBits(principals);
  const chosen = (group: string, platform?: string) => (at: number) =>
    principals[at]?.principal.group === group && (!platform || principals[at]?.account.platform === platform);
  const london = postSums(twin, (at) => ((bits[at] ?? 0) & londonBit) !== 0);
  const diplomats = postSums(twin, chosen("diplomat", "twitter"));
  const pages = postSums(twin, chosen("diplomat", "facebook"));
  const media = postSums(twin, chosen("state_media"));
  const speaker = postSums(twin, (at) => principals[at]?.account.handle === "twin_ministry_spokesperson");
  const { diplomatsOnTwitter, diplomatsOnFacebook, mediaOnTwitter, mediaOnFacebook, spokesperson } = postTotals;
  const row = (claim: string, quantity: string, target: number, reached: number) =>
    met({ claim, quantity, how: "sum over posts, own retweets without engagement" }, Math.round(target), reached);
  const ofDiplomats = (claim: string, name: keyof PostSums) =>
    row(
      claim,
      `${name} of diplomats on Twitter`,
      totalAt(diplomatsOnTwitter[name], london[name], scale),
      diplomats[name],
    );
  const mediaTotal = (name: keyof PostSums) => mediaOnTwitter[name] + mediaOnFacebook[name];
  return [
    ofDiplomats("V1", "posts"),
    ofDiplomats("V3", "likes"),
    ofDiplomats("V4", "replies"),
    ofDiplomats("V5", "shares"),
    row("V6", "posts of diplomats on Facebook", diplomatsOnFacebook.posts * scale, pages.posts),
    row("V8 V12", "posts of state media", mediaTotal("posts") * scale, media.posts),
    row("V9", "likes of state media", mediaTotal("likes") * scale, media.likes),
    row(
      "V10",
      "replies and shares of state media",
      (mediaTotal("replies") + mediaTotal("shares")) * scale,
      media.replies + media.shares,
    ),
    row("V19", "posts of the spokesperson", spokesperson.posts * scale, speaker.posts),
    row("V19", "shares of the spokesperson", spokesperson.shares * scale, speaker.shares),
  ];
}

/** Sums over the posts of the chosen principals, all of them or those that a filter on the row lets through. */
export function postSums(
  { posts, principals }: Pick<TwinParts, "posts" | "principals">,
  chosen: (principal: number) => boolean,
  counts: (post: number) => boolean = () => true,
): PostSums {
  const sums: PostSums = { posts: 0, likes: 0, replies: 0, shares: 0 };
  for (let principal = 0; principal < principals.length; principal += 1) {
    if (!chosen(principal)) continue;
    const end = posts.start[principal + 1] ?? 0;
    for (let post = posts.start[principal] ?? 0; post < end; post += 1) {
      if (!counts(post)) continue;
      sums.posts += 1;
      sums.likes += Math.max(0, posts.likes[post] ?? 0);
      sums.replies += Math.max(0, posts.replies[post] ?? 0);
      sums.shares += Math.max(0, posts.shares[post] ?? 0);
    }
  }
  return sums;
}
