import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { dataDictionary, dataPackage, withDictionary } from "../../src/corpus/dictionary.js";
import { tableNames, tableOf } from "../../src/corpus/schema.js";
import { projectPath } from "../../src/files/project.js";

const readme = await readFile(projectPath("data", "README.md"), "utf8");

describe("the data dictionary", () => {
  it("in data/README.md is the one that follows from the schema", () => {
    expect(readme).toBe(withDictionary(readme));
  });

  it("has a section a table and a row a column", () => {
    for (const name of tableNames) {
      const section =
        dataDictionary()
          .split("### ")
          .find((text) => text.startsWith(`${name}\n`)) ?? "";
      const columns = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column);
      expect(columns).toEqual(Object.keys(tableOf(name).fields));
    }
  });

  it("replaces a stale section and leaves the rest of the page alone", () => {
    const stale = readme.replace("### accounts", "### acounts");
    expect(stale).not.toBe(readme);
    expect(withDictionary(stale)).toBe(readme);
  });

  it("refuses a page that has no place for it", () => {
    expect(() => withDictionary("# Data\n")).toThrow(/no place for the tables.*put it back/);
  });
});

describe("data/datapackage.json", () => {
  it("is the one that follows from the schema", async () => {
    const text = await readFile(projectPath("data", "datapackage.json"), "utf8");
    expect(text).toBe(`${JSON.stringify(dataPackage(), null, 2)}\n`);
  });

  it("declares every column of every table, with a type and a meaning", async () => {
    const { resources } = JSON.parse(await readFile(projectPath("data", "datapackage.json"), "utf8")) as ReturnType<
      typeof dataPackage
    >;
    const declared = resources.map(({ name, schema }) => [name, schema.fields.map((field) => field.name)]);
    expect(declared).toEqual(tableNames.map((name) => [name, Object.keys(tableOf(name).fields)]));
    for (const { type, description } of resources.flatMap(({ schema }) => schema.fields)) {
      expect(type).not.toBe("");
      expect(description).not.toBe("");
    }
  });
});
