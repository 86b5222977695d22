import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { figuresLock, serialiseLock } from "../../src/figures/lock.js";
import { temporaryFolder } from "../temporary-folder.js";

describe("the lock of a figures folder", () => {
  it("has the SHA-256 of each SVG and its source data, in order of name", async () => {
    const folder = await temporaryFolder();
    for (const name of ["b.svg", "a.svg", "a-source-data.csv", "a.pdf", "a.png", "a.provenance.json", "notes.csv"]) {
      await writeFile(join(folder, name), "abc");
    }
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const lock = await figuresLock(folder);
    expect(Object.entries(lock)).toEqual([
      ["a-source-data.csv", abc],
      ["a.svg", abc],
      ["b.svg", abc],
    ]);
    expect(serialiseLock({ "b.svg": "2", "a.svg": "1" })).toBe('{\n  "a.svg": "1",\n  "b.svg": "2"\n}\n');
  });

  it("refuses a folder that is not there", async () => {
    await expect(figuresLock(join(await temporaryFolder(), "none"))).rejects.toThrow("cannot read");
  });
});
