import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { runNotebook } from "../../src/kernel/run-notebook.js";
import { startSession } from "./session.js";
import { smallNotebook } from "./small-notebook.js";

const built = projectPath("dist", "kernel", "display.js");

describe("showing tables and figures", () => {
  it("sends one display for a table and one for a figure, each with a plain text", async () => {
    const notebook = smallNotebook(
      `const display = require(${JSON.stringify(built)});
display.show([{ group: "diplomats", accounts: 189 }], { caption: "Accounts" })`,
      'display.showFigure({ svg: "<svg>\\n</svg>", alt: "A line that rises." })',
    );
    const { cells } = await runNotebook(notebook, { cwd: projectPath("test"), name: "display" });
    const display = (data: object) => [{ output_type: "display_data", metadata: {}, data }];
    expect(cells).toMatchObject([
      {
        outputs: display({
          "text/plain": "Accounts\ngroup      accounts\n---------  --------\ndiplomats       189",
          "text/html": expect.stringMatching(/^<table .*<caption .*Accounts.*<\/table>\n$/s),
        }),
      },
      {
        outputs: display({
          "text/plain": "A line that rises.",
          "image/svg+xml": '<svg role="img" aria-label="A line that rises.">\n</svg>',
        }),
      },
    ]);
    expect(cells.map((cell) => cell.cell_type === "code" && cell.outputs.length)).toEqual([1, 1]);
  });

  it("sends a figure in every form at once, the drawing with its words among them", async () => {
    const notebook = smallNotebook(
      `const display = require(${JSON.stringify(built)});
display.figure({ svg: "<svg/>", alt: 'A line "that" rises.', vegaLite: { mark: "line" }, plotly: { data: [{ y: [1, 2] }] } })`,
    );
    const { cells } = await runNotebook(notebook, { cwd: projectPath("test"), name: "display" });
    const data = {
      "application/vnd.vegalite.v5+json": {
        $schema: "https://vega.github.io/schema/vega-lite/v5.json",
        mark: "line",
      },
      "application/vnd.plotly.v1+json": { data: [{ y: [1, 2] }], layout: {}, config: {} },
      "image/svg+xml": '<svg role="img" aria-label="A line &#34;that&#34; rises."/>',
      "text/plain": 'A line "that" rises.',
    };
    expect(cells).toMatchObject([{ outputs: [{ output_type: "display_data", metadata: {}, data }] }]);
  });

  it("shows how far a long cell is while it runs, and the same in every run when it is done", async () => {
    const session = await startSession({ cwd: projectPath("test") });
    const code = `const { progress } = require(${JSON.stringify(built.replace("display.js", "progress.js"))});
const read = progress("accounts read", 1000);
for (let i = 0; i < 1000; i += 1) { if (i % 100 === 0) await new Promise((go) => setTimeout(go, 5)); read.step(); }`;
    const { types, output } = await session.run(code);
    await session.close();
    expect(types.filter((type) => type === "update_display_data")).toHaveLength(100);
    expect(output.outputs).toEqual([
      { output_type: "display_data", metadata: {}, data: { "text/plain": "accounts read: 1000 of 1000" } },
    ]);
  });

  it("prints plain text outside a notebook, and does not load what the runner needs", async () => {
    const program = `
      import { createRequire } from "node:module";
      import { show, showFigure } from ${JSON.stringify(pathToFileURL(built).href)};
      show([{ accounts: 189 }]);
      showFigure({ svg: "<svg/>", alt: "A line that rises." });
      console.log(Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes("node_modules")));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program]);
    expect(stdout).toBe("accounts\n--------\n     189\nA line that rises.\n[]\n");
  });
});
