import { readFile } from "node:fs/promises";
import { messageOf, UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";
import { FieldReader } from "./field-reader.js";
import { oii2021 } from "./oii-2021.js";
import type { DayWindow, Study } from "./study.js";
import { readPrincipals, type StudyPrincipal } from "./study-principals.js";

/** What a corpus made for a study says of itself. */
export interface CorpusDescription {
  name: string;
  title: string;
  description: string;
  /** Raw data is real, unless it was written by the twin. */
  basis: "real data" | "synthetic twin";
  /** What the list of principals is called in a sentence. */
  listName: string;
  /** Seed of the twin that wrote the raw data. */
  seed?: number;
  /** Whether that twin was made by other settings than those that match the published numbers. */
  varied?: boolean;
}

/** A study file: the design, the accounts that are audited, and what the corpus is called. */
export interface StudyFile {
  study: Study;
  corpus: CorpusDescription;
  principals: StudyPrincipal[];
}

/** Name of the study file in the folder of an imported corpus. */
export const studyFileName = "study.json";

/**
 * Reads a study file, which is JSON. `data/examples` has one to start from.
 *
 * @throws UserError `FILE: FIELD: problem: value; what to do` for what is missing, unknown or impossible
 *
 * @example
 * const { study, principals } = await readStudyFile("data/examples/study.json");
 */
export async function readStudyFile(path: string): Promise<StudyFile> {
  return parseStudyFile(await explainingReads(path, () => readFile(path, "utf8")), path);
}

/** The study file that a text holds; `path` is for messages. */
export function parseStudyFile(text: string, path: string): StudyFile {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (thrown) {
    throw new UserError(`${path}: not JSON: ${messageOf(thrown).replaceAll(/\s+/g, " ")}; correct it`);
  }
  const fields = new FieldReader(path, given);
  const study = readStudy(fields);
  const corpus = readDescription(fields, study);
  const principals = readPrincipals(fields);
  fields.finish();
  return { study, corpus, principals };
}

function readStudy(fields: FieldReader): Study {
  const study: Study = {
    name: fields.pattern("name", /^[a-z0-9][a-z0-9-]{0,60}$/, "lower-case letters, digits and hyphens"),
    title: fields.words("title"),
    postingWindow: readWindow(fields.object("postingWindow")),
    amplificationWindow: readWindow(fields.object("amplificationWindow")),
    weekStart: fields.oneOf("weekStart", ["sunday", "monday"]),
    labelDay: fields.day("labelDay"),
    statusDays: fields.list("statusDays", (at) => fields.day(at)),
    earlyBefore: fields.day("earlyBefore"),
    growthDay: fields.day("growthDay"),
    recentYears: fields.number("recentYears", 1, oii2021.recentYears),
    focusCountry: fields.pattern("focusCountry", /^[A-Z]{2}$/, "two capital letters, ISO 3166-1"),
    busiestRetweeterUntil: fields.day("busiestRetweeterUntil"),
    coActivitySeconds: fields.number("coActivitySeconds", 1, oii2021.coActivitySeconds),
  };
  const days = study.statusDays;
  const unordered = days.findIndex((day, at) => at > 0 && day <= (days[at - 1] ?? ""));
  if (unordered !== -1) fields.refuse(`statusDays[${unordered}]`, "not later than the day before it", days[unordered]);
  return study;
}

function readWindow(fields: FieldReader): DayWindow {
  const window = { from: fields.day("from"), to: fields.day("to") };
  if (window.to < window.from) fields.refuse("to", "before `from`", window.to);
  fields.finish();
  return window;
}

function readDescription(fields: FieldReader, study: Study): CorpusDescription {
  fields.mayHave("corpus");
  const about = fields.has("corpus") ? fields.object("corpus") : new FieldReader(fields.file, {});
  const seed = about.has("seed") ? { seed: about.number("seed", 0) } : {};
  const varied = about.has("varied") ? { varied: about.truth("varied") } : {};
  const described: CorpusDescription = {
    name: about.pattern("name", /^[a-z0-9][a-z0-9-]{0,60}$/, "lower-case letters, digits and hyphens", study.name),
    title: about.words("title", study.title),
    description: about.words("description", "Imported from raw data."),
    basis: about.oneOf("basis", ["real data", "synthetic twin"], "real data"),
    listName: about.words("listName", "audited accounts"),
    ...seed,
    ...varied,
  };
  about.finish();
  return described;
}

/** A study file as text, in the order in which the fields are explained. */
export function studyFileText({ study, corpus, principals }: StudyFile): string {
  const { name, title, ...design } = study;
  const filled = principals.map((principal) =>
    Object.fromEntries(Object.entries(principal).filter(([, value]) => value !== null)),
  );
  return `${JSON.stringify({ name, title, ...design, corpus, principals: filled }, null, 2)}\n`;
}
