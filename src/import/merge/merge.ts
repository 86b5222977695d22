import { join } from "node:path";
import { optional, required } from "../../corpus/field.js";
import type { CorpusInfo } from "../../corpus/info.js";
import type { Table, TableName } from "../../corpus/schema.js";
import type { Workshop } from "../../corpus/workshop.js";
import type { DayWindow, Study } from "../../study/study.js";
import type { StudyFile } from "../../study/study-file.js";
import type { StudyPrincipal } from "../../study/study-principals.js";
import { type NormalName, normalNames, normalTables } from "../raw/normal-form.js";
import type { PackedUnit } from "../raw/read-units.js";
import * as accounts from "./accounts.js";
import { acts, events, ownPosts } from "./acts.js";
import { type Fate, findFates } from "./fates.js";
import * as observations from "./observations.js";
import * as posts from "./posts.js";

/** A raw file, and where its units and their lines lie in it. */
export interface MergedFile {
  file: string;
  units: { packed: PackedUnit; base: number; isByte: boolean }[];
}

/** How many rows of a file were rejected for one reason. */
export interface RejectReason {
  file: string;
  reason: string;
  rows: number;
}

/** Every row that was refused, with its place, the reason and what to do about it. */
export const rejectsFile = "rejects.jsonl";

export interface MergeOptions {
  study: StudyFile;
  info: CorpusInfo;
  /** Drop the last day of the amplification window but for midnight, as the papers' code does. */
  asPublished: boolean;
  /** Keep handles of everybody, because they are pseudonyms already. */
  keepHandles: boolean;
  onPart: (part: string) => void;
}

/**
 * Puts sightings together into a corpus, out of core: late duplicates and repeated sightings become one row, whichever file they are
 * in, and the order of the files does not matter.
 *
 * @returns what became of the rows of each file, and why rows were rejected
 */
export async function mergeUnits(
  workshop: Workshop,
  files: readonly MergedFile[],
  folder: string,
  { study: { study, principals }, info, asPublished, keepHandles, onPart }: MergeOptions,
): Promise<{ fates: Fate[]; reasons: RejectReason[] }> {
  await workshop.keepOrder(false);
  for (const name of normalNames) await viewOf(workshop, name, files);
  await workshop.load("listed", listedTable, principals.map(listedRow));
  const leftOut = asPublished ? study.amplificationWindow.to : null;
  const span = spanOf(study);
  onPart("finding out who is who");
  await accounts.findAccounts(workshop);
  const targets = ["account_id", "retweet_account", "quote_account", "reply_account"];
  await accounts.resolveHandles(workshop, "posts", targets);
  for (const name of ["labels", "statuses", "histories"]) await accounts.resolveHandles(workshop, name, ["account_id"]);
  onPart("putting posts together");
  await workshop.run("create table clear_ids as select distinct post_id, clear_id from known_posts");
  const parts = await partsNeeded(workshop);
  await workshop.makeInParts("seen", parts, posts.seenPosts);
  await workshop.makeInParts("principals_posts", parts, posts.principalsPosts);
  await workshop.makeInParts("last_counts", parts, posts.lastCounts);
  await workshop.makeInParts("acts", parts, acts);
  await workshop.makeInParts("own_posts", parts, ownPosts(span));
  await workshop.makeInParts("events", parts, events(leftOut));
  await workshop.run("drop table acts");
  await workshop.run("drop table seen");
  onPart("putting accounts together");
  for (const sql of [accounts.wantedAccounts, observations.labelRows, observations.statusRows]) await workshop.run(sql);
  await workshop.run(accounts.lastRounds);
  await workshop.makeInParts("profile_of", parts, accounts.lastProfiles);
  onPart("counting what became of every row");
  const fates = await findFates(workshop, span, leftOut, parts);
  onPart("sorting and compressing");
  await workshop.writeCorpus(folder, info, await tableQueries(workshop, study, keepHandles));
  onPart("listing what was rejected");
  await workshop.keepOrder(true);
  await workshop.writeJsonLines(`${rejectRows} order by file_number, place, reason`, join(folder, rejectsFile));
  const reasons = await workshop.rows<RejectReason>(
    `select file, reason, count(*) as rows from (${rejectRows}) group by all order by all`,
  );
  return { fates, reasons };
}

