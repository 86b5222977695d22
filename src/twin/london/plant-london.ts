import type { Study } from "../../study/study.js";
import type { Amplifiers } from "../amplifiers.js";
import type { Events } from "../events.js";
import type { Posts } from "../posts.js";
import type { TwinPrincipal } from "../principals.js";
import { type RandomStream, randomStream } from "../random.js";
import { bounds } from "../rhythm.js";
import { type WeekOfPosts, weeklyActivity } from "./activity.js";
import { plantAggregators } from "./aggregators.js";
import { actAsAudience, actElsewhere } from "./audience.js";
import { benchmarkSample } from "./benchmark-sample.js";
import { plantCritics } from "./critics.js";
import { Elsewhere } from "./elsewhere.js";
import { plantFanClub } from "./fan-club.js";
import { plantFans } from "./fans.js";
import { plantFriends } from "./friends.js";
import { plantHyperactive } from "./hyperactive.js";
import { places } from "./lanes.js";
import type { Member } from "./member.js";
import { makeMembers } from "./members.js";
import { actAsNetwork } from "./network.js";
import { londonNumbers } from "./numbers.js";
import { londonPeriods } from "./periods.js";
import { Planter } from "./planter.js";
import { plantPupils } from "./pupils.js";
import { plantSpamRing } from "./spam-ring.js";
import { Stage } from "./stage.js";
import { type Targets, targetsOf } from "./targets.js";
import { weeklyPlan } from "./weekly-plan.js";

/** What London's part is planted into, and how. */
export interface LondonOptions {
  principals: readonly TwinPrincipal[];
  posts: Posts;
  /** Accounts and events are added to these. */
  amplifiers: Amplifiers;
  events: Events;
  seed: number;
  /** Size of everything outside London; London shrinks below 0.05. */
  scale: number;
  /** Share of coordinated actions that a member joins, 0 to 1; at 0 there is no network. */
  effort: number;
  study: Study;
}

/** What was planted; accounts as their numbers among the amplifiers. */
export interface LondonPlan {
  /** The network, in no particular order. */
  members: number[];
  /** London's ordinary audience. */
  audience: number[];
  /** Non-members matched to the members by how much they did. */
  benchmark: number[];
  /** Own posts by week of the members and the benchmark, sorted by account and week. */
  activity: WeekOfPosts[];
}

/**
 * Plants everything around London: the network of 62, the ordinary audience that brings each week to its total, and the
 * groups that look coordinated and aren't.
 *
 * At scale 0.05 and more, retweets and replies by others sum to the published totals at every effort, and so do the retweets
 * by accounts suspended on 1 March; the network's own totals hold at effort 1.
 *
 * @throws RangeError for an effort outside 0..1 or a scale that is not above 0
 * @throws Error if one of London's accounts is missing or has no posts in the amplification window
 * @example
 * plantLondon({ principals, posts, amplifiers, events, seed: 2021, scale: 1, effort: 1, study: oii2021 }).members; // 62 numbers
 */
export function plantLondon(options: LondonOptions): LondonPlan {
  const { principals, posts, amplifiers, events, seed, scale, effort, study } = options;
  if (!(effort >= 0 && effort <= 1)) throw new RangeError(`effort is a share of 0 to 1: ${effort}`);
  const random = (part: string) => randomStream(seed, `london/${part}`);
  const numbers = londonNumbers(scale);
  const periods = londonPeriods(study);
  const targets = londonTargets(options, numbers.part, random("targets"));
  const stage = new Stage({ amplifiers, events, periods, targets });
  const plans = weeklyPlan(numbers, periods, targets, random("weeks"));
  const window = bounds(study.amplificationWindow);
  const members = effort > 0 ? makeMembers(numbers, window.from, amplifiers, random("members")) : [];
  actAsNetwork(stage, numbers, plans, members, effort, random("network"));

  const elsewhere = new Elsewhere(
    principals,
    targets.map(({ principal }) => principal),
    posts,
    events,
    window,
  );
  const planter = new Planter({ stage, plans, elsewhere, part: numbers.part, scale });
  plantHardNegatives(planter, study, seed, random);
  const people = actAsAudience(stage, numbers, plans, random("audience"));
  actElsewhere(people, elsewhere, scale, random("audience elsewhere"));
  membersElsewhere(members, stage, elsewhere, scale, random("members elsewhere"));

  const numbered = members.map(({ amplifier }) => amplifier);
  const benchmark = benchmarkSample(stage, numbered, random("benchmark"));
  return {
    members: numbered,
    audience: people.map(({ amplifier }) => amplifier),
    benchmark,
    activity: weeklyActivity(stage, study, members, benchmark, random("activity")),
  };
}

function londonTargets(
  { principals, posts, study }: LondonOptions,
  part: number,
  random: RandomStream,
): [Targets, Targets] {
  const { from: windowFrom } = bounds(study.amplificationWindow);
  const [ambassador, embassy] = places.map((handle, place) => {
    const at = principals.findIndex(({ account }) => account.platform === "twitter" && account.handle === handle);
    const createdAt = Date.parse(principals[at]?.account.created_at ?? "");
    const older = Math.round((place === 0 ? 400 : 120) * part);
    const targets = targetsOf({ principal: at, createdAt, posts, windowFrom, older }, random);
    if (at < 0 || targets.post.length === targets.firstPost)
      throw new Error(`no posts of ${handle}; London needs them`);
    return targets;
  }) as [Targets, Targets];
  return [ambassador, embassy];
}

function plantHardNegatives(
  planter: Planter,
  study: Study,
  seed: number,
  random: (part: string) => RandomStream,
): void {
  const { from } = bounds(study.amplificationWindow);
  plantFriends(planter, from, random("friends"));
  plantFanClub(planter, study, seed, random("fan club"));
  plantPupils(planter, random("pupils"));
  plantCritics(planter, from, random("critics"));
  plantSpamRing(planter, random("spam ring"));
  plantAggregators(planter, from, random("aggregators"));
  plantHyperactive(planter, from, random("hyperactive"));
  plantFans(planter, from, random("fans"));
}

/** Most members have eyes for London only; a few now and then retweet other diplomats, less often where scale leaves less. */
function membersElsewhere(
  members: readonly Member[],
  { events }: Stage,
  elsewhere: Elsewhere,
  scale: number,
  random: RandomStream,
): void {
  const outside = Math.min(1, Math.sqrt(scale));
  const actions = new Map(members.map(({ amplifier }) => [amplifier, 0]));
  for (let event = 0; event < events.count; event += 1) {
    const amplifier = events.amplifier.at(event);
    const count = actions.get(amplifier);
    if (count !== undefined) actions.set(amplifier, count + 1);
  }
  for (const { amplifier, from, until, elsewhere: share } of members) {
    const wanted = Math.floor((actions.get(amplifier) ?? 0) * share * outside + random.fraction());
    for (let done = 0; done < wanted; done += 1) elsewhere.retweetSomething(amplifier, from, until, random);
  }
}
