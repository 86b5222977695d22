import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageOf } from "../../src/errors.js";
import { projectPath } from "../../src/files/project.js";
import { renderSite } from "../../src/report/render-site.js";
import { smallMaterial } from "../report/small-material.js";
import { startBrowser } from "./browser.js";

const browser: Browser | string = await startBrowser().catch((thrown) => messageOf(thrown));
if (typeof browser === "string") console.info(`skipped: Chromium does not start: ${browser.split("\n")[0]}`);

const pages = ["index.html", "crosswalk.html", "sources.html", "finding/labels.html", "finding/empty.html"];
const axe = await readFile(projectPath("node_modules", "axe-core", "axe.min.js"), "utf8");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "amplification-audit-"));
  for (const [path, text] of renderSite(smallMaterial())) {
    await mkdir(dirname(join(folder, "report", path)), { recursive: true });
    await writeFile(join(folder, "report", path), text);
  }
  await cp(projectPath("src", "report", "assets"), join(folder, "report", "assets"), { recursive: true });
  await cp(
    projectPath("node_modules", "plotly.js", "plotly-basic.min.js"),
    join(folder, "report", "assets", "plotly.min.js"),
  );
  const environment = { node: "v20", platform: "linux x64", release: "6", processors: 2, memoryGiB: 4 };
  const run = { corpus: "twin", study: "s", startedAt: "2026-01-01T00:00:00.000Z", seconds: 5, environment, steps: [] };
  await writeFile(join(folder, "report", "run.js"), `globalThis.auditRun = ${JSON.stringify(run)};`);
});

afterAll(async () => {
  if (typeof browser !== "string") await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a page from disk, and collects what it complains of and what it asks for beyond the disk. */
async function open(path: string, options: Parameters<Browser["newPage"]>[0] = {}) {
  if (typeof browser === "string") throw new Error(browser);
  const page = await browser.newPage(options);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  page.on("requestfailed", (request) => complaints.push(`not there: ${request.url()}`));
  const [file = "", query = ""] = path.split("?");
  await page.goto(`${pathToFileURL(join(folder, "report", file))}${query === "" ? "" : `?${query}`}`);
  return { page, complaints };
}

describe.skipIf(typeof browser === "string")("the report in a browser", () => {
  it.each(pages)("opens from disk, complains of nothing and runs nothing planted: %s", async (path) => {
    const { page, complaints } = await open(path);
    expect(await page.evaluate("globalThis.planted")).toBeUndefined();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(["light", "dark"] as const)("has no serious fault of accessibility, %s", async (colorScheme) => {
    for (const path of ["index.html", "crosswalk.html", "finding/labels.html", "reading/glossary.html"]) {
      const { page } = await open(path, { colorScheme });
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      const plots = page.locator("details.explore");
      for (let at = 0; at < (await plots.count()); at += 1) await plots.nth(at).locator(".main-svg").first().waitFor();
      expect(await seriousFaults(page), path).toEqual([]);
      await page.close();
    }
  });

  it.each([390, 820, 1440])("is no wider than a window of %i pixels", async (width) => {
    for (const path of ["index.html", "crosswalk.html", "finding/labels.html"]) {
      const { page } = await open(path, { viewport: { width, height: 900 } });
      await page.evaluate("for (const one of document.querySelectorAll('details:not(.explore)')) one.open = true");
      expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width);
      const picture = join(folder, `${path.replace("/", "-")}-${width}.png`);
      expect((await page.screenshot({ path: picture })).length).toBeGreaterThan(5000);
      await page.close();
    }
  });

  it("filters and sorts the claims, by hand and by the address", async () => {
    const { page, complaints } = await open("crosswalk.html");
    const shown = () => page.locator("table.claims tbody tr:visible .id").allTextContents();
    expect(await shown()).toEqual(["L1", "L2", "L3", "X1"]);
    await page.getByLabel("verdict").selectOption("differs");
    expect([await shown(), await page.getByRole("status").textContent()]).toEqual([["L2"], "1 of 4 claims"]);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByRole("button", { name: "verdict" }).click();
    expect(await shown()).toEqual(["L2", "X1", "L1", "L3"]);
    expect(complaints).toEqual([]);
    await page.close();
    const { page: asked } = await open("crosswalk.html?verdict=reproduced&basis=calibrated");
    expect(await asked.locator("table.claims tbody tr:visible .id").allTextContents()).toEqual(["L1"]);
    await asked.close();
  });

  it("shows every claim where scripts do not run", async () => {
    const { page } = await open("crosswalk.html", { javaScriptEnabled: false });
    expect(await page.locator("table.claims tbody tr:visible").count()).toBe(4);
    expect(await page.locator("form:visible").count()).toBe(0);
    await page.close();
  });

  it("shows the run, and the cell that a link leads to", async () => {
    const { page } = await open("index.html");
    expect(await page.locator("#run").textContent()).toContain("Node.js v20");
    await page.close();
    const { page: finding } = await open("finding/labels.html");
    expect(await finding.locator("#cell-three").isVisible()).toBe(false);
    await finding.evaluate("location.hash = 'cell-three'");
    await finding.locator("#cell-three").waitFor({ state: "visible" });
    await finding.close();
  });

  it("draws a plot when it is opened, and loads the library no sooner", async () => {
    const { page, complaints } = await open("finding/labels.html");
    expect(await page.evaluate("typeof Plotly")).toBe("undefined");
    await page.locator("details.explore summary").click();
    await page.locator("details.explore[data-drawn] svg").first().waitFor();
    expect(await page.evaluate("globalThis.planted")).toBeUndefined();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("is led through by keyboard: first to the content, then to what scrolls", async () => {
    const { page } = await open("crosswalk.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.locator(".scrolling").first().focus();
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("All claims");
    await page.close();
  });
});

/** Faults that axe calls serious or critical, with the elements they are about. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, ...target, failureSummary].join(" "))))`,
  );
}
