import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageOf } from "../../src/errors.js";
import { projectPath } from "../../src/files/project.js";
import { serialiseNotebook, stripOutputs } from "../../src/kernel/notebook.js";
import { runNotebook } from "../../src/kernel/run-notebook.js";
import { type Lab, startLab } from "../../src/lab/server.js";
import { smallNotebook } from "../kernel/small-notebook.js";
import { startBrowser, until } from "./browser.js";

const browser: Browser | string = await startBrowser().catch((thrown) => messageOf(thrown));
if (typeof browser === "string") console.info(`skipped: Chromium does not start: ${browser.split("\n")[0]}`);

/** Draws by both libraries that front ends draw themselves, without the project's own renderer: that takes seconds. */
const cells = [
  `import { figure, progress } from "amplification-audit";
const threshold = 3;`,
  `const values = [1, 2, 3, 4, 5].map((accounts) => ({ accounts }));
const above = values.filter(({ accounts }) => accounts >= threshold);
console.log(\`above the threshold: \${above.length}\`);`,
  `const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="10mm"/>';
const x = { field: "accounts", type: "quantitative" };
figure({ svg, alt: "Bars", vegaLite: { data: { values }, mark: "bar", encoding: { x } } });`,
  'figure({ svg, alt: "A line", plotly: { data: [{ x: [1, 2, 3], y: [1, 3, 2], type: "scatter" }] } });',
  `const counted = progress("accounts counted", 3);
for (const _ of values.slice(0, 3)) counted.step();`,
];
const notebook = stripOutputs(smallNotebook(...cells));

let folder = "";
let lab: Lab;
let page: Page;
const asked: string[] = [];

describe.skipIf(typeof browser === "string")("JupyterLab in a browser", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "amplification-audit-"));
    await writeFile(join(folder, "page.ipynb"), serialiseNotebook(notebook));
    lab = await startLab({ root: folder, port: 0, open: "page.ipynb" });
    if (typeof browser === "string") return;
    const context = await browser.newContext({ viewport: { width: 1000, height: 1300 } });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(lab.url);
    await page.locator(".jp-Notebook .jp-CodeCell").first().waitFor({ timeout: 120_000 });
    await kernelIs("idle");
  });

  afterAll(async () => {
    if (typeof browser !== "string") await browser.close();
    await lab.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("runs a notebook and draws its figures", async () => {
    await menu("Run", "Run All Cells");
    await output("accounts counted: 3 of 3");
    await output("above the threshold: 3");
    await page.locator(".vega-embed canvas, .vega-embed svg").first().waitFor();
    await page.locator(".js-plotly-plot .main-svg").first().waitFor();
  });

  it("saves what the headless runner would have written", async () => {
    await save();
    const headless = await runNotebook(notebook, { cwd: folder, name: "page" });
    expect(await readFile(join(folder, "page.ipynb"), "utf8")).toBe(serialiseNotebook(headless));
  });

  it("computes again from an edited cell", async () => {
    await edit(0, (cells[0] ?? "").replace("threshold = 3", "threshold = 5"));
    await menu("Run", "Run All Cells");
    await output("above the threshold: 1");
  });

  it("completes a name by the kernel, and says what it is", async () => {
    await write("thresho");
    await page.keyboard.press("Tab");
    await page.locator(".jp-Completer-item").getByText("threshold", { exact: true }).waitFor();
    await page.screenshot({ path: projectPath("report", "front-ends", "node-lab.png") }); // for the documentation, not compared
    await page.keyboard.press("Enter");
    await page.locator(".jp-Completer-item").first().waitFor({ state: "hidden" });
    await page.keyboard.press("Shift+Tab");
    await page.locator(".jp-Tooltip").getByText("const threshold: 5").waitFor();
    await page.keyboard.press("Escape");
  });

  it("interrupts a loop that never ends, and keeps the variables", async () => {
    await run("await Promise.resolve(); while (true);");
    await kernelIs("busy");
    await menu("Kernel", "Interrupt Kernel");
    await output("Interrupted: the cell was interrupted");
    await page.waitForTimeout(1000); // what is run within 200 ms of an error counts as sent before it, and is not run
    await run("console.log('still', threshold);");
    await output("still 5");
  });

  it("gives a second tab the same kernel, and asks before one overwrites what the other saved", async () => {
    await save();
    const other = await openTab();
    await kernelIs("idle", other);
    await run("console.log('one kernel:', threshold);", other);
    await output("one kernel: 5", other);
    await save(other);
    await other.close();
    await page.locator(".jp-CodeCell").first().click();
    await run("1;");
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Overwrite" }).click();
    await page.locator(".jp-Dialog").waitFor({ state: "detached" });
  });

  it("reports a kernel that was killed, and starts it again", async () => {
    await run("process.kill(process.pid, 'SIGKILL');");
    await page.getByText("Kernel Restarting").waitFor();
    await page.getByRole("button", { name: "Ok", exact: true }).click();
    await kernelIs("idle");
    await run("console.log('back again');");
    await output("back again");
  });

  it("restarts a kernel on demand: its variables are gone", async () => {
    await run("const kept = 1;");
    await menu("Kernel", "Restart Kernel…");
    await page.getByRole("button", { name: "Confirm Kernel Restart" }).click();
    await kernelIs("idle");
    await run("console.log(typeof kept === 'undefined' ? 'gone' : kept);");
    await output("Cannot find name 'kept'");
  });

  it("opens what was saved", async () => {
    await save();
    const other = await openTab();
    await output("above the threshold: 1", other);
  });

  it("gets all of a hundred thousand writes, in order", async () => {
    await run("for (let i = 1; i <= 100_000; i += 1) console.log('write', i);");
    await output("write 100000");
    const text = await page.locator(".jp-CodeCell").last().locator(".jp-OutputArea-output").allTextContents();
    const numbers = [...text.join("\n").matchAll(/write (\d+)/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 100_000 }, (_, index) => index + 1));
  });

  it("makes a notebook and gives it another name", async () => {
    await page.locator(".jp-DirListing-content").waitFor();
    await page.getByRole("menuitem", { name: "File", exact: true }).click();
    await page.locator(".lm-Menu-itemLabel").getByText("New", { exact: true }).hover();
    await page.locator(".lm-Menu-itemLabel").getByText("Notebook", { exact: true }).click();
    await page.locator(".lm-TabBar-tab.jp-mod-current").getByText("Untitled.ipynb").waitFor();
    const name = page.locator(".jp-Dialog input").first();
    await until(name, () => page.keyboard.press("Control+s"));
    await name.fill("renamed.ipynb");
    await page.getByRole("button", { name: "Rename and Save" }).click();
    await page.locator(".jp-DirListing-item").getByText("renamed.ipynb").waitFor();
    const { metadata } = JSON.parse(await readFile(join(folder, "renamed.ipynb"), "utf8"));
    expect(metadata.kernelspec.name).toBe("amplification-audit");
  });

  it("takes an upload", async () => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByTitle("Upload Files").or(page.locator('[data-command="filebrowser:upload"]')).first().click();
    await (await chooser).setFiles({ name: "brought.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });
    await page.locator(".jp-DirListing-item").getByText("brought.csv").waitFor();
    expect(await readFile(join(folder, "brought.csv"), "utf8")).toBe("a,b\n1,2\n");
  });

  it("has asked nobody but the server", () => {
    expect(asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(lab.address))).toEqual([]);
  });
});

