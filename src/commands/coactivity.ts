import { existsSync, realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../errors.js";
import { secondsFrom, wholeFrom } from "./numbers.js";

interface Options {
  window: string;
  semantics: string;
  binOrigin: string;
  minParticipation?: string;
  actor: string;
  target: string;
  time: string;
  event: string | false;
  pairs?: string;
  most: string;
  out: string;
}

/** What `--semantics` and `--bin-origin` may be; told here so that the help needs none of the engine. */
const semanticsNames = ["pairwise", "coortweet", "qut", "bins", "chained"] as const;
const origins = ["first", "epoch"] as const;

export function addCoActivity(program: Command): void {
  program
    .command("coactivity")
    .argument("<events>", "CSV or Parquet file of who acted on what, and when (Unix seconds or ISO 8601)")
    .description("pairs of accounts that acted on the same object within a window: how often, and how far apart")
    .requiredOption("--window <seconds>", "longest time between two events that count as together, both ends included")
    .option("--semantics <name>", `what counts as together: ${semanticsNames.join(", ")}`, "pairwise")
    .option(
      "--bin-origin <origin>",
      `with bins, where they begin: ${origins.join(" (share of the object), ")}`,
      "first",
    )
    .option("--min-participation <n>", "leave out accounts with fewer events (default: 1, for coortweet 2)")
    .option("--actor <column>", "column of accounts", "account_id")
    .option("--target <column>", "column of what they acted on", "object_id")
    .option("--time <column>", "column of times", "timestamp_share")
    .option("--event <column>", "column of event ids", "content_id")
    .option("--no-event", "rows have no ids: each is an event of its own")
    .option("--pairs <file>", "also list every co-action: object, both accounts and events, seconds")
    .option("--most <n>", "refuse more co-actions than this", "500000000")
    .requiredOption("--out <file>", "CSV file to write, sorted by pair")
    .action(async (events: string, options: Options) => {
      const settings = readOptions(options);
      refuseSameFile([events, options.out, ...(options.pairs === undefined ? [] : [options.pairs])]);
      const { writeCoActivity } = await import("../coordination/co-activity/write-co-activity.js");
      const { out, pairs } = options;
      const lines = await writeCoActivity(events, {
        ...settings,
        out,
        pairs,
        threads: availableParallelism(),
        warn: (text) => process.stderr.write(`${text}\n`),
      });
      const said = [out, pairs].includes("/dev/stdout") ? process.stderr : process.stdout;
      said.write(`${lines.join("\n")}\n`);
    });
}

/** What is written would take the place of what is read, or of what else is written. */
function refuseSameFile(paths: readonly string[]): void {
  const whole = paths.map((path) => (existsSync(path) ? realpathSync(path) : resolve(path)));
  const again = paths.find((_, at) => whole.indexOf(whole[at] as string) !== at);
  if (again !== undefined) throw new UsageError(`same file twice: ${again}; give each its own`);
}

function readOptions(options: Options) {
  const { actor, target, time, event } = options;
  return {
    columns: { actor, target, time, ...(event !== false && { event }) },
    window: secondsFrom("window", options.window),
    semantics: oneOf("semantics", semanticsNames, options.semantics),
    binOrigin: oneOf("bin origin", origins, options.binOrigin),
    most: wholeFrom(1, "most", options.most),
    ...(options.minParticipation !== undefined && {
      minParticipation: wholeFrom(1, "min participation", options.minParticipation),
    }),
  };
}

function oneOf<Name extends string>(option: string, names: readonly Name[], text: string): Name {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new UsageError(`unknown ${option}: "${text}"; known: ${names.join(", ")}`);
  return found;
}