/** So many sightings fit into memory beside everything else. */
const sightingsInMemory = 2_000_000;

/** Into how many parts the sightings must be divided. */
async function partsNeeded(workshop: Workshop): Promise<number> {
  const [most] = await workshop.rows<{ n: number }>(
    `select greatest((select count(*) from posts), (select count(*) from counts), (select count(*) from profiles),
                     (select count(*) from histories)) as n`,
  );
  return Math.max(1, Math.ceil((most?.n ?? 0) / sightingsInMemory));
}

/** Both windows and what lies between them. */
function spanOf({ postingWindow, amplificationWindow }: Study): DayWindow {
  const [from = postingWindow.from] = [postingWindow.from, amplificationWindow.from].sort();
  const [, to = postingWindow.to] = [postingWindow.to, amplificationWindow.to].sort();
  return { from, to };
}

async function tableQueries(workshop: Workshop, study: Study, keepHandles: boolean): Promise<Map<TableName, string>> {
  const queries = new Map<TableName, string>([
    ["accounts", accounts.accountRows(keepHandles)],
    ["principals", accounts.principalRows(study.postingWindow)],
    ["posts", posts.postRows],
    ["amplifications", posts.amplificationRows],
    ["labels", observations.labelTable],
    ["statuses", observations.statusTable],
  ]);
  const [histories] = await workshop.rows<{ n: number }>("select count(*) as n from histories");
  if ((histories?.n ?? 0) > 0) queries.set("activity", observations.activityTable(study.weekStart));
  return queries;
}

const rejectRows = `
  select file, case when not is_byte then place end as line, case when is_byte then place end as byte, reason, remedy
  from (select file_number, file, line as place, is_byte, reason, remedy from rejects
        union all select file_number, file, line, is_byte, reason, remedy from late_rejects)`;

/** A view of all sightings of one kind, with the file they are in and their place in it. */
async function viewOf(workshop: Workshop, name: NormalName, files: readonly MergedFile[]): Promise<void> {
  const waiting = files.flatMap(({ file, units }, at) =>
    units.flatMap(({ packed, base, isByte }) =>
      packed.tables
        .filter((table) => table.name === name)
        .map(({ path }) => [path, packed.part, file, at, base, isByte]),
    ),
  );
  await workshop.load(`${name}_files`, waitingTable, waiting);
  const paths = [...new Set(waiting.map(([path]) => String(path)))];
  await workshop.view(`${name}_in_parts`, normalTables[name], paths);
  if (!("line" in normalTables[name].fields)) {
    await workshop.run(`create view ${name} as select * exclude (filename) from ${name}_in_parts`);
    return;
  }
  await workshop.run(
    `create view ${name} as
     select r.* exclude (filename, part) replace (r.line + f.base as line), f.file, f.file_number, f.is_byte
     from ${name}_in_parts r join ${name}_files f on f.path = r.filename and f.part = r.part`,
  );
}

const waitingTable: Table = {
  description: "Files in which sightings wait.",
  primaryKey: [],
  references: {},
  optional: false,
  fields: {
    path: required("text", "Where it lies"),
    part: required("integer", "Number of the raw file, or part of one, in it"),
    file: required("text", "Raw file that it was read from"),
    file_number: required("integer", "Place of the raw file among all"),
    base: required("integer", "Lines of the raw file before it"),
    is_byte: required("boolean", "Whether places are byte offsets"),
  },
};

const listedTable: Table = {
  description: "The principals as the study lists them.",
  primaryKey: [],
  references: {},
  optional: false,
  fields: {
    platform: required("text", "Platform"),
    id: optional("id", "Id"),
    handle: required("text", "Handle"),
    group: required("text", "Group"),
    category: optional("text", "Role"),
    name: optional("text", "Name of the office"),
    country: optional("text", "Country"),
    language: optional("text", "Language"),
    created_at: optional("instant", "When the account was created"),
  },
};

function listedRow(one: StudyPrincipal) {
  const { platform, id, handle, group, category, name, country, language, createdAt } = one;
  return [platform, id, handle, group, category, name, country, language, createdAt];
}
