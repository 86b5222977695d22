import type { Study } from "../study/study.js";
import { apportion } from "./apportion.js";
import { logNormal } from "./draws.js";
import { type OrdinaryGroup, ordinaryGroups, postGroups } from "./post-groups.js";
import { kindsOf, streamOf } from "./post-kinds.js";
import {
  type Engagement,
  londonScale,
  londonTotals,
  ordinaryTotals,
  type PostCounts,
  postTotals,
  scaledCounts,
  scaledEngagement,
} from "./post-totals.js";
import type { TwinPrincipal } from "./principals.js";
import { bounds } from "./rhythm.js";

/** What one principal posts from one moment to another (the last not included), and what comes back for it in all. */
export interface Stretch {
  from: number;
  to: number;
  counts: PostCounts;
  engagement: Engagement;
}

export interface PlanOptions {
  seed: number;
  scale: number;
  study: Study;
}

/** How unequal the principals of a group are: the spread of the lognormal volumes and of the levels of engagement. */
const volumeSpread = 1.15;
const levelSpread = 0.7;

/**
 * The stretches of every principal, in order of time. London has two, so that the amplification window holds exactly what was
 * published; all others have one.
 */
export function planPosts(principals: TwinPrincipal[], options: PlanOptions): Stretch[][] {
  const groups = postGroups(principals);
  const plans: Stretch[][] = principals.map(() => []);
  const { ambassador, embassy, spokesperson } = groups;
  plans[ambassador] = londonStretches(principals, ambassador, londonTotals.ambassador, options);
  plans[embassy] = londonStretches(principals, embassy, londonTotals.embassy, options);
  const { posts, ...engagement } = postTotals.spokesperson;
  plans[spokesperson] = [
    {
      ...activeSpan(principals, spokesperson, options),
      counts: kindsOf(
        Math.max(1, Math.round(posts * options.scale)),
        "diplomatsOnTwitter",
        streamOf(principals[spokesperson], "kinds", options.seed),
      ),
      engagement: scaledEngagement(engagement, options.scale),
    },
  ];
  for (const group of ordinaryGroups) planGroup(principals, groups[group], group, options, plans);
  return plans;
}

function londonStretches(
  principals: TwinPrincipal[],
  number: number,
  totals: (typeof londonTotals)["ambassador" | "embassy"],
  options: PlanOptions,
): Stretch[] {
  const { from, to } = activeSpan(principals, number, options);
  const cut = bounds(options.study.amplificationWindow).to;
  if (from >= cut) {
    const { handle, created_at } = (principals[number] as TwinPrincipal).account;
    throw new Error(`${handle} was created after the amplification window: ${created_at}; it cannot have posted in it`);
  }
  const factor = londonScale(options.scale);
  const stretch = ({ counts, ...engagement }: (typeof totals)["window" | "after"]) => ({
    counts: scaledCounts(counts, factor),
    engagement: scaledEngagement(engagement, factor),
  });
  return [
    { from, to: cut, ...stretch(totals.window) },
    { from: cut, to, ...stretch(totals.after) },
  ];
}

/** The part of the posting window in which the account existed. */
function activeSpan(principals: TwinPrincipal[], number: number, { study }: PlanOptions): { from: number; to: number } {
  const window = bounds(study.postingWindow);
  const created = Date.parse(principals[number]?.account.created_at ?? study.postingWindow.from);
  return { from: Math.max(window.from, created), to: window.to };
}

/** Gives every member one post and the rest of the group's by heavy-tailed volume; engagement by level and volume. */
function planGroup(
  principals: TwinPrincipal[],
  members: number[],
  group: OrdinaryGroup,
  options: PlanOptions,
  plans: Stretch[][],
): void {
  const totals = ordinaryTotals(group, options.scale);
  const window = bounds(options.study.postingWindow);
  const spans = members.map((number) => activeSpan(principals, number, options));
  const volumes = members.map((number, at) => {
    const { from, to } = spans[at] as { from: number; to: number };
    const volume = logNormal(streamOf(principals[number], "volume", options.seed), volumeSpread);
    return (volume * (to - from)) / (window.to - window.from);
  });
  const further = apportion(Math.max(0, totals.posts - members.length), volumes);
  const counts = members.map((number, at) =>
    kindsOf(1 + (further[at] as number), group, streamOf(principals[number], "kinds", options.seed)),
  );
  const engagement = shareEngagement(principals, members, counts, totals, options);
  members.forEach((number, at) => {
    plans[number] = [{ ...spans[at], counts: counts[at], engagement: engagement[at] } as Stretch];
  });
}

/** More followers bring more, by their square root; the rest of the difference between accounts is chance. */
function shareEngagement(
  principals: TwinPrincipal[],
  members: number[],
  counts: PostCounts[],
  totals: Engagement,
  options: PlanOptions,
): Engagement[] {
  const likes = new Float64Array(members.length);
  const replies = new Float64Array(members.length);
  const shares = new Float64Array(members.length);
  members.forEach((number, at) => {
    const random = streamOf(principals[number], "level", options.seed);
    const { text, quote, reply, thread } = counts[at] as PostCounts;
    const followers = principals[number]?.account.followers ?? 1;
    const level = (text + quote + reply + thread) * Math.sqrt(followers) * logNormal(random, levelSpread);
    likes[at] = level;
    replies[at] = level * logNormal(random, 0.4);
    shares[at] = level * logNormal(random, 0.3);
  });
  const given = [apportion(totals.likes, likes), apportion(totals.replies, replies), apportion(totals.shares, shares)];
  return members.map((_, at) => {
    const [like = 0, answer = 0, share = 0] = given.map((column) => column[at] as number);
    return { likes: like, replies: answer, shares: share };
  });
}
