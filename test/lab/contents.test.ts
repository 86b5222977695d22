import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";
import { serialiseNotebook, stripOutputs } from "../../src/kernel/notebook.js";
import { Contents } from "../../src/lab/contents.js";
import type { ContentsModel } from "../../src/lab/contents-model.js";
import { ProjectFolder } from "../../src/lab/project-folder.js";
import { smallNotebook } from "../kernel/small-notebook.js";
import { temporaryFolder } from "../temporary-folder.js";

let root = "";
let contents: Contents;

beforeEach(async () => {
  const outside = await temporaryFolder();
  root = join(outside, "project");
  for (const folder of ["", ".git", "node_modules", "sub/solutions"])
    await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(outside, "secret.txt"), "secret");
  for (const file of ["note.txt", ".git/config", "node_modules/x.js", "sub/solutions/1.txt"]) {
    await writeFile(join(root, file), "kept\n");
  }
  await symlink(join(outside, "secret.txt"), join(root, "link.txt"));
  await symlink(outside, join(root, "out"));
  await symlink(join(root, ".git"), join(root, "history"));
  await symlink(join(outside, "not-yet.txt"), join(root, "dangling.txt"));
  contents = new Contents(new ProjectFolder({ root, hidden: ["sub/solutions"] }));
});

const escapes = [
  ...["../secret.txt", "..", "sub/../../secret.txt", "link.txt", "out", "out/secret.txt"],
  ...[".git", ".git/config", "history/config", "node_modules/x.js", "Node_Modules/x.js", "sub/.hidden", ".partial/x"],
  ...["sub/solutions", "sub/solutions/1.txt", "SUB/Solutions/1.txt", "..\\secret.txt", "C:\\x", "a\0b", "./note.txt"],
];

