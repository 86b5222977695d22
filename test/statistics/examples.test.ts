import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { examplesOf, run } from "./examples.js";

const rooms = [
  "statistics",
  "coordination/null-models",
  "coordination/events",
  "coordination/co-activity",
  "coordination/traces",
  "coordination/detection",
  "evaluation",
  "findings/shares",
  "findings/network",
  "privacy",
];

async function filesOf(room: string): Promise<string[]> {
  const files = await readdir(projectPath("src", room));
  return files.filter((file) => file.endsWith(".ts")).map((file) => `${room}/${file}`);
}

describe("the examples in docstrings give what they say", async () => {
  const files = (await Promise.all(rooms.map(filesOf))).flat().sort();
  const modules = await Promise.all(files.map((file) => import(/* @vite-ignore */ projectPath("src", file))));
  const names = Object.assign({}, ...modules) as Record<string, unknown>;

  for (const [at, file] of files.entries()) {
    for (const example of await examplesOf(file)) {
      it(`${file}: ${example.code}`, () => {
        // Two rooms may use a word in their own way; an example means that of its own file.
        const [actual, expected] = run(example, { ...names, ...modules[at] });
        expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(JSON.stringify(expected)));
      });
    }
  }
});
