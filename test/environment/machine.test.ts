import { describe, expect, it } from "vitest";
import { readEnvironment } from "../../src/environment/environment-file.js";
import { isAtLeast, type Machine, machineLines, thisMachine } from "../../src/environment/machine.js";

const environment = await readEnvironment();

const good: Machine = {
  node: "20.20.2",
  npm: "11.19.1",
  platform: "linux",
  architecture: "x64",
  glibc: "2.36",
  processors: 2,
  memoryGiB: 24,
};

function wrong(changes: Partial<Machine>) {
  return machineLines({ ...good, ...changes }, environment).filter(({ ok }) => !ok);
}

describe("a range of versions", () => {
  it.each([
    ["20.19.0", true],
    ["20.19.7", true],
    ["20.100.0", true],
    ["22.0.0", true],
    ["20.9.1", false],
    ["18.99.9", false],
  ])("from 20.19 on, asked for %s, says %s", (version, expected) => {
    expect(isAtLeast(version, ">=20.19")).toBe(expected);
  });

  it("of another form is refused", () => {
    expect(() => isAtLeast("20.20.2", "^20")).toThrow('not a range of versions: "^20"; write it as >=20.19');
  });
});

describe("a machine", () => {
  it("like the one that was used leaves nothing to do, and no remedy", () => {
    expect(wrong({})).toEqual([]);
    expect(machineLines(good, environment).every(({ remedy }) => remedy === "")).toBe(true);
  });

  it("with an old Node.js is told which one it needs", () => {
    expect(wrong({ node: "18.20.4" })).toMatchObject([
      { what: "Node.js", found: "18.20.4", remedy: expect.stringContaining("newer Node.js") },
    ]);
    expect(wrong({ node: "18.20.4" })[0]?.expected).toContain(">=20.19");
  });

  it("without npm is told so", () => {
    expect(wrong({ npm: undefined })).toMatchObject([{ what: "npm", found: "not found" }]);
  });

  it("without prebuilt binaries is told that nobody tried it", () => {
    expect(wrong({ architecture: "arm64" })).toMatchObject([{ what: "System", found: "linux arm64, glibc 2.36" }]);
    expect(wrong({ glibc: undefined })).toMatchObject([{ what: "System", found: "linux x64, no glibc" }]);
    expect(wrong({ platform: "darwin", architecture: "arm64", glibc: undefined })).toEqual([]);
  });

  it("is asked for its own Node.js and npm", async () => {
    const { node, npm, memoryGiB } = await thisMachine();
    expect(`v${node}`).toBe(process.version);
    expect(npm).toMatch(/^\d+\.\d+\.\d+/);
    expect(memoryGiB).toBeGreaterThan(0);
  });
});