describe("the files of the project", () => {
  it.each(escapes)("neither reads, writes, moves nor deletes %j", async (path) => {
    const before = await readdir(join(root, ".."), { recursive: true });
    const refused = { status: 404 };
    const file = { type: "file", format: "text", content: "x" };
    await expect(contents.get(path, true)).rejects.toMatchObject(refused);
    await expect(contents.save(path, file)).rejects.toMatchObject(refused);
    await expect(contents.rename(path, "moved.txt")).rejects.toMatchObject(refused);
    await expect(contents.rename("note.txt", path)).rejects.toMatchObject(refused);
    await expect(contents.remove(path)).rejects.toMatchObject(refused);
    await expect(contents.copy("", path)).rejects.toMatchObject(refused);
    await expect(contents.create(path, "notebook", undefined)).rejects.toMatchObject(refused);
    expect(await readdir(join(root, ".."), { recursive: true })).toEqual(before);
    expect(await readFile(join(root, "..", "secret.txt"), "utf8")).toBe("secret");
  });

  it("replaces a link that leads nowhere by a file, and writes nothing where it leads", async () => {
    await contents.save("dangling.txt", { type: "file", content: "x" });
    expect(await readdir(join(root, ".."))).not.toContain("not-yet.txt");
  });

  it("keeps the name of a folder in which something is hidden", async () => {
    await expect(contents.rename("sub", "other")).rejects.toMatchObject({ status: 403 });
    await expect(contents.rename("SUB/", "other")).rejects.toMatchObject({ status: 403 });
    expect(await readFile(join(root, "sub/solutions/1.txt"), "utf8")).toBe("kept\n");
  });

  it("puts no folder into itself", async () => {
    await mkdir(join(root, "folder"));
    await expect(contents.rename("folder", "folder/inner")).rejects.toMatchObject({ status: 400 });
  });

  it("gives each of two notebooks that are made at once its own name", async () => {
    const made = await Promise.all([1, 2, 3].map(() => contents.create("", "notebook", undefined)));
    expect(made.map(({ path }) => path)).toEqual(["Untitled.ipynb", "Untitled1.ipynb", "Untitled2.ipynb"]);
  });

  it("gives a notebook as the text that it is where it is asked for as a file", async () => {
    await writeFile(join(root, "n.ipynb"), serialiseNotebook(smallNotebook("1;")));
    expect(await contents.get("n.ipynb", true, true)).toMatchObject({
      ...{ type: "file", format: "text" },
      content: serialiseNotebook(smallNotebook("1;")),
    });
  });

  it("puts a large file together from its parts, and keeps none that lacks one", async () => {
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, at) => at % 251));
    const part = (from: number, to: number, chunk: number) =>
      contents.save("large.bin", {
        type: "file",
        format: "base64",
        content: bytes.toString("base64", from, to),
        chunk,
      });
    expect(await part(0, 1000, 1)).toMatchObject({ path: "large.bin", type: "file" });
    await part(1000, 2000, 2);
    await expect(readFile(join(root, "large.bin"))).rejects.toThrow("ENOENT");
    expect(await part(2000, 3000, -1)).toMatchObject({ path: "large.bin", size: 3000 });
    expect(await readFile(join(root, "large.bin"))).toEqual(bytes);
    await part(0, 1000, 1);
    await expect(part(2000, 2500, 3)).rejects.toMatchObject({ status: 400 });
    await expect(part(1000, 2000, 2)).rejects.toMatchObject({ status: 400 });
    expect(await readFile(join(root, "large.bin"))).toEqual(bytes);
  });

  it.each<[string, Record<string, string>, boolean]>([
    ["a table of show", { "text/html": "<table><thead><tr><th>a</th></tr></thead><tbody></tbody></table>" }, true],
    ["a drawing", { "image/svg+xml": "<svg/>", "text/plain": "drawn" }, true],
    ["a script", { "text/html": "<script>globalThis.planted = true</script>" }, false],
    ["markup that could run", { "text/html": "<img src=x onerror=alert(1)>" }, false],
    ["JavaScript", { "application/javascript": "alert(1)" }, false],
  ])("trusts a stored output only if nothing of it can run: %s", async (_, data, trusted) => {
    const notebook = smallNotebook("1;");
    const [cell] = notebook.cells;
    if (cell?.cell_type !== "code") throw new Error("no code cell");
    cell.outputs = [{ output_type: "display_data", metadata: {}, data }];
    await writeFile(join(root, "planted.ipynb"), serialiseNotebook(notebook));
    const { content } = await contents.get("planted.ipynb", true);
    expect(content).toMatchObject({ cells: [{ metadata: { trusted } }] });
  });

  it("lists a folder without what is hidden", async () => {
    expect(namesIn(await contents.get("", true))).toEqual(["note.txt", "sub"]);
    expect(namesIn(await contents.get("sub", true))).toEqual([]);
  });

  it("writes nothing when it is only to be read", async () => {
    const reading = new Contents(new ProjectFolder({ root, readOnly: true }));
    const before = await readdir(root, { recursive: true });
    const refused = { status: 403, message: "nothing is written here: the server was started with --read-only" };
    expect(await reading.get("note.txt", true)).toMatchObject({ content: "kept\n", writable: false });
    await expect(reading.save("note.txt", { type: "file", content: "x" })).rejects.toMatchObject(refused);
    await expect(reading.create("", "notebook", undefined)).rejects.toMatchObject(refused);
    await expect(reading.copy("", "note.txt")).rejects.toMatchObject(refused);
    await expect(reading.rename("note.txt", "b.txt")).rejects.toMatchObject(refused);
    await expect(reading.remove("note.txt")).rejects.toMatchObject(refused);
    expect(await readdir(root, { recursive: true })).toEqual(before);
    expect(await readFile(join(root, "note.txt"), "utf8")).toBe("kept\n");
  });

  it("refuses to save over a file that has changed since it was read", async () => {
    const { hash } = await contents.get("note.txt", true);
    await writeFile(join(root, "note.txt"), "changed elsewhere\n");
    const mine = { type: "file", format: "text", content: "mine\n" };
    await expect(contents.save("note.txt", mine, hash ?? "")).rejects.toMatchObject({
      status: 409,
      message: "changed on disk since it was opened: note.txt; reload it, or save under another name",
    });
    expect(await readFile(join(root, "note.txt"), "utf8")).toBe("changed elsewhere\n");
    const { hash: now } = await contents.get("note.txt", false);
    await contents.save("note.txt", mine, now ?? "");
    expect(await readFile(join(root, "note.txt"), "utf8")).toBe("mine\n");
  });

  it("makes, copies, renames and deletes, and takes no name that is in use", async () => {
    expect((await contents.create("sub", "notebook", undefined)).path).toBe("sub/Untitled.ipynb");
    expect((await contents.create("sub", "notebook", undefined)).path).toBe("sub/Untitled1.ipynb");
    expect((await contents.create("", "file", ".md")).path).toBe("untitled.md");
    expect((await contents.create("", "directory", undefined)).path).toBe("Untitled Folder");
    expect((await contents.copy("sub", "note.txt")).path).toBe("sub/note-Copy.txt");
    await expect(contents.rename("note.txt", "untitled.md")).rejects.toMatchObject({ status: 409 });
    expect((await contents.rename("untitled.md", "named.md")).path).toBe("named.md");
    await expect(contents.remove("sub")).rejects.toMatchObject({ status: 400 });
    for (const path of ["named.md", "Untitled Folder"]) await contents.remove(path);
    expect(namesIn(await contents.get("", true))).toEqual(["note.txt", "sub"]);
    const uploaded = Buffer.from([0, 255, 1]);
    await contents.save("raw.bin", { type: "file", format: "base64", content: uploaded.toString("base64") });
    expect(await readFile(join(root, "raw.bin"))).toEqual(uploaded);
    expect(await contents.get("raw.bin", true)).toMatchObject({ format: "base64", content: "AP8B" });
  });

  it("refuses to save what is no notebook as one", async () => {
    await expect(contents.save("a.ipynb", { type: "notebook", content: { cells: 1 } })).rejects.toThrow(/^a\.ipynb: /);
    await expect(contents.save("note.txt", { type: "file" })).rejects.toMatchObject({ status: 400 });
    expect(await readdir(root)).not.toContain("a.ipynb");
  });
});

