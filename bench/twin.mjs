// How long a twin takes to generate and write, and how much memory: `node bench/twin.mjs [SCALE...]`, after `npm run build`.
// Each scale runs in a process of its own, so that the memory of one does not count for another.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [flag, scale] = process.argv.slice(2);
if (flag === "--once") await once(Number(scale));
else compare(process.argv.slice(2).map(Number));

function compare(scales) {
  console.log("scale  seconds  seconds to write  peak memory  events       posts");
  for (const one of scales.length > 0 ? scales : [0.01, 0.05, 1]) {
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), "--once", String(one)]);
    const { seconds, writing, memory, events, posts } = JSON.parse(String(output));
    const cells = [`${one}`, seconds.toFixed(1), writing.toFixed(1), `${memory} MB`, String(events), String(posts)];
    console.log(cells.map((cell, at) => cell.padEnd([5, 7, 16, 11, 11, 0][at])).join("  "));
  }
}

async function once(scale) {
  const { makeTwin } = await import("../dist/twin/make-twin.js");
  const { writeTwin } = await import("../dist/twin/write-twin.js");
  const { oii2021 } = await import("../dist/study/oii-2021.js");
  const folder = mkdtempSync(join(tmpdir(), "amplification-audit-bench-"));
  try {
    const begun = performance.now();
    const twin = makeTwin({ seed: 2021, scale, effort: 1, study: oii2021 });
    const made = performance.now();
    await writeTwin(join(folder, "corpus"), twin);
    const written = performance.now();
    console.log(
      JSON.stringify({
        seconds: (written - begun) / 1000,
        writing: (written - made) / 1000,
        memory: Math.round(process.resourceUsage().maxRSS / 1024),
        events: twin.events.count,
        posts: twin.posts.count,
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
