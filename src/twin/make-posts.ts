import { giveEngagement } from "./post-engagement.js";
import { streamOf } from "./post-kinds.js";
import { type PlanOptions, planPosts, type Stretch } from "./post-plan.js";
import { stretchPosts } from "./post-stretch.js";
import { allPosts } from "./post-totals.js";
import type { Posts } from "./posts.js";
import type { TwinPrincipal } from "./principals.js";
import { bounds, type Curve, curve, newsOfDays, newsroomHabit, officeHabit } from "./rhythm.js";
import { timeZoneOf } from "./time-zones.js";

const day = 86_400_000;
/** New accounts get under way: from a third of their later pace to all of it in so many days. */
const warmUp = 60 * day;

/**
 * What the principals posted in the posting window, with engagement: 201,382 tweets and 34,041 Facebook posts of diplomats
 * and 714,577 posts of state media at scale 1, every principal at least one.
 *
 * Scale multiplies the posts and engagement of everyone but London, whose two accounts stay whole down to 0.05 and shrink in
 * proportion below. Each principal draws from streams of its own, so nothing depends on the order of the work. About 30
 * bytes a post.
 *
 * @throws Error if London's accounts or the spokesperson are missing, or London's were created after the amplification window
 * @example
 * makePosts(twinPrincipals(2021), { seed: 2021, scale: 1, study: oii2021 }).count; // 950000
 */
export function makePosts(principals: TwinPrincipal[], options: PlanOptions): Posts {
  const plans = planPosts(principals, options);
  const posts = emptyPosts(plans);
  const curves = curvesOf(principals, options);
  plans.forEach((stretches, number) => {
    const streamFor = (part: string) => streamOf(principals[number], part, options.seed);
    let row = posts.start[number] as number;
    stretches.forEach((stretch, at) => {
      const end = row + allPosts(stretch.counts);
      const { time, kind, threadOf } = stretchPosts(curves(number, stretch), stretch.counts, streamFor(`times/${at}`));
      posts.time.set(time, row);
      posts.kind.set(kind, row);
      const first = row;
      posts.threadOf.set(
        threadOf.map((before) => (before < 0 ? -1 : first + before)),
        row,
      );
      giveEngagement(posts, row, end, stretch.engagement, streamFor(`engagement/${at}`));
      row = end;
    });
  });
  return posts;
}

function emptyPosts(plans: Stretch[][]): Posts {
  const start = new Int32Array(plans.length + 1);
  plans.forEach((stretches, number) => {
    const posts = stretches.reduce((sum, { counts }) => sum + allPosts(counts), 0);
    start[number + 1] = (start[number] as number) + posts;
  });
  const count = start[plans.length] as number;
  const principal = new Int32Array(count);
  plans.forEach((_, number) => {
    principal.fill(number, start[number], start[number + 1]);
  });
  return {
    count,
    principal,
    start,
    time: new Float64Array(count),
    kind: new Uint8Array(count),
    threadOf: new Int32Array(count),
    likes: new Int32Array(count),
    replies: new Int32Array(count),
    shares: new Int32Array(count),
  };
}

/** When each principal posts: by the clocks where it is, the week, the news and the account's age. */
function curvesOf(
  principals: TwinPrincipal[],
  { seed, study }: PlanOptions,
): (number: number, stretch: Stretch) => Curve {
  const news = newsOfDays(seed, study.postingWindow);
  const newsFrom = bounds(study.postingWindow).from;
  return (number, { from, to }) => {
    const { account, principal } = principals[number] as TwinPrincipal;
    const created = Date.parse(account.created_at ?? study.postingWindow.from);
    return curve(from, to, {
      habit: principal.group === "state_media" ? newsroomHabit : officeHabit,
      zone: timeZoneOf(principal),
      news,
      newsFrom,
      weightOf: (time) => Math.min(1, 1 / 3 + ((2 / 3) * Math.max(0, time - created)) / warmUp),
    });
  };
}
