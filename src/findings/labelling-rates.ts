import type { Corpus } from "../corpus/corpus.js";
import type { Platform, PrincipalGroup } from "../corpus/schema.js";
import { type Proportion, proportion } from "../statistics/proportion.js";
import type { Study } from "../study/study.js";
import type { UtcDay } from "../study/time.js";
import { type LabelMeaning, labelMeaning } from "./label-meanings.js";

/** The share of labelled accounts of one group on one platform on a day. */
export interface LabellingRate {
  group: PrincipalGroup;
  platform: Platform;
  /** Day up to which rounds count, UTC. */
  day: UtcDay;
  /** Labelled accounts over observed accounts, with the 95% Wilson interval. */
  labelled: Proportion;
}

/** The share of labelled accounts in one scrape round. */
export interface LabellingRound {
  /** The audited group, or "unlisted" for accounts that were scraped but are not in the list of principals. */
  group: PrincipalGroup | "unlisted";
  platform: Platform;
  round: UtcDay;
  labelled: Proportion;
}

/** How many of the labelled, and of the unlabelled, accounts carry the verification badge. */
export interface VerifiedByLabel {
  group: PrincipalGroup;
  platform: Platform;
  label: "labelled" | "unlabelled";
  /** Verified accounts over accounts whose badge was observed. */
  verified: Proportion;
}

/** A label text and on how many accounts it was seen on a day. */
export interface LabelText {
  meaning: LabelMeaning;
  /** Language of the text, ISO 639-1; null for a text that is not known. */
  language: string | null;
  label: string;
  accounts: number;
}

/** All that this finding computes: what its figure, its claims and its page are made from. */
export interface LabellingRatesResults {
  /** Day up to which rounds count, UTC. */
  day: UtcDay;
  rates: LabellingRate[];
  rounds: LabellingRound[];
  verified: VerifiedByLabel[];
  texts: LabelText[];
}

/** Computes the whole finding on the study's label day, or on the first round where all rounds are later. */
export async function labellingRatesResults(corpus: Corpus, study: Study): Promise<LabellingRatesResults> {
  const rounds = await labellingRounds(corpus);
  const first = rounds.map(({ round }) => round).sort()[0];
  const day = first !== undefined && first > study.labelDay ? first : study.labelDay;
  return {
    day,
    rates: await labellingRates(corpus, day),
    rounds,
    verified: await verifiedByLabel(corpus, day),
    texts: await labelTexts(corpus, day),
  };
}

/**
 * Labelling rates: the share of audited accounts that carried the platform's state-affiliation label on a day.
 *
 * Twitter began to label government accounts in August 2020. Working paper 2021.1 counts 27 of 189 diplomats on 1 March
 * 2021 (claims L1 and L2); some press texts round the same count to "one in eight" (L3).
 *
 * An account counts by its observation in the latest scrape round on or before that day; one absent from that round is
 * not in the denominator. A round is one label file, and its day is the day in the file's name. A label in any language
 * is a label.
 *
 * @example
 * const rates = await labellingRates(corpus, oii2021.labelDay);
 */
export async function labellingRates(corpus: Corpus, day: UtcDay): Promise<LabellingRate[]> {
  const counts = await corpus.rows<LabelCounts>(labelsOnDay, { day });
  return counts.map(({ group, platform, labelled, observed }) => ({
    group,
    platform,
    day,
    labelled: proportion(labelled, observed),
  }));
}

/** Labelling rates in every scrape round, the accounts that are not in the list of principals as a group of their own. */
export async function labellingRounds(corpus: Corpus): Promise<LabellingRound[]> {
  const counts = await corpus.rows<RoundCounts>(labelsByRound);
  return counts.map(({ group, platform, round, labelled, observed }) => ({
    group,
    platform,
    round,
    labelled: proportion(labelled, observed),
  }));
}

/** Verification among labelled and unlabelled accounts, in the latest round up to a day. */
export async function verifiedByLabel(corpus: Corpus, day: UtcDay): Promise<VerifiedByLabel[]> {
  const counts = await corpus.rows<VerifiedCounts>(verifiedOnDay, { day });
  return counts.map(({ verified, observed, ...group }) => ({ ...group, verified: proportion(verified, observed) }));
}

/**
 * The label texts shown on audited accounts on a day, grouped by what they mean.
 *
 * Matching the English texts only would miss the accounts whose page was scraped in another language.
 */
export async function labelTexts(corpus: Corpus, day: UtcDay): Promise<LabelText[]> {
  const texts = await corpus.rows<{ label: string; accounts: number }>(textsOnDay, { day });
  return texts
    .map(({ label, accounts }) => ({ ...labelMeaning(label), label, accounts }))
    .sort((a, b) => compare(a.meaning, b.meaning) || b.accounts - a.accounts || compare(a.label, b.label));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface LabelCounts {
  group: PrincipalGroup;
  platform: Platform;
  labelled: number;
  observed: number;
}

interface RoundCounts extends Omit<LabelCounts, "group"> {
  group: LabellingRound["group"];
  round: UtcDay;
}

interface VerifiedCounts extends Omit<VerifiedByLabel, "verified"> {
  verified: number;
  observed: number;
}

const labelsOnDay = `
  select p.group, a.platform, count(*) as observed, count(l.label) as labelled
  from principals p join accounts a using (account_id) join labels_in_round_as_of($day::date) l using (account_id)
  group by all order by all`;

const labelsByRound = `
  select coalesce(p.group, 'unlisted') as "group", a.platform, l.round, count(*) as observed, count(l.label) as labelled
  from labels l join accounts a using (account_id) left join principals p using (account_id)
  group by all order by all`;

const verifiedOnDay = `
  select p.group, a.platform, case when l.label is null then 'unlabelled' else 'labelled' end as label,
         count(l.verified) as observed, count(*) filter (where l.verified) as verified
  from principals p join accounts a using (account_id) join labels_in_round_as_of($day::date) l using (account_id)
  group by all order by all`;

const textsOnDay = `
  select l.label, count(*) as accounts
  from principals p join labels_in_round_as_of($day::date) l using (account_id)
  where l.label is not null
  group by all order by all`;
