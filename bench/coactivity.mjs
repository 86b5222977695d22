// Co-activity, file in to file out, against a plain program and DuckDB: `node bench/coactivity.mjs [ROWS...]`, after `npm run build`.
// Each run is a process of its own, its start included; all must write the same edges. `--repeat N` takes the median of N runs.
import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generate } from "./coactivity/generate.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const sides = {
  "amplification-audit": (events, edges) => [
    here("../dist/cli.js"),
    "coactivity",
    events,
    "--window",
    "60",
    "--out",
    edges,
  ],
  plain: (events, edges) => [here("./coactivity/plain.mjs"), events, edges],
  DuckDB: (events, edges) => [here("./coactivity/duckdb.mjs"), events, edges],
};
const mostForPlain = 1_000_000; // beyond, it needs more memory than Node gives a process

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { repeat: { type: "string", default: "3" } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [300_000, 1_000_000, 2_000_000];
const folder = mkdtempSync(join(tmpdir(), "amplification-audit-bench-"));
try {
  console.log(
    "| rows | program | seconds | times ours | peak memory | times ours |\n| --- | --- | --- | --- | --- | --- |",
  );
  for (const rows of sizes) await compare(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(rows) {
  const events = join(folder, "events.csv");
  generate(events, rows);
  const chosen = Object.entries(sides).filter(([name]) => name !== "plain" || rows <= mostForPlain);
  const runs = new Map(chosen.map(([name]) => [name, []]));
  for (let run = 0; run < Number(values.repeat); run += 1) {
    for (const [name, command] of chosen) runs.get(name).push(measure(command(events, join(folder, `${name}.csv`))));
  }
  const middle = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
  const medians = chosen.map(([name]) => ({
    name,
    seconds: middle(runs.get(name).map((run) => run.seconds)),
    megabytes: middle(runs.get(name).map((run) => run.megabytes)),
  }));
  const [ours] = medians;
  for (const { name, seconds, megabytes } of medians) {
    if (name !== ours.name) await expectSame(join(folder, `${ours.name}.csv`), join(folder, `${name}.csv`));
    const cells = [rows.toLocaleString("en"), name, seconds.toFixed(2), (seconds / ours.seconds).toFixed(1)];
    console.log(
      `| ${[...cells, `${Math.round(megabytes)} MB`, (megabytes / ours.megabytes).toFixed(1)].join(" | ")} |`,
    );
  }
}

function measure(args) {
  const usage = join(folder, "usage.json");
  const begun = performance.now();
  execFileSync(process.execPath, ["--require", here("./coactivity/usage.cjs"), ...args], {
    env: { ...process.env, USAGE_FILE: usage },
  });
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, megabytes: JSON.parse(readFileSync(usage, "utf8")).maxRSS / 1024 };
}

/** Line by line; DuckDB writes whole means as `27.0`. */
async function expectSame(ours, theirs) {
  const [one, other] = [ours, theirs].map((file) =>
    createInterface({ input: createReadStream(file) })[Symbol.asyncIterator](),
  );
  for (let line = 1; ; line += 1) {
    const [own, found] = [await one.next(), await other.next()];
    if (own.done && found.done) return;
    if (own.value !== found.value?.replace(/\.0$/, ""))
      throw new Error(`${theirs}:${line}: ${found.value}; ours: ${own.value}`);
  }
}
