import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.js";
import { buildFileAtomically, moveFile, writeFileAtomically } from "../../src/files/atomic.js";
import { explainingWrites } from "../../src/files/file-error.js";
import { temporaryFolder } from "../temporary-folder.js";
import { deadProcess } from "./dead-process.js";

describe("atomic writes", () => {
  it("make the folders above the file and leave nothing else", async () => {
    const folder = await temporaryFolder();
    await writeFileAtomically(join(folder, "a", "b.txt"), "one");
    await writeFileAtomically(join(folder, "a", "b.txt"), "two");
    expect(await readFile(join(folder, "a", "b.txt"), "utf8")).toBe("two");
    expect(await readdir(join(folder, "a"))).toEqual(["b.txt"]);
  });

  it("put another file in the place of the old one instead of changing it", async () => {
    const path = join(await temporaryFolder(), "a.txt");
    await writeFileAtomically(path, "one");
    const before = await stat(path);
    await writeFileAtomically(path, "two");
    expect((await stat(path)).ino).not.toBe(before.ino);
  });

  it("leave to a file who may read and run it", async () => {
    const path = join(await temporaryFolder(), "a.sh");
    await writeFile(path, "one", { mode: 0o750 });
    await writeFileAtomically(path, "two");
    await buildFileAtomically(path, (prepared) => writeFile(prepared, "three"));
    expect((await stat(path)).mode & 0o777).toBe(0o750);
  });

  it("remove what a killed process left of the same file, and no one else's work", async () => {
    const folder = await temporaryFolder();
    const dead = deadProcess();
    const [killed, other, running] = [`a.txt.${dead}-1`, `b.txt.${dead}-1`, `a.txt.${process.ppid}-1`];
    for (const name of [killed, other, running]) await mkdir(join(folder, ".partial", name), { recursive: true });
    await writeFileAtomically(join(folder, "a.txt"), "whole");
    expect((await readdir(join(folder, ".partial"))).sort()).toEqual([running, other].sort());
  });

  it("of one file at once all arrive whole", async () => {
    const folder = await temporaryFolder();
    const texts = ["x", "y", "z"].map((letter) => letter.repeat(100_000));
    await Promise.all(texts.map((text) => writeFileAtomically(join(folder, "a.txt"), text)));
    expect(texts).toContain(await readFile(join(folder, "a.txt"), "utf8"));
    expect(await readdir(folder)).toEqual(["a.txt"]);
  });

  it("explain a path that leads through a file", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "");
    const path = join(folder, "file", "a.txt");
    await expect(writeFileAtomically(path, "")).rejects.toThrow(
      new UserError(`cannot write: ${path} (a part of the path is a file, not a folder); choose another path`),
    );
  });

  it("refuse to write over a folder, and leave it as it is", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "a"));
    await writeFile(join(folder, "a", "kept"), "");
    await expect(writeFileAtomically(join(folder, "a"), "")).rejects.toThrow("(it is a folder); name a file");
    expect(await readdir(folder)).toEqual(["a"]);
    expect(await readdir(join(folder, "a"))).toEqual(["kept"]);
  });

  it("explain a refusal of the operating system, and pass other errors on", async () => {
    const failing = (code: string) =>
      explainingWrites("out", () => Promise.reject(Object.assign(new Error(code), { code })));
    await expect(failing("EACCES")).rejects.toThrow(
      new UserError("cannot write: out (permission denied); choose a folder you can write to"),
    );
    await expect(failing("ENOSPC")).rejects.toThrow(
      "cannot write: out (no space left); free some space, or choose another disk",
    );
    await expect(failing("EOTHER")).rejects.toThrow(/^EOTHER$/);
  });

  it("write to a device without replacing it", async () => {
    await writeFileAtomically("/dev/null", "gone");
    expect((await stat("/dev/null")).isFile()).toBe(false);
  });

  it("move a finished file over an old one, into folders that are not there yet", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "new"), "new");
    await moveFile(join(folder, "new"), join(folder, "a", "b"));
    expect(await readFile(join(folder, "a", "b"), "utf8")).toBe("new");
    expect(await readdir(folder)).toEqual(["a"]);
  });
});