describe("notebooks that are opened and saved", () => {
  it("are the same bytes, of every notebook of the project", async () => {
    const names = (await readdir(projectPath("notebooks"))).filter((name) => name.endsWith(".ipynb"));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const kept = await readFile(projectPath("notebooks", name), "utf8");
      await writeFile(join(root, name), kept);
      const { content } = await contents.get(name, true);
      await contents.save(name, { type: "notebook", format: "json", content });
      expect(await readFile(join(root, name), "utf8"), name).toBe(kept);
    }
  });

  it("lose what the front end adds for itself, and nothing else", async () => {
    const plain = stripOutputs(smallNotebook("1;", "2;"));
    const [first, second] = plain.cells;
    if (first?.cell_type !== "code" || second === undefined) throw new Error("two cells");
    first.metadata = { tags: ["parameters"] };
    const drawing = { "image/svg+xml": "<svg/>", "application/vnd.vegalite.v5+json": { mark: "bar" } };
    const photograph = { "image/png": "AAAA", "text/plain": "a photograph" };
    first.outputs = [drawing, photograph].map((data) => ({ output_type: "display_data", data, metadata: {} }));
    const added = structuredClone(plain);
    const [cell] = added.cells;
    if (cell?.cell_type !== "code") throw new Error("a cell");
    const execution = { "iopub.status.busy": "2026-01-01T00:00:00Z" };
    cell.metadata = { ...cell.metadata, trusted: true, execution, ExecuteTime: { end_time: "now" } };
    cell.outputs = [{ ...drawing, "image/png": "BBBB" }, photograph].map((data) => {
      return { output_type: "display_data", data, metadata: {} };
    });
    await contents.save("a.ipynb", { type: "notebook", content: JSON.parse(serialiseNotebook(added)) });
    expect(await readFile(join(root, "a.ipynb"), "utf8")).toBe(serialiseNotebook(plain));
  });
});

function namesIn({ content }: ContentsModel): string[] {
  return Array.isArray(content) ? content.map(({ name }) => String(name)) : [];
}
