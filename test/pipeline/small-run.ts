import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesIn } from "../../src/files/tree.js";
import { type RunOptions, runSteps } from "../../src/pipeline/run-steps.js";
import type { Step } from "../../src/pipeline/step.js";
import { why } from "../../src/pipeline/why.js";
import { temporaryFolder } from "../temporary-folder.js";
import { smallProject } from "./small-project.js";

/** Three steps over a small project: `figure` reads what `corpus` makes, `table` stands alone. */
export class SmallRun {
  readonly steps: Step[];

  private constructor(
    readonly project: string,
    readonly root: string,
  ) {
    const input = (name: string) => join(project, name);
    this.steps = [
      {
        name: "corpus",
        title: "make the corpus",
        after: [],
        modules: ["shared"],
        inputs: [input("a.txt")],
        parameters: { seed: 1, weekStart: "sunday" },
        outputs: ["corpus/words.txt"],
        run: async ({ write }) => write("corpus/words.txt", (await readFile(input("a.txt"), "utf8")).trim()),
      },
      {
        name: "figure",
        title: "draw the figure",
        after: ["corpus"],
        modules: ["first"],
        inputs: [],
        parameters: null,
        outputs: ["figures/words.svg", "figures/words.csv"],
        run: async ({ path, write }) => {
          const words = await readFile(path("corpus/words.txt"), "utf8");
          await write("figures/words.svg", `<svg>${words}</svg>`);
          await writeFile(path("figures/words.csv"), `words\n${words}\n`);
        },
      },
      {
        name: "table",
        title: "make the table",
        after: [],
        modules: ["second"],
        inputs: [input("b.txt"), { name: "b without its notes", sha256: "0" }],
        parameters: [],
        outputs: ["table.txt"],
        run: async ({ write }) => write("table.txt", await readFile(input("b.txt"))),
      },
    ];
  }

  static async create(): Promise<SmallRun> {
    const run = new SmallRun(await smallProject(), await temporaryFolder());
    await writeFile(join(run.project, "a.txt"), "one\n");
    await writeFile(join(run.project, "b.txt"), "two\n");
    return run;
  }

  /** Runs the steps and gives the names of those that had to be done. */
  async done(options: Partial<RunOptions> = {}): Promise<string[]> {
    const results = await runSteps(this.steps, { root: this.root, projectRoot: this.project, ...options });
    return results.filter(({ outcome }) => outcome === "done").map(({ name }) => name);
  }

  why(name: string): Promise<string[]> {
    return why(this.steps, name, { root: this.root, projectRoot: this.project });
  }

  /** Changes one step. */
  change(name: string, change: Partial<Step>): void {
    Object.assign(this.steps.find((step) => step.name === name) ?? {}, change);
  }

  at(file: string): string {
    return join(this.root, file);
  }

  read(file: string): Promise<string> {
    return readFile(this.at(file), "utf8");
  }

  /** Every file of the root except the cache. */
  async files(): Promise<string[]> {
    return (await filesIn(this.root)).filter((file) => !file.startsWith(".cache/"));
  }
}

export const allOutputs = ["corpus/words.txt", "figures/words.csv", "figures/words.svg", "table.txt"];
