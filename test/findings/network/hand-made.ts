import type { AccountTraces } from "../../../src/coordination/traces/account-traces.js";
import { type FocusCorpus, type Kind, kinds } from "../../../src/coordination/traces/focus-events.js";
import type { MemberAccount } from "../../../src/findings/network/member-accounts.js";
import type { UtcInstant } from "../../../src/study/time.js";

export const seconds = (instant: string) => Date.parse(instant) / 1000;

export const twin = { basis: "synthetic twin" } as const;
export const real = { basis: "real data" } as const;

/** An amplification of a focus principal; the post is a number of its own choosing. */
export interface HandMadeEvent {
  account: string;
  at: string;
  kind?: Kind;
  post?: number;
}

/** An account of the pool. */
export interface HandMadeAccount {
  id: string;
  created?: string;
  /** First amplification of any principal; that of its first event if left out. */
  first?: string;
  longestSilence?: number;
}

/** What the traces are computed from, from a few accounts and events. */
export function focusOf(accounts: HandMadeAccount[], events: HandMadeEvent[] = []): FocusCorpus {
  const sorted = [...events].sort((a, b) => seconds(a.at) - seconds(b.at));
  const places = new Map(accounts.map(({ id }, at) => [id, at]));
  const firstOf = (id: string) => sorted.find(({ account }) => account === id)?.at;
  const zeros = () => new Uint32Array(accounts.length);
  const time = (instant: string | undefined) => (instant === undefined ? Number.NaN : seconds(instant));
  return {
    from: seconds("2020-06-09T00:00:00Z"),
    until: seconds("2021-02-01T00:00:00Z"),
    pool: {
      id: accounts.map(({ id }) => id),
      created: Float64Array.from(accounts, ({ created }) => time(created)),
      firstAmplification: Float64Array.from(accounts, ({ id, first }) => time(first ?? firstOf(id))),
      longestSilence: Float64Array.from(accounts, ({ longestSilence }) => longestSilence ?? Number.NaN),
      diplomatAmplifications: zeros(),
      diplomatRetweets: zeros(),
      focusRetweets: zeros(),
      principals: zeros(),
    },
    posts: { created: new Float64Array(), thread: new Uint8Array(), text: [] },
    events: {
      account: Uint32Array.from(sorted, ({ account }) => places.get(account) as number),
      kind: Uint8Array.from(sorted, ({ kind = "retweet" }) => kinds[kind]),
      target: Int32Array.from(sorted, ({ post = 0 }) => post),
      post: Int32Array.from(sorted, () => -1),
      seconds: Float64Array.from(sorted, ({ at }) => seconds(at)),
      targetSeconds: Float64Array.from(sorted, () => Number.NaN),
      text: sorted.map(() => null),
    },
  };
}

/** A member as results name it. */
export function member(id: string, given: Partial<MemberAccount> = {}): MemberAccount {
  return { id, name: `pseudonym of ${id}`, createdAt: null, fate: "unknown", ...given };
}

export const instantOf = (text: string) => text as UtcInstant;

type Given = { [Name in keyof AccountTraces]?: Partial<AccountTraces[Name]> };

/** A row of the table of traces in which nothing is conspicuous and nothing unknown; give what the test is about. */
export function traceRow(account: string, given: Given = {}): AccountTraces {
  const merged = Object.entries(neutral()).map(([name, trace]) => {
    return [name, { ...trace, ...(given[name as keyof Given] as object | undefined) }];
  });
  return { account, ...Object.fromEntries(merged) };
}

function neutral(): Omit<AccountTraces, "account"> {
  const counted = { withinTenMinutes: 0, expectedWithinTenMinutes: 0, withinHour: 0, expectedWithinHour: 0 };
  const woken = { activatedWithinDay: 0, expectedWithinDay: 0, activatedWithinTwoDays: 0, expectedWithinTwoDays: 0 };
  const chance = { pValue: 1, qValue: 1 };
  return {
    activity: { retweets: 10, quotes: 0, replies: 10 },
    creation: { ...counted, withinDay: 0, expectedWithinDay: 0, ...chance },
    activation: {
      ...{ daysToFirstAmplification: 0, longestSilenceDays: 0, medianSilenceDays: 0, silenceRank: 1, quietDays: 0 },
      ...{ firstWeek: 0, ...woken, ...chance },
    },
    coActivity: {
      ...{ events: 20, together: 0, expected: 0, expectedGivenDelay: 0, givenDelayPValue: 1, givenDelayQValue: 1 },
      ...{ partners: 0, expectedPartners: 0, partnersTwice: 0, expectedPartnersTwice: 0, ...chance },
    },
    switching: { runs: 0, switches: 0, expected: 0, partners: 0, expectedPartners: 0, ...chance },
    concentration: {
      ...{ principals: 1, diplomatAmplifications: 20, diplomatRetweets: 10, focusRetweets: 10 },
      ...{ share: 1, expectedShare: 1, ...chance },
    },
    coverage: {
      ...{ threadPosts: 100, mainPosts: 100, threadRetweeted: 0, mainRetweeted: 0, mainReplied: 0 },
      ...{ expectedThreadRetweeted: 0, expectedMainRetweeted: 0, expectedMainReplied: 0 },
      ...{ threadRetweetedRank: 1, mainRetweetedRank: 1, mainRepliedRank: 1 },
    },
    language: {
      ...{ replies: 10, overlapShare: 0, differentReplies: 10 },
      ...{ shared: 0, expectedShared: 0, sharedPValue: 1, sharedQValue: 1 },
      ...{ officialBefore: 0, expectedOfficialBefore: 0, officialBeforePValue: 1, officialBeforeQValue: 1 },
      ...{ officialAfter: 0, expectedOfficialAfter: 0, officialAfterPValue: 1, officialAfterQValue: 1 },
    },
    verbatim: { posts: 1, verbatim: 0, expected: 0, ...chance },
    hours: { hours: 10, profile: null, distance: 0, expectedDistance: 0, ...chance },
    papers: {
      ...{ candidate: false, threadRetweets: false, mainRetweets: false, mainReplies: false },
      ...{ overlappingLanguage: false, fulfilled: 0, partners: 0, coActions: 0, highestRate: null },
    },
  };
}
