import type { Study } from "../../study/study.js";
import type { Amplifiers } from "../amplifiers.js";
import { audienceBits, diplomatBit, mediaBit } from "../calibrate/audiences.js";
import { type Tallies, tallies } from "../calibrate/tallies.js";
import { amplificationTotals } from "../calibration.js";
import type { Events } from "../events.js";
import type { Posts } from "../posts.js";
import type { TwinPrincipal } from "../principals.js";
import { type RandomStream, randomStream } from "../random.js";
import { bounds } from "../rhythm.js";
import { type Activity, activityOf, heavyTailed, limits, places } from "./activity.js";
import { Crowd, type Work } from "./crowd.js";
import { type Fate, otherFate } from "./lives.js";
import { principalQuotas } from "./popularity.js";
import { Quotas } from "./quotas.js";
import { halfShuffled, sample } from "./selection.js";
import { type Shortfall, shortfallOf } from "./shortfall.js";
import { Talk, talksOf } from "./talk.js";
import { type Targets, targetsOf } from "./targets.js";
import { startOf } from "./window.js";

/** What ordinary accounts are added to. */
export interface OrdinaryOptions {
  principals: readonly TwinPrincipal[];
  posts: Posts;
  amplifiers: Amplifiers;
  events: Events;
  seed: number;
  scale: number;
  study: Study;
}

/** The retweets of one audience: how many each account makes, and how many each principal gets. */
interface Audience {
  activity: Activity;
  quotas: { suspended: Quotas; others: Quotas };
  /** Retweets that ordinary accounts give each principal in all. */
  retweets: Int32Array;
}

/** Most retweets of one ordinary account: a number, and a share of what there is to retweet. */
const mostRetweets = 3_000;
const mostOfPosts = 0.2;

/**
 * Adds the ordinary amplifiers of diplomats and state media outside London, with all that they do in the amplification
 * window, so that together with what is there the published totals hold (see `amplificationTotals`): retweets and suspended
 * accounts exactly, the share of the top 1% within 0.3 points.
 *
 * Each account has one place in the events, in no order of time. London's accounts are left as they are. About 8 seconds and
 * 350 MB for 2.9 million events.
 *
 * @throws RangeError when the study has fewer than two status days
 * @example
 * addOrdinary({ principals, posts, amplifiers, events, seed: 2021, scale: 1, study: oii2021 });
 */
export function addOrdinary(options: OrdinaryOptions): void {
  const { principals, posts, amplifiers, events, seed, scale, study } = options;
  const [first, second] = study.statusDays;
  if (first === undefined || second === undefined)
    throw new RangeError("two status days are needed; give the study two");
  const present = tallies(principals, events, amplifiers, study);
  const shortfall = shortfallOf(present, scale);
  const targets = targetsOf(principals, posts, bounds(study.amplificationWindow));
  const audience = (group: "diplomat" | "state_media") => audienceOf(group, { shortfall, present, targets, options });
  const audiences = { diplomat: audience("diplomat"), state_media: audience("state_media") };
  const crowd = new Crowd(
    { amplifiers, events, targets, statusDays: [startOf(first), startOf(second)] },
    randomStream(seed, "ordinary/acts"),
  );
  const talk = new Talk(audiences.diplomat.retweets, scale);
  const random = randomStream(seed, "ordinary/accounts");
  addState("suspended", { crowd, audiences, talk, talks: 0, both: shortfall.suspended.both }, random);
  const retweeters = shortfall.others.diplomat.accounts;
  const talks = retweeters > 0 ? talk.ofRetweeters : 0;
  addState("others", { crowd, audiences, talk, talks, both: shortfall.others.both }, random);
  addTalkers(crowd, talk, random);
}

interface Circumstances {
  shortfall: Shortfall;
  present: Tallies;
  targets: Targets;
  options: OrdinaryOptions;
}

function audienceOf(
  group: "diplomat" | "state_media",
  { shortfall, present, targets, options }: Circumstances,
): Audience {
  const random = randomStream(options.seed, `ordinary/${group}`);
  const bits = audienceBits(options.principals);
  const bit = group === "diplomat" ? diplomatBit : mediaBit;
  const { retweetable } = targets;
  const reach = Float64Array.from(bits, (has, principal) => (has === bit ? retweetable.reach(principal) : 0));
  const [suspended, others] = [shortfall.suspended[group], shortfall.others[group]];
  const quotas = principalQuotas(
    { reach, retweets: { suspended: suspended.retweets, others: others.retweets }, present: present.perPrincipal },
    random,
  );
  const available = reach.reduce(
    (sum, weight, principal) => (weight > 0 ? sum + retweetable.end(principal) - retweetable.first(principal) : sum),
    0,
  );
  const plan = {
    suspended,
    others,
    present: present.perAmplifier[group],
    ...(group === "diplomat" ? { topShare: amplificationTotals.diplomatTopShare } : {}),
    most: Math.max(60, Math.min(mostRetweets, Math.round(available * mostOfPosts))),
  };
  return {
    activity: activityOf(plan, random),
    quotas: { suspended: new Quotas(quotas.suspended), others: new Quotas(quotas.others) },
    retweets: quotas.others.map((count, principal) => count + (quotas.suspended[principal] ?? 0)),
  };
}

interface StateOptions {
  crowd: Crowd;
  audiences: { diplomat: Audience; state_media: Audience };
  talk: Talk;
  /** How many quotes and replies the retweeters of diplomats make. */
  talks: number;
  both: number;
}

/** Adds the accounts of one state: those that retweet diplomats, some of them state media too, then those of media only. */
function addState(state: "suspended" | "others", options: StateOptions, random: RandomStream): void {
  const { crowd, audiences, talk } = options;
  const diplomats = audiences.diplomat.activity[state];
  const media = audiences.state_media.activity[state];
  const work = (group: "diplomat" | "state_media", at: number): Work => {
    const { activity, quotas } = audiences[group];
    return { quotas: quotas[state], retweets: activity[state][at] ?? 0 };
  };
  const fate = (): Fate => (state === "suspended" ? "suspended" : otherFate(random));
  const partner = new Int32Array(diplomats.length).fill(-1);
  const taken = new Uint8Array(media.length);
  const partners = halfShuffled(sample(media.length, options.both, random), random);
  sample(diplomats.length, options.both, random).forEach((account, at) => {
    const other = partners[at] as number;
    partner[account] = other;
    taken[other] = 1;
  });
  const talks = talksOf(options.talks, diplomats.length, random);
  for (let at = 0; at < diplomats.length; at += 1) {
    const other = partner[at] as number;
    const works = other < 0 ? [work("diplomat", at)] : [work("diplomat", at), work("state_media", other)];
    crowd.add(fate(), works, talk, talks[at] ?? 0);
  }
  for (let at = 0; at < media.length; at += 1) {
    if (taken[at] === 0) crowd.add(fate(), [work("state_media", at)], talk, 0);
  }
}

/** Accounts that quote and reply to diplomats and never retweet one; a few of them are suspended too. */
function addTalkers(crowd: Crowd, talk: Talk, random: RandomStream): void {
  const { talkers } = talk;
  const counts = heavyTailed(places(talkers, random), talk.ofTalkers, 1.6, limits(talkers, 600, random));
  for (const count of counts) crowd.add(random.fraction() < 0.03 ? "suspended" : otherFate(random), [], talk, count);
}
