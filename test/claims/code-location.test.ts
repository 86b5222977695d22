import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CodeLocations } from "../../src/claims/code-location.js";
import { temporaryFolder } from "../temporary-folder.js";

async function read(files: Record<string, string>): Promise<CodeLocations> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "findings"));
  for (const [name, code] of Object.entries(files)) await writeFile(join(folder, "findings", name), code);
  return CodeLocations.read(folder);
}

describe("code locations", () => {
  it("follow a function when lines are added above it", async () => {
    const code = "export async function rates() {}\n";
    expect((await read({ "a.ts": code })).of({ name: "rates" })).toBe("src/findings/a.ts#1");
    expect((await read({ "a.ts": `// one\n// two\n${code}` })).of({ name: "rates" })).toBe("src/findings/a.ts#3");
  });

  it("refuse a name that is not there, or stands twice", async () => {
    const locations = await read({ "a.ts": "export function rates() {}\n", "b.ts": "export function rates() {}\n" });
    expect(() => locations.of({ name: "rates" })).toThrow("found src/findings/a.ts#1, src/findings/b.ts#1");
    expect(() => locations.of({ name: "other" })).toThrow(
      'not one exported function of that name: "other"; found none',
    );
  });
});
