// How long the findings take at the published size, and how much memory: `node bench/findings.mjs [CORPUS]`, after `npm run build`.
// Without CORPUS the twin is generated once into .cache/bench. Each measurement has a process of its own, so that the memory and the
// compiled code of one do not count for another. The bare scan reads the columns that the finding's queries name, each once, with
// DuckDB, and hashes every value so that none can be skipped. Each finding of the London case searches for the network anew here;
// `reproduce` searches once.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Corpus } from "../dist/corpus/corpus.js";
import { infoFile } from "../dist/corpus/info.js";
import { tableOf } from "../dist/corpus/schema.js";
import { findings } from "../dist/pipeline/findings.js";
import { oii2021 } from "../dist/study/oii-2021.js";

const here = fileURLToPath(import.meta.url);
const [first, ...rest] = process.argv.slice(2);
if (first === "--once") await once(...rest);
else compare(first ?? generated());

function generated() {
  const folder = join(dirname(here), "..", ".cache", "bench");
  const corpus = join(folder, "corpus");
  if (existsSync(join(corpus, infoFile))) return corpus;
  console.error("generating the twin into .cache/bench");
  execFileSync(process.execPath, [join(dirname(here), "..", "dist", "cli.js"), "twin", "--out", folder]);
  return corpus;
}

function compare(folder) {
  const heads = [
    "finding",
    "seconds",
    "CPU seconds",
    "queries",
    "bare scan",
    "share of it",
    "peak memory",
    "second opinion",
  ];
  console.log(heads.join(" | "));
  const london = findings.findIndex(({ name }) => name === "network-detection");
  comparePart(folder, "the global audit", findings.slice(0, london));
  comparePart(folder, "the London case", findings.slice(london));
}

function comparePart(folder, part, members) {
  const sums = { seconds: 0, cpu: 0, scan: 0, second: 0, memory: 0 };
  for (const { name } of members) {
    const { seconds, cpu, queries, memory, columns } = measure("compute", name, folder);
    const scan = measure("scan", name, folder, JSON.stringify(columns));
    const second = measure("second", name, folder);
    sums.seconds += seconds;
    sums.cpu += cpu;
    sums.scan += scan.cpu;
    sums.second += second.seconds;
    sums.memory = Math.max(sums.memory, memory);
    console.log(line(name, seconds, cpu, queries, scan.cpu, memory, second.seconds));
  }
  console.log(line(`${part}, one after the other`, sums.seconds, sums.cpu, "", sums.scan, sums.memory, sums.second));
  const { seconds, cpu, memory } = measure("together", members.map(({ name }) => name).join(), folder);
  console.log(line(`${part} in one process, two at a time`, seconds, cpu, "", sums.scan, memory, sums.second));
}

function line(name, seconds, cpu, queries, scan, memory, second) {
  const share = `${((scan / cpu) * 100).toFixed(0)}%`;
  return [
    name,
    seconds.toFixed(1),
    cpu.toFixed(1),
    queries,
    scan.toFixed(2),
    share,
    `${memory} MB`,
    second.toFixed(1),
  ].join(" | ");
}

function measure(...what) {
  return JSON.parse(String(execFileSync(process.execPath, [here, "--once", ...what])));
}

async function once(what, name, folder, columns) {
  if (what === "together") return together(name.split(","), folder);
  const finding = findings.find((one) => one.name === name);
  const clock = startClock();
  const corpus = await Corpus.open(folder, finding.tables);
  const queries = recorded(corpus);
  if (what === "compute") await finding.compute(corpus, oii2021);
  else if (what === "second") await finding.secondOpinion?.(corpus, oii2021);
  else for (const query of scans(JSON.parse(columns))) await corpus.rows(query);
  const spent = clock();
  corpus.close();
  const report = { ...spent, queries: queries.length, columns: columnsIn(queries, finding.tables) };
  console.log(JSON.stringify(report));
}

/** Two findings at a time, as `reproduce` does it: while the query of one runs, the other draws its samples. */
async function together(names, folder) {
  const clock = startClock();
  const left = findings.filter(({ name }) => names.includes(name));
  const work = async () => {
    for (let finding = left.shift(); finding; finding = left.shift()) {
      const corpus = await Corpus.open(folder, finding.tables);
      await finding.compute(corpus, oii2021);
      corpus.close();
    }
  };
  await Promise.all([work(), work()]);
  console.log(JSON.stringify(clock()));
}

/** Starts measuring; the function it gives says what was spent since. CPU time hardly depends on what else the machine does. */
function startClock() {
  const begun = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    return { seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6, memory };
  };
}

/** The queries that run on a corpus from now on. */
function recorded(corpus) {
  const queries = [];
  const rows = corpus.rows.bind(corpus);
  corpus.rows = (sql, parameters) => {
    queries.push(sql);
    return rows(sql, parameters);
  };
  return queries;
}

/** Columns of each table that the queries name. */
function columnsIn(queries, tables) {
  const words = new Set(queries.flatMap((sql) => sql.replace(/'[^']*'/g, "").match(/\w+/g)));
  return Object.fromEntries(
    tables
      .filter((table) => words.has(table))
      .map((table) => [table, Object.keys(tableOf(table).fields).filter((column) => words.has(column))]),
  );
}

function scans(columns) {
  return Object.entries(columns).map(([table, names]) => {
    const hashes = names.map((column) => `bit_xor(hash("${column}"))::varchar`);
    return `select ${hashes.join(", ")} from ${table}`;
  });
}
