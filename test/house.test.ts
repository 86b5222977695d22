import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectPath } from "../src/files/project.js";

async function sources(room: string): Promise<{ file: string; code: string }[]> {
  const files = (await readdir(projectPath("src", room), { recursive: true }))
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
  return Promise.all(
    files.map(async (file) => ({
      file: join(room, file),
      code: await readFile(projectPath("src", room, file), "utf8"),
    })),
  );
}

/** What a file imports, static or dynamic, types included. */
function imports(code: string): string[] {
  return [...code.matchAll(/(?:from|import\(|require\()\s*["']([^"']+)["']/g)].map(([, specifier = ""]) => specifier);
}

describe("the house", () => {
  it.each(["findings", "claims", "coordination", "figures", "statistics", "corpus", "study", "import", "privacy"])(
    "keeps the twin's generator out of %s",
    async (room) => {
      for (const { file, code } of await sources(room)) {
        expect(
          imports(code).filter((specifier) => specifier.includes("/twin/")),
          file,
        ).toEqual([]);
      }
    },
  );

  it("keeps the truth about the twin out of every room that detects or reports", async () => {
    for (const room of [
      "findings",
      "claims",
      "coordination",
      "figures",
      "statistics",
      "corpus",
      "study",
      "import",
      "kernel",
      "environment",
      "report",
    ]) {
      for (const { file, code } of await sources(room))
        expect(code, file).not.toMatch(/truth\.parquet|truthFile|\/truth\b/);
    }
  });

  it("lets nothing but its command and the notebooks see the evaluation, which knows the truth", async () => {
    for (const { file, code } of await sources(".")) {
      if (file.startsWith("evaluation/") || file === "commands/evaluate.ts" || file === "index.ts") continue;
      expect(
        imports(code).filter((specifier) => specifier.includes("/evaluation/")),
        file,
      ).toEqual([]);
    }
  });

  it("lets only the corpus talk to DuckDB", async () => {
    const rooms = [
      "claims",
      "commands",
      "coordination",
      "environment",
      "figures",
      "files",
      "findings",
      "import",
      "kernel",
      "pipeline",
      "privacy",
      "report",
      "study",
      "twin",
    ];
    for (const room of rooms) {
      for (const { file, code } of await sources(room)) {
        expect(
          imports(code).filter((specifier) => specifier.startsWith("@duckdb")),
          file,
        ).toEqual([]);
      }
    }
  });

  it.each([
    ["coordination", ["../claims/", "../figures/", "../pipeline/", "../import/", "../kernel/"]],
    ["findings", ["../claims/", "../figures/", "../pipeline/", "../import/", "../kernel/"]],
    ["corpus", ["../findings/", "../claims/", "../figures/", "../pipeline/", "../kernel/"]],
    ["figures", ["../claims/", "../pipeline/", "../import/", "../kernel/"]],
    ["claims", ["../figures/", "../pipeline/", "../import/", "../kernel/"]],
    ["report", ["../pipeline/", "../import/", "../commands/"]],
  ])("data flows one way: %s does not reach ahead", async (room, ahead) => {
    for (const { file, code } of await sources(room)) {
      const reached = imports(code).filter((specifier) => ahead.some((later) => specifier.includes(later.slice(2))));
      expect(reached, file).toEqual([]);
    }
  });

  it.each(["findings", "claims", "coordination", "evaluation", "figures", "statistics", "study", "twin", "report"])(
    "%s knows no clock, chance or locale",
    async (room) => {
      for (const { file, code } of await sources(room)) {
        expect(code.match(/Math\.random|Date\.now|new Date\(\)|localeCompare|toLocale|Intl\./g), file).toBeNull();
      }
    },
  );
});
