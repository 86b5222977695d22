import type { Command } from "commander";
import { UsageError } from "../errors.js";
import { formatNamed, formats, isFormatName } from "../import/formats/formats.js";
import { rejectsFile } from "../import/merge/merge.js";
import { importRaw } from "../import/raw/import-raw.js";
import { findInputs } from "../import/raw/inputs.js";
import { readKey } from "../import/raw/pseudonyms.js";
import { reconciliationLines } from "../import/raw/reconciliation.js";
import { isZone } from "../import/raw/zoned-time.js";
import { readStudyFile } from "../study/study-file.js";
import { isUtcDay, type UtcDay } from "../study/time.js";
import { importProgress } from "./import-progress.js";

interface Options {
  study: string;
  out: string;
  pseudonymise?: string;
  asPublished?: boolean;
  keepHandles?: boolean;
  observedOn?: string;
  timeZone?: string;
}

export function addImport(program: Command): void {
  program
    .command("import")
    .argument(
      "<input...>",
      "raw files, folders of them, or postgres://...; a format first, or FORMAT:PATH, where asked",
    )
    .description(
      `make a corpus for \`reproduce --corpus DIR\` from raw data: ${formats.map(({ name }) => name).join(", ")}`,
    )
    .requiredOption("--study <file>", "study file: who is audited, and when (data/examples/study.json)")
    .requiredOption("--out <dir>", "folder to write the corpus to")
    .option(
      "--pseudonymise <keyfile>",
      "put keyed labels in place of everybody but the principals, before anything is written",
    )
    .option("--as-published", "drop the last day of the amplification window, as the code of the papers does")
    .option("--keep-handles", "keep handles of everybody: they are pseudonyms already")
    .option("--observed-on <day>", "day of look-ups and scrapes whose files do not say it")
    .option("--time-zone <zone>", "zone of times that name none, such as America/New_York")
    .action(run);
}

async function run(given: string[], options: Options): Promise<void> {
  const [first = "", ...others] = given;
  const isNamed = isFormatName(first) && others.length > 0;
  const study = await readStudyFile(options.study);
  const inputs = await findInputs(isNamed ? others : given, isNamed ? formatNamed(first) : undefined, options.study);
  const key = options.pseudonymise === undefined ? null : await readKey(options.pseudonymise);
  const { bar, end } = importProgress(process.stderr);
  try {
    const reconciled = await importRaw(inputs, {
      study,
      key,
      out: options.out,
      asPublished: options.asPublished ?? false,
      keepHandles: options.keepHandles ?? false,
      observedOn: dayFrom(options.observedOn),
      timeZone: zoneFrom(options.timeZone),
      progress: bar,
    });
    end();
    process.stdout.write(`${reconciliationLines(reconciled).join("\n")}\n`);
    const rejected = reconciled.reduce((sum, file) => sum + file.rejected, 0);
    if (rejected > 0)
      process.stdout.write(`every rejected row, with its place and reason: ${options.out}/${rejectsFile}\n`);
  } finally {
    end();
  }
}

function dayFrom(text: string | undefined): UtcDay | null {
  if (text === undefined) return null;
  if (!isUtcDay(text)) throw new UsageError(`observed-on is not a calendar day: ${text}; write YYYY-MM-DD`);
  return text;
}

function zoneFrom(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!isZone(text)) throw new UsageError(`unknown time zone: ${text}; write one such as Europe/London`);
  return text;
}
