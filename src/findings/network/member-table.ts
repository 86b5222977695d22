import type { AccountTraces } from "../../coordination/traces/account-traces.js";
import { type FocusCorpus, kinds } from "../../coordination/traces/focus-events.js";
import type { CorpusInfo } from "../../corpus/info.js";
import { lagsByAccount, medianLag } from "../../statistics/lags.js";
import { shownCount, shownCreation, shownShare } from "../account-privacy.js";
import type { ScannedCluster } from "./creation-scan.js";
import type { FoundActivation } from "./joint-activation.js";
import type { Fate, MemberAccount } from "./member-accounts.js";
import { amplificationsOf } from "./membership.js";

/** A member in the papers' table of all accounts, under its pseudonym. */
export interface MemberRow {
  account: string;
  /** Day on the twin, elsewhere month. */
  created: string | null;
  fate: Fate;
  /** Retweets, quotes and replies of diplomats, and of the focus principals. */
  diplomatAmplifications: number;
  focusAmplifications: number;
  /** Share of its retweets of diplomats that were of focus principals. */
  focusShare: number | null;
  focusRetweets: number;
  mainRetweeted: number | null;
  threadRetweeted: number | null;
  /** Between its retweets of focus principals; more than an hour counts as an hour, as in the papers' table. */
  medianLagSeconds: number | null;
  createdTogether: boolean;
  activatedTogether: boolean;
  /** Takes over from other accounts more often than chance gives (q at most .05). */
  switches: boolean;
  focusReplies: number;
  mainReplied: number | null;
  overlappingLanguage: number | null;
  /** Phrases shared with others, or with the principals, more often than chance gives. */
  sharedPhrases: boolean;
  officialPhrases: boolean;
  /** Posts that it quoted and replied to in the same words. */
  quotedAndReplied: number;
}

/** What the table is put together from. */
export interface MemberTableInput {
  network: readonly AccountTraces[];
  focus: FocusCorpus;
  accounts: readonly MemberAccount[];
  creation: readonly ScannedCluster[];
  activation: Pick<FoundActivation, "places"> | null;
}

const longestLag = 3600;
const level = 0.05;

/**
 * The table of all members with the columns of the papers' own, in order of creation. Outside the twin counts are rounded to two
 * digits, shares to two decimals, and creation is given by month. Members without enough amplifications for a row of the table
 * of traces are left out.
 */
export function memberTable(input: MemberTableInput, info: Pick<CorpusInfo, "basis">): MemberRow[] {
  const { network, focus, accounts, creation, activation } = input;
  const traces = new Map(network.map((row) => [row.account, row]));
  const lags = lagsOf(focus);
  const createdTogether = new Set(creation.flatMap(({ members }) => members.map(({ id }) => id)));
  const activated = new Set((activation?.places ?? []).map((at) => focus.pool.id[at]));
  return accounts.flatMap((account) => {
    const row = traces.get(account.id);
    if (!row) return [];
    const together = { created: createdTogether.has(account.id), activated: activated.has(account.id) };
    return [memberRow(account, row, { lags: lags.get(account.id) ?? [], together }, info)];
  });
}

function memberRow(
  { name, createdAt, fate }: MemberAccount,
  row: AccountTraces,
  { lags, together }: { lags: readonly number[]; together: { created: boolean; activated: boolean } },
  info: Pick<CorpusInfo, "basis">,
): MemberRow {
  const { concentration, coverage, language, verbatim, switching, activity } = row;
  const lag = medianLag(lags);
  return {
    account: name,
    created: shownCreation(createdAt, info),
    fate,
    diplomatAmplifications: shownCount(concentration.diplomatAmplifications, info),
    focusAmplifications: shownCount(amplificationsOf(row), info),
    focusShare: shownShare(concentration.share, info),
    focusRetweets: shownCount(activity.retweets, info),
    mainRetweeted: shownShare(coverage.mainRetweeted, info),
    threadRetweeted: shownShare(coverage.threadRetweeted, info),
    medianLagSeconds: lag === null ? null : Math.min(longestLag, shownCount(lag, info)),
    createdTogether: together.created,
    activatedTogether: together.activated,
    switches: isConspicuous(switching.qValue),
    focusReplies: shownCount(activity.replies, info),
    mainReplied: shownShare(coverage.mainReplied, info),
    overlappingLanguage: shownShare(language.overlapShare, info),
    sharedPhrases: isConspicuous(language.sharedQValue),
    officialPhrases: isConspicuous(language.officialBeforeQValue) || isConspicuous(language.officialAfterQValue),
    quotedAndReplied: shownCount(verbatim.verbatim, info),
  };
}

function isConspicuous(qValue: number | null): boolean {
  return qValue !== null && qValue <= level;
}

function lagsOf({ pool, events }: FocusCorpus): Map<string, number[]> {
  const retweets = [...events.kind.keys()].filter((event) => events.kind[event] === kinds.retweet);
  return lagsByAccount(
    retweets.map((event) => ({
      account: pool.id[events.account[event] as number] as string,
      seconds: events.seconds[event] as number,
    })),
  );
}