async function menu(name: string, item: string): Promise<void> {
  await page.getByRole("menuitem", { name, exact: true }).click();
  await page.locator(".lm-Menu-itemLabel").getByText(item, { exact: true }).click();
}

async function output(text: string, tab = page): Promise<void> {
  await tab.locator(".jp-OutputArea-output").getByText(text).last().waitFor({ timeout: 60_000 });
}

/** The same notebook in another tab. */
async function openTab(): Promise<Page> {
  const tab = await page.context().newPage();
  tab.setDefaultTimeout(30_000);
  await tab.goto(`${lab.address}/lab/index.html?path=page.ipynb`);
  return tab;
}

/** Replaces the code of a cell. */
async function edit(index: number, code: string): Promise<void> {
  await page.locator(".jp-CodeCell .cm-content").nth(index).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(code);
}

/** Writes code into a new cell, below the others. */
async function write(code: string, tab = page): Promise<void> {
  const empty = tab.locator(".jp-Cell.jp-mod-active .cm-content:visible").filter({ hasText: /^$/ });
  await until(empty, () => tab.locator(".jp-Notebook-footer:visible").click());
  await empty.click();
  await tab.keyboard.insertText(code);
}

/** Writes code into a new cell and runs it. */
async function run(code: string, tab = page): Promise<void> {
  await write(code, tab);
  await tab.keyboard.press("Control+Enter");
}

async function save(tab = page): Promise<void> {
  const saved = tab.waitForResponse((response) => response.request().method() === "PUT");
  await tab.keyboard.press("Control+s");
  expect((await saved).status()).toBe(200);
}

async function kernelIs(status: string, tab = page): Promise<void> {
  const indicator = tab.locator(`.jp-Notebook-ExecutionIndicator[data-status="${status}"]`);
  await indicator.first().waitFor({ timeout: 60_000 });
}
