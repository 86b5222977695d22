import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeFileAtomically } from "../../src/files/atomic.js";
import { commandThatWrote, markerName, replaceFolder } from "../../src/files/folder.js";
import { filesIn } from "../../src/files/tree.js";
import { temporaryFolder } from "../temporary-folder.js";
import { deadProcess } from "./dead-process.js";

const writing = (name: string, text: string) => (stage: string) => writeFileAtomically(join(stage, name), text);

describe("replacing a folder", () => {
  it("makes it, marks it, and replaces all of it when the same command writes it again", async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "deep", "out");
    await replaceFolder(out, "import", writing("a.txt", "1"));
    expect(await readFile(join(out, markerName), "utf8")).toBe('{"command":"import"}\n');
    await replaceFolder(out, "import", writing("b.txt", "2"));
    expect(await filesIn(parent)).toEqual([`deep/out/${markerName}`, "deep/out/b.txt"]);
  });

  it("gives back what the build gives, and shows readers the old folder until the end", async () => {
    const out = join(await temporaryFolder(), "out");
    await replaceFolder(out, "import", writing("a.txt", "1"));
    const seen = await replaceFolder(out, "import", async (stage) => {
      await writeFile(join(stage, "b.txt"), "2");
      return readdir(out);
    });
    expect(seen.sort()).toEqual([markerName, "a.txt"]);
  });

  it("fills an empty folder, and refuses one with something in it or of another command", async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "out");
    await mkdir(out);
    await replaceFolder(out, "import", writing("a.txt", "1"));
    const refusal = (command: string) =>
      `not an empty folder: ${out}; choose an empty folder, or one that an earlier \`${command}\` wrote`;
    await expect(replaceFolder(out, "reproduce", writing("b.txt", "2"))).rejects.toThrow(refusal("reproduce"));
    await writeFile(join(out, markerName), "not JSON");
    await expect(replaceFolder(out, "import", writing("b.txt", "2"))).rejects.toThrow(refusal("import"));
    expect(await filesIn(parent)).toEqual([`out/${markerName}`, "out/a.txt"]);
  });

  it("refuses a file and a path through a file", async () => {
    const file = join(await temporaryFolder(), "file");
    await writeFile(file, "");
    await expect(replaceFolder(file, "import", writing("a", ""))).rejects.toThrow(
      `not a folder: ${file}; choose a folder`,
    );
    const below = join(file, "out");
    await expect(replaceFolder(below, "import", writing("a", ""))).rejects.toThrow(`cannot write: ${below} (`);
  });

  it("refuses the folder one is in, which a rename would pull away", async () => {
    const home = process.cwd();
    process.chdir(await temporaryFolder());
    try {
      await expect(replaceFolder(".", "import", writing("a", ""))).rejects.toThrow(
        "cannot replace the folder you are in: .",
      );
    } finally {
      process.chdir(home);
    }
  });

  it("keeps the old folder and leaves nothing beside it when the build fails", async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "out");
    await replaceFolder(out, "import", writing("a.txt", "1"));
    const failing = async (stage: string) => {
      await writeFile(join(stage, "b.txt"), "2");
      throw new Error("bad row");
    };
    await expect(replaceFolder(out, "import", failing)).rejects.toThrow("bad row");
    expect(await filesIn(parent)).toEqual([`out/${markerName}`, "out/a.txt"]);
    expect(await readdir(parent)).toEqual(["out"]);
  });

  it("puts the old folder back after a kill between the two renames", async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "out");
    const workshop = join(parent, ".partial", `out.${deadProcess()}-1`);
    await replaceFolder(join(workshop, "old"), "import", writing("a.txt", "1"));
    const fail = () => Promise.reject(new Error("stop"));
    await expect(replaceFolder(out, "import", fail)).rejects.toThrow("stop");
    expect(await filesIn(parent)).toEqual([`out/${markerName}`, "out/a.txt"]);
    expect(await readdir(parent)).toEqual(["out"]);
  });
});

describe("replacing a folder from a seed", () => {
  it("starts from the folder that is there, without changing it, and drops what no longer belongs", async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "out");
    await replaceFolder(out, "reproduce", async (stage) => {
      for (const name of ["a.txt", "b.txt", "c/d.txt"]) await writeFileAtomically(join(stage, name), "1");
    });
    const build = async (stage: string) => {
      await writeFileAtomically(join(stage, "a.txt"), "2");
      return readFile(join(out, "a.txt"), "utf8");
    };
    const belongs = (file: string) => file.endsWith(".txt") && !file.startsWith("c/");
    expect(await replaceFolder(out, "reproduce", build, { seed: true, belongs })).toBe("1");
    expect(await filesIn(parent)).toEqual([`out/${markerName}`, "out/a.txt", "out/b.txt"]);
    expect(await readFile(join(out, "a.txt"), "utf8")).toBe("2");
    expect(await readdir(out)).not.toContain("c");
  });

  it("goes on from what a killed run of the same command had made", async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "out");
    const killed = join(parent, ".partial", `out.${deadProcess()}-1`, "new");
    await replaceFolder(killed, "reproduce", writing("a.txt", "begun"));
    await replaceFolder(out, "reproduce", writing("b.txt", "more"), { seed: true });
    expect(await filesIn(parent)).toEqual([`out/${markerName}`, "out/a.txt", "out/b.txt"]);
    expect(await readdir(parent)).toEqual(["out"]);
  });

  it("takes nothing from a killed run of another command", async () => {
    const parent = await temporaryFolder();
    const out = join(parent, "out");
    await replaceFolder(join(parent, ".partial", `out.${deadProcess()}-1`, "new"), "import", writing("a.txt", "x"));
    await replaceFolder(out, "reproduce", writing("b.txt", "1"), { seed: true });
    expect(await filesIn(parent)).toEqual([`out/${markerName}`, "out/b.txt"]);
    expect(await commandThatWrote(out)).toBe("reproduce");
  });
});
