import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileName } from "../../src/exercises/exercise.js";
import { exercises } from "../../src/exercises/exercises.js";
import { exerciseFiles } from "../../src/exercises/files.js";
import { toNotebook } from "../../src/exercises/to-notebook.js";
import { projectPath } from "../../src/files/project.js";

const folder = projectPath("docs", "methods");
const cards = (await readdir(folder)).filter((file) => file.endsWith(".md") && file !== "README.md").sort();

/** Files that a Markdown text links to, by absolute path; addresses on the web are left out. */
function linked(text: string, from: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = ""]) => join(dirname(from), path));
}

describe("the method cards", () => {
  it("are one for each exercise and for the detector, and all are in the list", async () => {
    expect(cards).toEqual([...exercises.map(({ name }) => `${name}.md`), "group-detection.md"].sort());
    const list = linked(await readFile(join(folder, "README.md"), "utf8"), join(folder, "README.md"));
    for (const card of cards) expect(list).toContain(join(folder, card));
  });

  it.each(cards)("%s fits a page, and leads to its exercise, a notebook and the glossary", async (card) => {
    const text = await readFile(join(folder, card), "utf8");
    expect(text.split(/\s+/).length).toBeLessThan(450);
    for (const heading of ["Formula", "Traps", "Cost", "In this project"]) expect(text).toContain(`\n## ${heading}\n`);
    const exercise = exercises.find(({ name }) => `${name}.md` === card);
    const links = linked(text, join(folder, card));
    expect(links).toContain(projectPath("docs", "glossary.md"));
    expect(links).toContain(projectPath("notebooks", `${exercise?.next.notebook ?? "09-network-detection"}.ipynb`));
    if (exercise) expect(links).toContain(projectPath("notebooks", "exercises", `${fileName(exercise)}.ipynb`));
  });

  it.each(cards)("%s names functions that its files export", async (card) => {
    const text = await readFile(join(folder, card), "utf8");
    const named = [...text.matchAll(/^- \[`(\w+)`\]\((\S+)\) in `(\S+)`$/gm)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, name, path = "", shown = ""] of named) {
      expect(join(folder, path)).toBe(projectPath(shown));
      expect(await readFile(projectPath(shown), "utf8")).toMatch(
        new RegExp(`^export (async )?function\\*? ${name}\\(`, "m"),
      );
    }
  });
});

describe("links", () => {
  const documents = [
    "docs/glossary.md",
    "notebooks/exercises/README.md",
    "docs/methods/README.md",
    ...cards.map((card) => `docs/methods/${card}`),
  ];

  it.each(documents)("of %s resolve", async (name) => {
    const path = projectPath(name);
    const links = linked(await readFile(path, "utf8"), path);
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(link), link).toBe(true);
  });

  it.each(exerciseFiles())(
    "of $name resolve, to its card and the glossary among others",
    ({ exercise, version, path }) => {
      const text = toNotebook(exercise, version).cells.map(({ source }) => source);
      const links = text.flatMap((source) => linked(source, path));
      for (const link of links) expect(existsSync(link), link).toBe(true);
      expect(links).toContain(join(folder, `${exercise.name}.md`));
      expect(links).toContain(projectPath("docs", "glossary.md"));
    },
  );

  it("lead from the list of exercises to each, and to its solution", async () => {
    const path = projectPath("notebooks", "exercises", "README.md");
    const text = await readFile(path, "utf8");
    expect(linked(text, path)).toEqual(expect.arrayContaining(exerciseFiles().map((file) => file.path)));
    for (const { title } of exercises) expect(text).toContain(`| ${title} |`);
  });

  it("lead from the README and the first notebook to the cards, the glossary and an exercise", async () => {
    for (const name of ["README.md", "notebooks/00-start-here.ipynb"]) {
      const links = linked(await readFile(projectPath(name), "utf8"), projectPath(name));
      expect(links).toContain(join(folder, "README.md"));
      expect(links).toContain(projectPath("docs", "glossary.md"));
      expect(links).toContain(projectPath("notebooks", "exercises", "01-counting-days.ipynb"));
    }
  });
});
