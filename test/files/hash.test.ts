import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256, sha256File } from "../../src/files/hash.js";
import { temporaryFolder } from "../temporary-folder.js";

describe("hashes", () => {
  it("gives the published SHA-256 of abc, as text and as bytes", () => {
    const known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(sha256("abc")).toBe(known);
    expect(sha256(new Uint8Array([97, 98, 99]))).toBe(known);
  });

  it("gives a file longer than one read the hash of its bytes", async () => {
    const bytes = new Uint8Array(300_000).fill(7);
    const path = join(await temporaryFolder(), "long");
    await writeFile(path, bytes);
    expect(await sha256File(path)).toBe(sha256(bytes));
  });

  it("says which file is missing", async () => {
    const path = join(await temporaryFolder(), "absent.csv");
    await expect(sha256File(path)).rejects.toThrow(
      `cannot read: ${path} (no such file); restore it, or check the path`,
    );
  });
});
