import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { Corpus } from "../src/corpus/corpus.js";
import type { CorpusBasis } from "../src/corpus/info.js";
import type { Row } from "../src/corpus/schema.js";
import { type CorpusRows, writeCorpus } from "../src/corpus/write.js";
import type { UtcDay, UtcInstant } from "../src/study/time.js";

/** A folder that is gone when the test is. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "amplification-audit-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes and opens a corpus of a few rows. */
export async function tinyCorpus(rows: CorpusRows, basis: CorpusBasis = "synthetic twin"): Promise<Corpus> {
  const folder = await temporaryFolder();
  const info = { name: "tiny", title: "Tiny", description: "A few rows", basis, listName: "tiny list", sources: [] };
  await writeCorpus(folder, info, rows);
  const corpus = await Corpus.open(folder);
  onTestFinished(() => corpus.close());
  return corpus;
}

export const day = (text: string) => text as UtcDay;
export const instant = (text: string) => text as UtcInstant;

/** An account row; give what the test is about. */
export function account(account_id: string, given: Partial<Row<"accounts">> = {}): Row<"accounts"> {
  const empty = { handle: null, created_at: null, followers: null, verified: null, observed_on: null };
  return { account_id, platform: "twitter", ...empty, ...given };
}

/** A diplomat's row; give what the test is about. */
export function principal(account_id: string, given: Partial<Row<"principals">> = {}): Row<"principals"> {
  const empty = { category: null, name: null, country: null, language: null, posted_in_window: null };
  return { account_id, group: "diplomat", ...empty, ...given };
}

/** A label observation; null for one without a label. */
export function label(account_id: string, round: string, text: string | null, verified?: boolean): Row<"labels"> {
  return { account_id, round: day(round), label: text, verified: verified ?? null };
}
