import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CorpusInfo, SourceFile } from "../corpus/info.js";
import type { Row } from "../corpus/schema.js";
import type { CorpusRows } from "../corpus/write.js";
import { UserError } from "../errors.js";
import { type CsvTable, readCsv } from "../files/csv.js";
import { explainingReads } from "../files/file-error.js";
import { sha256File } from "../files/hash.js";
import { diplomatListColumns, type ListedAccount, readDiplomatList } from "./diplomat-list.js";
import type { ImportAccount } from "./import-account.js";
import { type LabelScrape, labelColumns, readLabelScrape } from "./label-scrape.js";
import { type ProfileSnapshot, profileColumns, readProfiles } from "./profile-snapshots.js";
import { externalVariable, locate, readSources, sourceOf, wrongHash } from "./sources.js";
import { handleKey } from "./values.js";

/** The raw files of the corpus `public`, by what they are. */
const files = {
  list: "prc-diplomats/accounts_2021-07-05.csv",
  profiles: "prc-diplomats/profiles_2022-04.csv",
  labels: ["prc-diplomats/labels_2022-04-14.csv", "prc-diplomats/labels_2022-05-09.csv"],
} as const;

/** Ids of the registered data sets that the corpus `public` is made from, sorted. */
export const publicSources: readonly string[] = [files.list, ...files.labels, files.profiles];

/** A corpus in memory, with what became of the rows it was made from. */
export interface ImportedCorpus {
  info: CorpusInfo;
  rows: CorpusRows;
  accounts: ImportAccount[];
}

/**
 * Makes the corpus `public` from the list of PRC diplomats' accounts of July 2021, their profiles of April 2022, and two rounds of label
 * scrapes. Its accounts are those of all four files; its principals are those on the list. It has no posts.
 *
 * @param folder the folder of external data, as `externalFolder` gives it
 * @param verify whether to refuse files that are not the registered ones
 * @throws UserError if a file is missing, not the registered one, or not what it should be
 *
 * @example
 * const { info, rows } = await importPublicCorpus(externalFolder());
 * await writeCorpus("data/corpora/public", info, rows);
 */
export async function importPublicCorpus(folder: string, { verify = true } = {}): Promise<ImportedCorpus> {
  const sources: SourceFile[] = [];
  for (const id of publicSources) sources.push({ path: id, sha256: await hashOf(id, folder, verify) });
  const read = (id: string, columns: readonly string[]): Promise<CsvTable> => readCsv(join(folder, id), { columns });
  const list = readDiplomatList(await read(files.list, diplomatListColumns));
  const profiles = readProfiles(await read(files.profiles, profileColumns));
  const rounds: LabelScrape[] = [];
  for (const id of files.labels) rounds.push(readLabelScrape(await read(id, labelColumns)));
  const accounts = [list.account, ...rounds.map(({ account }) => account), profiles.account];
  return {
    info: { ...description, sources },
    rows: corpusRows(list.accounts, profiles.profiles, rounds),
    accounts: accounts.map((account, index) => ({ ...account, file: publicSources[index] ?? account.file })),
  };
}

const description: Omit<CorpusInfo, "sources"> = {
  name: "public",
  title: "PRC diplomats on Twitter, from public files",
  description:
    "Accounts of PRC diplomats as listed in July 2021, with profiles of April 2022 and the labels that Twitter showed on two days " +
    "of 2022. A later list than the one the papers of May 2021 used. No posts.",
  basis: "real data",
  listName: "July 2021 handles",
};

async function hashOf(id: string, folder: string, verify: boolean): Promise<string> {
  const source = sourceOf(id);
  const { path, state } = await locate(source, folder);
  if (state === "absent") {
    throw new UserError(
      `data set is missing: ${path}; run \`data fetch\`, or name a folder that holds it in ${externalVariable}`,
    );
  }
  const found = await sha256File(path);
  if (verify && state === "wrong hash") throw wrongHash(source, found, `remove ${path} and run \`data fetch\``);
  return found;
}

function corpusRows(list: ListedAccount[], profiles: ProfileSnapshot[], rounds: LabelScrape[]): CorpusRows {
  const byHandle = new Map(profiles.map((profile) => [handleKey(profile.handle), profile]));
  const idOf = (handle: string) => byHandle.get(handleKey(handle))?.accountId ?? `@${handleKey(handle)}`;
  const accounts = new Map<string, Row<"accounts">>();
  const shown = [...profiles, ...rounds.flatMap(({ labels }) => labels), ...list];
  for (const { handle } of shown) {
    const id = idOf(handle);
    if (!accounts.has(id)) accounts.set(id, accountRow(id, handle, byHandle.get(handleKey(handle))));
  }
  return {
    accounts: [...accounts.values()],
    principals: list.map((listed) => principalRow(idOf(listed.handle), listed)),
    labels: rounds.flatMap(({ round, labels }) =>
      labels.map(({ handle, label, verified }) => ({ account_id: idOf(handle), round, label, verified })),
    ),
  };
}

function accountRow(account_id: string, handle: string, profile: ProfileSnapshot | undefined): Row<"accounts"> {
  return {
    account_id,
    platform: "twitter",
    handle,
    created_at: profile?.createdAt ?? null,
    followers: profile?.followers ?? null,
    verified: profile?.verified ?? null,
    observed_on: profile?.observedOn ?? null,
  };
}

function principalRow(account_id: string, { group, category, country, institution }: ListedAccount): Row<"principals"> {
  return { account_id, group, category, name: institution, country, language: null, posted_in_window: null };
}

/** @throws UserError naming the first file of the corpus `public` that is missing or not the registered one */
export async function requirePublicData(folder: string): Promise<void> {
  for (const id of publicSources) await hashOf(id, folder, true);
}

/** Whether every file of the corpus `public` is in the folder. Says nothing of their content. */
export async function publicDataIsHere(folder: string): Promise<boolean> {
  const sources = readSources().filter(({ id }) => publicSources.includes(id));
  const states = await Promise.all(sources.map((source) => locate(source, folder)));
  return states.every(({ state }) => state !== "absent");
}

/** What became of the rows of each raw file, as the importer left it beside an imported corpus. */
export async function importAccounts(corpus: { folder: string }): Promise<ImportAccount[]> {
  const path = join(corpus.folder, "import.json");
  return JSON.parse(await explainingReads(path, () => readFile(path, "utf8"))) as ImportAccount[];
}
