import { detectNetwork } from "../coordination/detection/detect-network.js";
import { accountTraces, type TraceTable } from "../coordination/traces/account-traces.js";
import { type FocusCorpus, loadFocusCorpus } from "../coordination/traces/focus-events.js";
import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";
import { type ActivityTiles, activityTiles } from "./network/activity-tiles.js";
import { type ClosestCompany, closestCompany } from "./network/closest-company.js";
import { type CoActivityNetwork, coActivityNetwork } from "./network/co-activity-network.js";
import {
  type CreatedMember,
  type CreationClusters,
  creationClusters,
  creationTable,
} from "./network/creation-clusters.js";
import { scanCreation } from "./network/creation-scan.js";
import { type CumulativeAmplification, cumulativeAmplification } from "./network/cumulative-amplification.js";
import { type HoursOfDay, hoursOfDay } from "./network/hours-of-day.js";
import { type JointActivation, jointActivation } from "./network/joint-activation.js";
import { type JointTest, jointTest } from "./network/joint-test.js";
import { type LanguageTest, languageTest } from "./network/language-test.js";
import { memberAccounts } from "./network/member-accounts.js";
import { type MemberActivity, memberActivity } from "./network/member-activity.js";
import { type MemberRow, memberTable } from "./network/member-table.js";
import { groupsOf } from "./network/membership.js";
import { type PhraseNetwork, phraseNetwork } from "./network/phrase-network.js";
import { type RepliesToAmbassador, repliesToAmbassador } from "./network/replies-to-ambassador.js";
import { type ShareComparison, shareComparisons } from "./network/share-comparisons.js";
import { type SwitchingChains, switchingChains } from "./network/switching-chains.js";

/** All that this finding computes: what its figures, its claims and its page are made from. */
export interface NetworkTracesResults {
  /** Members of the network, accounts of the benchmark group, and how many of each have a row of traces. */
  members: number;
  benchmark: number;
  withTraces: { network: number; benchmark: number };
  creation: CreationClusters;
  created: CreatedMember[];
  activation: JointActivation | null;
  cumulative: CumulativeAmplification;
  tiles: ActivityTiles;
  hours: HoursOfDay;
  chains: SwitchingChains;
  shares: ShareComparison[];
  company: ClosestCompany;
  coActivity: CoActivityNetwork;
  phrases: PhraseNetwork;
  language: LanguageTest | null;
  activity: MemberActivity;
  ambassador: RepliesToAmbassador[];
  joint: JointTest;
  /** One row a member, under pseudonyms. */
  table: MemberRow[];
}

/** What the traces of a network are computed from. */
export interface NetworkTracesInput {
  /** Ids of the members, whoever found them. */
  members: readonly string[];
  traces: TraceTable;
  focus: FocusCorpus;
}

/**
 * The traces of the network that the detector finds blind (claims U17 to U20, U26, U27 and U29 to U31). Takes half a minute, nearly all
 * of it the detector's, which answers from memory when asked again.
 */
export async function networkTracesResults(corpus: Corpus, study: Study): Promise<NetworkTracesResults> {
  const { members } = await detectNetwork(corpus, study);
  const traces = await accountTraces(corpus, study);
  return networkTraces(corpus, study, { members, traces, focus: await loadFocusCorpus(corpus, study) });
}

/**
 * The traces of a network of given members beside those of the benchmark group: everyone else who amplified the focus
 * principals. Nothing here decides who is a member, and no trace says why accounts act alike.
 *
 * @example
 * const { creation } = await networkTraces(corpus, oii2021, { members: ["14", "15"], traces, focus });
 */
export async function networkTraces(
  corpus: Corpus,
  study: Study,
  { members, traces, focus }: NetworkTracesInput,
): Promise<NetworkTracesResults> {
  const { info } = corpus;
  const groups = groupsOf(traces.rows, members);
  const accounts = await memberAccounts(corpus, study, members);
  const scanned = scanCreation(members, focus);
  const found = jointActivation(members, focus);
  const { places = [], ...activation } = found ?? {};
  return {
    members: members.length,
    benchmark: focus.pool.id.length - members.length,
    withTraces: { network: groups.network.length, benchmark: groups.benchmark.length },
    creation: creationClusters(scanned, accounts, info),
    created: creationTable(scanned, accounts, groups.network, info),
    activation: found === null ? null : (activation as JointActivation),
    cumulative: cumulativeAmplification(places, focus, accounts, info),
    tiles: await activityTiles(corpus, accounts),
    hours: hoursOfDay(members, focus, accounts, info),
    chains: switchingChains(members, focus, accounts, info),
    shares: shareComparisons(groups, info),
    company: closestCompany(members, focus, study.coActivitySeconds),
    coActivity: coActivityNetwork(members, traces.pairs, info),
    phrases: phraseNetwork(members, traces.phrases),
    language: languageTest(groups, traces.phrases),
    activity: memberActivity(groups.network),
    ambassador: await repliesToAmbassador(corpus, study, accounts),
    joint: jointTest(groups),
    table: memberTable({ network: groups.network, focus, accounts, creation: scanned, activation: found }, info),
  };
}
