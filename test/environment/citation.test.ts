import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";

const citation = await readFile(projectPath("CITATION.cff"), "utf8");
const manifest = JSON.parse(await readFile(projectPath("package.json"), "utf8"));

/** Top-level keys with what stands behind them on the line, quotes removed. */
const fields = new Map(
  [...citation.matchAll(/^([a-z-]+):[ ]*(.*)$/gm)].map(([, key = "", value = ""]) => [
    key,
    value.replace(/^"(.*)"$/, "$1"),
  ]),
);

describe("CITATION.cff", () => {
  it("has the keys that the Citation File Format 1.2.0 requires", () => {
    expect(fields.get("cff-version")).toBe("1.2.0");
    for (const key of ["message", "title"]) expect(fields.get(key)).not.toBe("");
    for (const key of ["authors", "references"]) expect(fields.get(key)).toBe("");
  });

  it("names the package, version and licence of package.json", () => {
    expect(fields.get("title")).toBe(manifest.name);
    expect(fields.get("version")).toBe(manifest.version);
    expect(fields.get("license")).toBe(manifest.license);
  });

  it("is lines of keys, values and list items, indented by spaces", () => {
    for (const line of citation.trimEnd().split("\n"))
      expect(line).toMatch(/^ *(- )?[a-z-]+:( ("[^"]*"|[^":]+))?$|^ *- [^":]+$/);
  });

  it("refers to both working papers", () => {
    const references = citation.slice(citation.indexOf("\nreferences:"));
    const numbers = [...references.matchAll(/^ {4}number: "(.*)"$/gm)].map(([, number]) => number);
    expect(numbers).toEqual(["2021.1", "2021.2"]);
    expect(references.match(/family-names: (Schliebs|Bailey|Bright|Howard)/g)).toHaveLength(8);
  });
});

describe("the licence", () => {
  it("is the one that package.json names", async () => {
    const licence = await readFile(projectPath("LICENSE"), "utf8");
    expect(licence).toContain("MIT License");
    expect(manifest.license).toBe("MIT");
  });

  it("of data and figures has a page of its own", async () => {
    const page = await readFile(projectPath("LICENSE-data.md"), "utf8");
    for (const name of ["CC BY 4.0", "SIL Open Font License 1.1", "GPL-3"]) expect(page).toContain(name);
  });
});
