// How long JupyterLab takes from the command to the first executed cell, in Chromium, and what it costs in memory and on disk:
// `node bench/lab.mjs`, after `npm run build`. Linux only: memory is read from /proc.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sparticuz from "@sparticuz/chromium";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const begun = performance.now();
const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
const rows = [];

const server = spawn(process.execPath, ["dist/cli.js", "lab", "--no-browser", "--port", "0"], { cwd: root });
const url = await new Promise((resolve, reject) => {
  let text = "";
  server.stdout.setEncoding("utf8").on("data", (part) => {
    text += part;
    const [found] = /http:\/\/\S+/.exec(text) ?? [];
    if (found) resolve(found);
  });
  server.once("exit", () => reject(new Error("lab has ended")));
});
rows.push(["address printed", `${seconds()} s`]);

const own = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const browser = await chromium.launch({
  executablePath: own ?? (await sparticuz.executablePath()),
  args: own ? ["--no-sandbox"] : sparticuz.args,
});
try {
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').first().waitFor({ timeout: 120_000 });
  rows.push(["notebook open, kernel idle", `${seconds()} s`]);
  await page.locator(".jp-CodeCell .cm-content").first().click();
  await page.keyboard.press("Shift+Enter");
  await page.locator(".jp-CodeCell .jp-InputPrompt").getByText("[1]:").first().waitFor({ timeout: 120_000 });
  rows.push(["first cell executed", `${seconds()} s`]);
  rows.push(["peak memory, server", megabytes(peakOf(server.pid))]);
  for (const kernel of childrenOf(server.pid)) rows.push(["peak memory, kernel", megabytes(peakOf(kernel))]);
} finally {
  await browser.close();
  server.kill("SIGTERM");
}

const [lab, all] = ["node_modules/@galaxyproject", "node_modules"].map(sizeOf);
rows.push(["installed, JupyterLab's pages", megabytes(lab)], ["installed, everything", megabytes(all)]);
for (const row of rows) console.log(`| ${row.join(" | ")} |`);

function childrenOf(pid) {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`))
    .filter((name) => Number(readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1).split(" ")[1]) === pid);
}

function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}

function sizeOf(folder) {
  return Number(execFileSync("du", ["-sk", folder], { cwd: root, encoding: "utf8" }).split("\t")[0]);
}

function megabytes(kilobytes) {
  return `${Math.round(kilobytes / 1024)} MB`;
}
