import { lstat, mkdir, readFile, rename, rm, rmdir } from "node:fs/promises";
import { basename, extname, sep } from "node:path";
import { writeFileAtomically } from "../files/atomic.js";
import { errorCode } from "../files/file-error.js";
import { sha256 } from "../files/hash.js";
import { serialiseNotebook } from "../kernel/notebook.js";
import { type ContentsModel, modelOf } from "./contents-model.js";
import { emptyNotebook, notebookFile } from "./notebook-form.js";
import type { ProjectFolder } from "./project-folder.js";
import { Refusal } from "./refusal.js";
import { largestBody } from "./request-body.js";
import { Turns } from "./turns.js";

/** What a browser sends to be saved. */
export interface Saved {
  type?: unknown;
  format?: unknown;
  content?: unknown;
  /** Of a large file, which comes in parts: 1, 2 and so on, and -1 for the last. */
  chunk?: unknown;
}

/** Reads and changes the files of the project for the browser. Changes are done one after the other. */
export class Contents {
  readonly #turns = new Turns();
  /** Parts of files that have not come whole yet, by path. */
  readonly #parts = new Map<string, Buffer[]>();

  constructor(private readonly folder: ProjectFolder) {}

  /**
   * @param asFile whether a notebook is to come as the text that it is
   * @throws Refusal if nothing may be seen there
   */
  get(path: string, isWhole: boolean, asFile = false): Promise<ContentsModel> {
    return modelOf(this.folder, path, isWhole, asFile);
  }

  /**
   * Writes a file in one go, or makes a folder.
   *
   * @param expected hash of the file as whoever saves has read it; undefined to write over whatever is there
   * @throws Refusal 409 if the file has changed since
   */
  save(path: string, saved: Saved, expected?: string): Promise<ContentsModel> {
    return this.#turns.take(() => this.#write(path, saved, expected));
  }

  async #write(path: string, saved: Saved, expected?: string): Promise<ContentsModel> {
    const place = await this.folder.locateToWrite(path);
    if (expected !== undefined) await refuseChanged(place, path, expected);
    if (saved.chunk !== undefined) {
      const whole = this.#gathered(path, Buffer.from(bytesOf(path, saved)), saved.chunk);
      if (whole === undefined) return awaited(path);
      await writeFileAtomically(place, whole);
    } else if (saved.type === "directory") await mkdir(place, { recursive: true });
    else await writeFileAtomically(place, bytesOf(path, saved));
    return this.get(path, false);
  }

  /** The bytes of a file once its last part has come. @throws Refusal for a part out of order, and for too many bytes */
  #gathered(path: string, bytes: Buffer, chunk: unknown): Buffer | undefined {
    const before = chunk === 1 ? [] : (this.#parts.get(path) ?? []);
    this.#parts.delete(path);
    if (chunk !== -1 && chunk !== before.length + 1)
      throw new Refusal(400, `part out of order: ${path}; upload it again`);
    const parts = [...before, bytes];
    const size = parts.reduce((sum, { length }) => sum + length, 0);
    if (size > largestBody)
      throw new Refusal(413, `too large: ${path}; bring files of more than ${largestBody / 2 ** 20} MiB by hand`);
    if (chunk === -1) return Buffer.concat(parts);
    this.#parts.set(path, parts);
    return undefined;
  }

  /** Makes an empty notebook, file or folder under a name that is still free. */
  async create(folder: string, type: unknown, extension: unknown): Promise<ContentsModel> {
    if (type === "directory") return this.#saveNew(folder, "Untitled Folder", "", { type });
    if (type === "notebook") {
      const content = JSON.parse(serialiseNotebook(emptyNotebook()));
      return this.#saveNew(folder, "Untitled", ".ipynb", { type, content });
    }
    const ending = typeof extension === "string" && /^\.?\w+$/.test(extension) ? extension.replace(/^\.?/, ".") : "";
    return this.#saveNew(folder, "untitled", ending || ".txt", { type: "file", content: "" });
  }

  /** Copies a file into a folder. */
  async copy(folder: string, from: string): Promise<ContentsModel> {
    const { type, format, content, name } = await this.get(from, true);
    if (type === "directory") throw new Refusal(400, `a folder cannot be copied: ${from}`);
    const ending = extname(name);
    const stem = name.slice(0, name.length - ending.length);
    return this.#saveNew(folder, `${stem}-Copy`, ending, { type, format, content });
  }

  #saveNew(folder: string, name: string, ending: string, saved: Saved): Promise<ContentsModel> {
    return this.#turns.take(async () => this.#write(await this.#freePath(folder, name, ending), saved));
  }

  /** @throws Refusal 409 if something has that name already */
  rename(from: string, to: string): Promise<ContentsModel> {
    return this.#turns.take(async () => {
      if (this.folder.holdsHidden(from)) throw new Refusal(403, `cannot be moved: ${from}; something in it is hidden`);
      const [before, after] = [await this.folder.locateToWrite(from), await this.folder.locateToWrite(to)];
      if (await isThere(after)) throw new Refusal(409, `there is a file of that name: ${to}`);
      if (`${after}${sep}`.startsWith(`${before}${sep}`))
        throw new Refusal(400, `a folder cannot go into itself: ${to}`);
      await rename(before, after);
      return this.get(to, false);
    });
  }

  /** Deletes a file, or a folder that is empty. */
  remove(path: string): Promise<void> {
    return this.#turns.take(async () => {
      const place = await this.folder.locateToWrite(path);
      if (!(await lstat(place)).isDirectory()) return rm(place);
      await rmdir(place).catch((thrown: unknown) => {
        throw errorCode(thrown) === "ENOTEMPTY" ? new Refusal(400, `folder is not empty: ${path}`) : thrown;
      });
    });
  }

  async #freePath(folder: string, name: string, ending: string): Promise<string> {
    const prefix = folder === "" ? "" : `${folder}/`;
    for (let number = 0; ; number += 1) {
      const path = `${prefix}${name}${number === 0 ? "" : number}${ending}`;
      if (!(await isThere(await this.folder.locateToWrite(path)))) return path;
    }
  }
}

/** A file of which not all parts have come. */
function awaited(path: string): ContentsModel {
  const [created, last_modified] = [new Date().toISOString(), new Date().toISOString()];
  return {
    ...{ name: basename(path), path, type: "file", format: null, content: null, mimetype: null, writable: true },
    ...{ created, last_modified, size: 0, hash: null, hash_algorithm: null },
  };
}

async function refuseChanged(place: string, path: string, expected: string): Promise<void> {
  const now = await readFile(place).then(sha256, () => undefined);
  if (now === expected) return;
  throw new Refusal(409, `changed on disk since it was opened: ${path}; reload it, or save under another name`);
}

function bytesOf(path: string, { type, format, content }: Saved): string | Buffer {
  if (type === "notebook") return notebookFile(content, path);
  if (typeof content === "string") return format === "base64" ? Buffer.from(content, "base64") : content;
  if (format === "json") return `${JSON.stringify(content, null, 1)}\n`;
  throw new Refusal(400, `nothing to save: ${path}`);
}

async function isThere(place: string): Promise<boolean> {
  return lstat(place).then(
    () => true,
    () => false,
  );
}
