import type { Study } from "../../study/study.js";
import type { Amplifiers } from "../amplifiers.js";
import { type Events, retweet } from "../events.js";
import { statusesOf, suspended } from "../ordinary/statuses.js";
import type { TwinPrincipal } from "../principals.js";
import { bounds } from "../rhythm.js";
import { audienceBits, diplomatBit, londonBit, mediaBit } from "./audiences.js";

/** Accounts that retweeted, and those of them that were suspended on the study's first status day. */
export interface AccountTally {
  retweeters: number;
  suspendedRetweeters: number;
}

/** Retweets of an audience's principals, and those of them by accounts suspended on the first status day. */
export interface AudienceTally extends AccountTally {
  retweets: number;
  suspendedRetweets: number;
}

/** Retweets on Twitter in the amplification window, and who made them. */
export interface Tallies {
  diplomat: AudienceTally;
  state_media: AudienceTally;
  /** The two London accounts, which are also among the diplomats. */
  london: AudienceTally;
  /** Accounts that retweeted diplomats and state media. */
  both: AccountTally;
  /** Accounts that retweeted diplomats or state media. */
  either: AccountTally;
  /** By number of the principal. */
  perPrincipal: { retweets: Int32Array; suspendedRetweets: Int32Array };
  /** Retweets of diplomats by each amplifier, and of state media. */
  perAmplifier: { diplomat: Int32Array; state_media: Int32Array };
}

/** Counts the retweets that exist so far, in one pass over the events. */
export function tallies(
  principals: readonly TwinPrincipal[],
  events: Events,
  amplifiers: Amplifiers,
  study: Study,
): Tallies {
  const bits = audienceBits(principals);
  const isSuspended = suspendedOn(amplifiers, study);
  const counted = countRetweets(bits, events, isSuspended, study);
  const audience = (bit: number) => ({
    ...accountsWith(counted.seen, isSuspended, (seen) => (seen & bit) !== 0),
    ...sumsOf(counted.perPrincipal, bits, bit),
  });
  const amplified = diplomatBit | mediaBit;
  return {
    diplomat: audience(diplomatBit),
    state_media: audience(mediaBit),
    london: audience(londonBit),
    both: accountsWith(counted.seen, isSuspended, (seen) => (seen & amplified) === amplified),
    either: accountsWith(counted.seen, isSuspended, (seen) => (seen & amplified) !== 0),
    perPrincipal: counted.perPrincipal,
    perAmplifier: counted.perAmplifier,
  };
}

/** 1 for each amplifier that was suspended on the study's first status day, 0 for the others. */
export function suspendedOn(amplifiers: Amplifiers, { statusDays: [first] }: Study): Uint8Array {
  if (first === undefined) throw new RangeError("no status day in the study; give it at least one");
  return statusesOf(amplifiers, first).map((status) => (status === suspended ? 1 : 0));
}

function countRetweets(bits: Uint8Array, events: Events, isSuspended: Uint8Array, study: Study) {
  const { from, to } = bounds(study.amplificationWindow);
  const [kinds, times] = [events.kind.view(), events.time.view()];
  const [whose, whom] = [events.amplifier.view(), events.principal.view()];
  const seen = new Uint8Array(isSuspended.length);
  const perPrincipal = { retweets: new Int32Array(bits.length), suspendedRetweets: new Int32Array(bits.length) };
  const perAmplifier = { diplomat: new Int32Array(seen.length), state_media: new Int32Array(seen.length) };
  for (let event = 0; event < kinds.length; event += 1) {
    const time = times[event] ?? 0;
    if (kinds[event] !== retweet || time < from || time >= to) continue;
    const [amplifier, principal] = [whose[event] ?? 0, whom[event] ?? 0];
    const bit = bits[principal] ?? 0;
    seen[amplifier] = (seen[amplifier] ?? 0) | bit;
    add(perPrincipal.retweets, principal, 1);
    add(perPrincipal.suspendedRetweets, principal, isSuspended[amplifier] ?? 0);
    if ((bit & diplomatBit) !== 0) add(perAmplifier.diplomat, amplifier, 1);
    else if (bit === mediaBit) add(perAmplifier.state_media, amplifier, 1);
  }
  return { seen, perPrincipal, perAmplifier };
}

function add(counts: Int32Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}

function accountsWith(seen: Uint8Array, isSuspended: Uint8Array, chosen: (seen: number) => boolean): AccountTally {
  let retweeters = 0;
  let suspendedRetweeters = 0;
  for (let amplifier = 0; amplifier < seen.length; amplifier += 1) {
    if (!chosen(seen[amplifier] ?? 0)) continue;
    retweeters += 1;
    suspendedRetweeters += isSuspended[amplifier] ?? 0;
  }
  return { retweeters, suspendedRetweeters };
}

function sumsOf({ retweets, suspendedRetweets }: Tallies["perPrincipal"], bits: Uint8Array, bit: number) {
  const sum = (counts: Int32Array) =>
    counts.reduce((total, count, principal) => (((bits[principal] ?? 0) & bit) !== 0 ? total + count : total), 0);
  return { retweets: sum(retweets), suspendedRetweets: sum(suspendedRetweets) };
}
