// The same edges as one would first write them: split lines, a Map of arrays, sort, two pointers.
// `node bench/coactivity/plain.mjs EVENTS.csv EDGES.csv`
import { readFileSync, writeFileSync } from "node:fs";

const window = 60;
const [events, edges] = process.argv.slice(2);

const rows = readFileSync(events, "utf8")
  .split("\n")
  .slice(1)
  .filter((line) => line !== "")
  .map((line) => line.split(","))
  .map(([target, actor, event, seconds]) => ({ target, actor, event, seconds: Number(seconds) }));

const earliest = new Map();
for (const row of rows) {
  const other = earliest.get(row.event);
  const isBefore =
    !other || row.seconds - other.seconds < 0 || (row.seconds === other.seconds && row.target < other.target);
  if (isBefore) earliest.set(row.event, row);
}

const byTarget = new Map();
for (const row of earliest.values()) {
  const others = byTarget.get(row.target);
  if (others) others.push(row);
  else byTarget.set(row.target, [row]);
}

const pairs = new Map();
for (const group of byTarget.values()) {
  group.sort((one, other) => one.seconds - other.seconds);
  let first = 0;
  for (let at = 0; at < group.length; at += 1) {
    const late = group[at];
    while (late.seconds - group[first].seconds > window) first += 1;
    for (let before = first; before < at; before += 1) {
      const early = group[before];
      if (early.actor === late.actor) continue;
      const key = early.actor < late.actor ? `${early.actor},${late.actor}` : `${late.actor},${early.actor}`;
      const pair = pairs.get(key);
      if (pair) {
        pair.weight += 1;
        pair.sum += late.seconds - early.seconds;
      } else pairs.set(key, { weight: 1, sum: late.seconds - early.seconds });
    }
  }
}

const lines = ["account_a,account_b,weight,mean_delta_s"];
for (const key of [...pairs.keys()].sort()) {
  const { weight, sum } = pairs.get(key);
  lines.push(`${key},${weight},${sum / weight}`);
}
writeFileSync(edges, `${lines.join("\n")}\n`);
