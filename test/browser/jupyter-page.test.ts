import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { serialiseNotebook, stripOutputs } from "../../src/kernel/notebook.js";
import { smallNotebook } from "../kernel/small-notebook.js";
import { temporaryFolder } from "../temporary-folder.js";
import { startBrowser, until } from "./browser.js";
import { frontEndVersion, startJupyter } from "./jupyter-server.js";

/** Draws a small figure with the project, as the notebooks do; the kernel finds the project from anywhere. */
const cells = [
  `import { figure, interactiveSpecification, renderFigure, show, type Figure } from "amplification-audit";

const rows = [{ group: "diplomats", accounts: 189 }, { group: "media", accounts: 84 }];
show(rows, { caption: "Accounts by group", sortBy: "accounts" });`,
  `const drawing: Figure = {
  name: "accounts", basis: "synthetic twin", width: "single",
  title: "Most accounts are diplomats'", subtitle: "Accounts by group", alt: "Two bars: 189 and 84 accounts.",
  sourceData: { columns: ["group", "accounts"].map((name) => ({ name, description: "" })), rows },
  specification: { height: 40, mark: "bar", encoding: {
    y: { field: "group", type: "nominal", title: null },
    x: { field: "accounts", type: "quantitative", title: "accounts" },
  } },
};
const { svg } = await renderFigure(drawing);
figure({ svg, alt: drawing.alt, vegaLite: interactiveSpecification(drawing) });`,
  "const third: string = rows[2].group;",
];
const endless = "await Promise.resolve();\nwhile (true);";
const notebook = stripOutputs(smallNotebook(...cells, endless));

interface FrontEnd {
  name: "notebook" | "lab";
  title: string;
  version: RegExp;
  page: string;
  /** What the page draws of a figure, and what it holds the cells in. */
  figure: string;
  cells: string;
}

const frontEnds: FrontEnd[] = [
  {
    ...{ name: "notebook", title: "classic Notebook", version: /^6\./, page: "/notebooks/page.ipynb" },
    ...{ figure: ".output_svg svg", cells: "#notebook" },
  },
  {
    ...{ name: "lab", title: "JupyterLab", version: /^4\./, page: "/lab/tree/page.ipynb" },
    ...{ figure: ".vega-embed canvas, .vega-embed svg", cells: ".jp-Notebook" }, // drawn by Lab itself
  },
];

it.each(frontEnds)(
  "a page of $title runs a cell on the kernel and shows its table, figure and errors",
  async (frontEnd) => {
    const version = frontEndVersion(frontEnd.name);
    if (version === undefined || !frontEnd.version.test(version)) {
      console.info(`skipped: ${frontEnd.title} is not installed`);
      return;
    }
    const folder = await temporaryFolder();
    await writeFile(join(folder, "page.ipynb"), serialiseNotebook(notebook));
    const server = await startJupyter(frontEnd.name, folder);
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
      await page.goto(`${server.address}${frontEnd.page}?token=${server.token}`);
      await page.getByText("TypeScript (amplification-audit)").first().waitFor({ timeout: 120_000 });
      for (const _ of cells) await runSelectedCell(page, frontEnd);
      const figure = page.locator(frontEnd.figure).first();
      await figure.waitFor({ timeout: 120_000 });
      const box = await figure.boundingBox();
      expect([box?.width, box?.height]).toEqual([expect.toSatisfy(isSeen), expect.toSatisfy(isSeen)]);
      expect(await page.locator("table caption").first().textContent()).toBe("Accounts by group");
      await page.getByText("Cannot read properties of undefined").first().waitFor();
      await page.getByText("at cell 3:1:31").first().waitFor();
      await keepScreenshot(page, frontEnd.name);
      await interruptLoop(page, frontEnd);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
);

function isSeen(pixels: unknown): boolean {
  return Number(pixels) > 80;
}

/** Runs the selected cell and selects the one below it, as a user does. */
async function runSelectedCell(page: Page, { name, cells: container }: FrontEnd): Promise<void> {
  if (name === "notebook") await page.waitForFunction("window.Jupyter?.notebook?.kernel?.is_connected()");
  await page.locator(container).first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Enter");
}

async function interruptLoop(page: Page, frontEnd: FrontEnd): Promise<void> {
  await page.waitForTimeout(1000); // what is run within 200 ms of an error counts as sent before it, and is not run
  await runSelectedCell(page, frontEnd);
  await page.getByText("[*]").first().waitFor();
  await page.keyboard.press("Escape");
  await until(page.getByText("Interrupted: the cell was interrupted").first(), async () => {
    await page.waitForTimeout(1000);
    for (const _ of ["twice", "in a row"]) await page.keyboard.press("i");
  });
}

/** For the documentation; not compared, because fonts and front ends differ from machine to machine. */
async function keepScreenshot(page: Page, name: string): Promise<void> {
  const news = page.getByRole("button", { name: "No", exact: true }); // Lab asks whether to send news
  if (name === "lab") {
    await news.click({ timeout: 10_000 }).catch(() => undefined);
    await page.locator(".jp-Notebook .jp-mod-selected").first().click(); // the question took the keyboard
  }
  const folder = projectPath("report", "front-ends");
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
