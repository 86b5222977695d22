import { readdir, readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { sha256 } from "../files/hash.js";
import { readNotebook } from "../kernel/notebook.js";
import { forFrontEnd } from "./notebook-form.js";
import type { ProjectFolder } from "./project-folder.js";
import { Refusal } from "./refusal.js";
import { largestBody } from "./request-body.js";

/** A file or folder as Jupyter's contents API has it. */
export interface ContentsModel {
  name: string;
  path: string;
  type: "directory" | "file" | "notebook";
  format: "json" | "text" | "base64" | null;
  content: unknown;
  created: string;
  last_modified: string;
  writable: boolean;
  size: number | null;
  mimetype: string | null;
  /** Of the file's bytes: whoever saves says which it has read. */
  hash: string | null;
  hash_algorithm: "sha256" | null;
}

/**
 * Describes what is at a path, with its content if that is asked for.
 *
 * @param asFile whether a notebook is to come as the text that it is
 * @throws Refusal if nothing may be seen there
 */
export async function modelOf(
  folder: ProjectFolder,
  path: string,
  isWhole: boolean,
  asFile: boolean,
): Promise<ContentsModel> {
  const found = await outline(folder, path);
  const model: ContentsModel = asFile && found.type === "notebook" ? { ...found, type: "file" } : found;
  const { type, size } = model;
  if (type === "directory") return isWhole ? { ...model, format: "json", content: await listed(folder, path) } : model;
  if (size !== null && size > largestBody) {
    if (isWhole) throw new Refusal(413, `too large for the browser: ${path} (${size} bytes)`);
    return model;
  }
  const place = await folder.locate(path);
  const bytes = await readFile(place);
  const hashed = { ...model, hash: sha256(bytes), hash_algorithm: "sha256" } as const;
  return isWhole ? { ...hashed, ...(await contentOf(place, type, bytes)) } : hashed;
}

async function contentOf(place: string, type: "file" | "notebook", bytes: Buffer): Promise<Partial<ContentsModel>> {
  if (type === "notebook") return { format: "json", content: forFrontEnd(await readNotebook(place)) };
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes)
    ? { format: "text", mimetype: "text/plain", content: text }
    : { format: "base64", mimetype: "application/octet-stream", content: bytes.toString("base64") };
}

/** What a folder holds, without what may not be seen. */
async function listed(folder: ProjectFolder, path: string): Promise<ContentsModel[]> {
  const names = (await readdir(await folder.locate(path))).sort();
  const models = names.map((name) => {
    const inside = path === "" ? name : `${path}/${name}`;
    return outline(folder, inside).catch(() => undefined); // hidden, a link that leads out, or gone meanwhile
  });
  return (await Promise.all(models)).filter((model) => model !== undefined);
}

/** All but the content and its hash. */
async function outline(folder: ProjectFolder, path: string): Promise<ContentsModel> {
  const found = await stat(await folder.locate(path));
  if (!found.isFile() && !found.isDirectory()) throw new Refusal(404, `neither a file nor a folder: ${path}`);
  const type = found.isDirectory() ? "directory" : path.endsWith(".ipynb") ? "notebook" : "file";
  return {
    ...{ name: basename(path), path, type, format: null, content: null, mimetype: null },
    ...{ created: found.birthtime.toISOString(), last_modified: found.mtime.toISOString() },
    ...{ writable: !folder.readOnly, size: found.isDirectory() ? null : found.size, hash: null, hash_algorithm: null },
  };
}
