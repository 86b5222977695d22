// Imports raw data that the twin wrote, in each form and at the scales given, and prints throughput and peak memory.
// node bench/import.mjs 0.02 0.2 [--as v1.1 v2]
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const cli = new URL("../dist/cli.js", import.meta.url).pathname;
const memoryAtExit = `data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS+"\\n"))`;

/** Runs the command line and gives its peak memory in MB and the seconds that it took. */
function run(...args) {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--import", memoryAtExit, cli, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let told = "";
  child.stderr.on("data", (data) => {
    told += data;
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      if (code !== 0) return reject(new Error(told));
      const peak = Number(/peak (\d+)/.exec(told)?.[1]) / 1024;
      resolve({ peak, seconds: (performance.now() - begun) / 1000 });
    });
  });
}

const bytesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

const args = process.argv.slice(2);
const named = args.indexOf("--as");
const scales = named === -1 ? args : args.slice(0, named);
const forms = named === -1 ? ["v1.1", "v2", "postgres", "crowdtangle-csv"] : args.slice(named + 1);

console.log(
  "| raw data | scale | MB in | seconds | MB a second | peak memory |\n| --- | --- | --- | --- | --- | --- |",
);
for (const form of forms) {
  for (const scale of scales) {
    const folder = mkdtempSync(join(tmpdir(), "amplification-audit-bench-"));
    try {
      await run("twin", "--scale", scale, "--as", form, "--out", join(folder, "twin"));
      const raw = join(folder, "twin", "raw");
      const megabytes = bytesIn(raw) / 1e6;
      const study = ["--study", join(raw, "study.json"), "--keep-handles"];
      const { seconds, peak } = await run("import", raw, ...study, "--out", join(folder, "corpus"));
      const rate = (megabytes / seconds).toFixed(1);
      console.log(
        `| ${form} | ${scale} | ${megabytes.toFixed(0)} | ${seconds.toFixed(1)} | ${rate} | ${peak.toFixed(0)} MB |`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
