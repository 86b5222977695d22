import type { Command } from "commander";
import { UsageError } from "../errors.js";
import { replaceFolder } from "../files/folder.js";
import { secondsFrom, wholeFrom } from "./numbers.js";

interface Options {
  corpus?: string;
  events?: string;
  window?: string;
  actor: string;
  target: string;
  time: string;
  event: string | false;
  rate: string;
  shuffles: string;
  most: string;
  out: string;
}

export function addDetect(program: Command): void {
  program
    .command("detect")
    .description(
      "find groups of accounts that act together more than chance has it, by who acted on what and when alone, and write them with their evidence",
    )
    .option("--corpus <corpus>", "twin, or a folder made by `import`: those who amplified the study's focus principals")
    .option("--events <file>", "CSV or Parquet file of who acted on what, and when")
    .option("--window <seconds>", "with --events: longest time between two events that count as together")
    .option("--actor <column>", "column of accounts", "account_id")
    .option("--target <column>", "column of what they acted on", "object_id")
    .option("--time <column>", "column of times", "timestamp_share")
    .option("--event <column>", "column of event ids", "content_id")
    .option("--no-event", "rows have no ids: each is an event of its own")
    .option("--rate <share>", "false discoveries allowed among the members", "0.03")
    .option("--shuffles <n>", "shuffles of the labels; 19 show a p-value of .05", "19")
    .option("--most <n>", "with --events: refuse more co-actions than this", "500000000")
    .requiredOption("--out <dir>", "folder for accounts.csv, edges.csv, network.gexf and network.graphml")
    .action(async (options: Options, command: Command) => {
      if (options.corpus !== undefined && options.events === undefined) refuseThoseOfEvents(command);
      const lines = await replaceFolder(options.out, "detect", (stage) => detectInto(stage, options));
      process.stdout.write(`${lines.join("\n")}\n`);
    });
}

/** A corpus knows its columns, and its study the window. */
function refuseThoseOfEvents(command: Command): void {
  const given = ["window", "actor", "target", "time", "event", "most"].find(
    (name) => command.getOptionValueSource(name) === "cli",
  );
  if (given !== undefined) throw new UsageError(`--${given} belongs to --events; leave it out with --corpus`);
}

async function detectInto(folder: string, options: Options): Promise<string[]> {
  const { corpus, events, window, actor, target, time, event } = options;
  const settings = { rate: shareFrom(options.rate), replicates: wholeFrom(19, "shuffles", options.shuffles) };
  const { writeDetectionOfCorpus, writeDetectionOfEvents } = await import(
    "../coordination/detection/write-detection.js"
  );
  if (events !== undefined && corpus === undefined) {
    if (window === undefined) throw new UsageError("no window; give --window with a number of seconds");
    const columns = { actor, target, time, ...(event !== false && { event }) };
    const most = wholeFrom(1, "most", options.most);
    const warn = (text: string) => void process.stderr.write(`${text}\n`);
    return writeDetectionOfEvents(events, columns, secondsFrom("window", window), folder, { ...settings, most, warn });
  }
  if (corpus === undefined || events !== undefined)
    throw new UsageError("give either --corpus or --events, and not both");
  const { openCorpus } = await import("../pipeline/open-corpus.js");
  const { studyIn } = await import("../study/study-in.js");
  const opened = await openCorpus(corpus);
  try {
    return await writeDetectionOfCorpus(opened, studyIn(opened.folder), folder, settings);
  } finally {
    opened.close();
  }
}

function shareFrom(text: string): number {
  const share = Number(text);
  if (text.trim() === "" || !(share > 0 && share < 1)) {
    throw new UsageError(`rate must be a share between 0 and 1: ${text}`);
  }
  return share;
}
