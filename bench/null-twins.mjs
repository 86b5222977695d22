// How often the detector flags a group where there is none: in twins whose network does nothing together, and in the CooRTweet sample
// after a shuffle of the labels within targets. `node bench/null-twins.mjs twin|events FILE.jsonl [SEEDS]`, after `npm run build`.
// Each seed that is done is a line of the file: start it again and it goes on from there.
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { realBackground } from "../dist/evaluation/background.js";
import { flaggedInIdleTwin, flaggedInShuffle } from "../dist/evaluation/without-network.js";
import { clopperPearson } from "../dist/statistics/clopper-pearson.js";

const [setting, file, seeds = "200"] = process.argv.slice(2);
if (!["twin", "events"].includes(setting) || file === undefined) {
  console.error("which, and into which file? node bench/null-twins.mjs twin|events FILE.jsonl [SEEDS]");
  process.exit(2);
}
const background = setting === "events" ? await realBackground() : null;
if (setting === "events" && background === null) {
  console.error(
    "the CooRTweet sample is missing; run `data fetch`, or name its folder in AMPLIFICATION_AUDIT_EXTERNAL",
  );
  process.exit(1);
}

const done = new Map(linesOf(file).map((line) => [line.seed, line]));
for (let seed = 1; seed <= Number(seeds); seed += 1) {
  if (done.has(seed)) continue;
  const begun = performance.now();
  const flagged = background ? flaggedInShuffle(background, seed) : await flaggedInIdleTwin(seed);
  const line = { seed, flagged, seconds: Number(((performance.now() - begun) / 1000).toFixed(1)) };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
  done.set(seed, line);
  console.error(`${setting} ${seed} of ${seeds}: ${flagged} accounts flagged, ${line.seconds} s`);
}

const hits = [...done.values()].filter(({ flagged }) => flagged > 0);
const { low, high } = clopperPearson(hits.length, done.size);
const percent = (share) => `${(100 * share).toFixed(1)}%`;
console.log(`${setting}: a group in ${hits.length} of ${done.size}, ${percent(hits.length / done.size)}`);
console.log(`95% interval (Clopper-Pearson): ${percent(low)} to ${percent(high)}`);
if (hits.length > 0)
  console.log(`seeds: ${hits.map(({ seed, flagged }) => `${seed} (${flagged} accounts)`).join(", ")}`);

/** What a run that was stopped had done; a line it could not finish is not counted. */
function linesOf(path) {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.filter((line) => line.startsWith("{") && line.endsWith("}")).map((line) => JSON.parse(line));
}
