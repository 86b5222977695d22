import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { detectNetwork, focusEventsWindowed } from "../coordination/detection/detect-network.js";
import { loadFocusCorpus } from "../coordination/traces/focus-events.js";
import { Corpus } from "../corpus/corpus.js";
import { oii2021 } from "../study/oii-2021.js";
import { makeTwin, type Twin } from "../twin/make-twin.js";
import { idsOf, writeTwin } from "../twin/write-twin.js";
import { type Case, window } from "./case.js";

/** What decides the case: the same options, the same events. */
export interface TwinCaseOptions {
  seed: number;
  /** Share of the joint actions that a member takes part in; 0 for no network. */
  effort: number;
  /** Scale of the twin; .05 unless told, which has some 100,000 actions of 6,600 accounts in London. */
  scale?: number | undefined;
}

/**
 * Has something done with the London part of a twin: its corpus as the detector reads it, and what was planted. The corpus lies in a
 * temporary folder until then.
 */
export async function withTwinCase<T>(
  { seed, effort, scale = 0.05 }: TwinCaseOptions,
  work: (one: Case) => Promise<T>,
): Promise<T> {
  const twin = makeTwin({ seed, scale, effort, study: oii2021 });
  const folder = await mkdtemp(join(tmpdir(), "amplification-audit-evaluate-"));
  try {
    await writeTwin(folder, twin);
    const corpus = await Corpus.open(folder);
    try {
      return await work(await caseOf(corpus, twin));
    } finally {
      corpus.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function caseOf(corpus: Corpus, twin: Twin): Promise<Case> {
  const { table, events } = focusEventsWindowed(await loadFocusCorpus(corpus, oii2021), window);
  const groups = plantedGroups(twin);
  const members = new Set(groups.get("network"));
  groups.delete("network");
  return {
    table,
    events,
    members,
    innocents: groups,
    detect: async () => (await detectNetwork(corpus, oii2021)).members,
  };
}

function plantedGroups(twin: Twin): Map<string, string[]> {
  const ids = idsOf(twin);
  const groups = new Map<string, string[]>();
  for (const [amplifier, { group }] of twin.amplifiers.planted) {
    const accounts = groups.get(group) ?? [];
    accounts.push(ids[amplifier] as string);
    groups.set(group, accounts);
  }
  return groups;
}
