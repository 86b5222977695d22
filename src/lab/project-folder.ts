import { realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { errorCode } from "../files/file-error.js";
import { Refusal } from "./refusal.js";

/** What the server shows and lets change. */
export interface FolderOptions {
  /** The folder; nothing outside it is listed, read or written. */
  root: string;
  /** Whether nothing is ever written. */
  readOnly?: boolean;
  /** Folders inside it that are hidden, with `/`: `notebooks/exercises/solutions`. */
  hidden?: readonly string[];
}

/**
 * The paths of a folder that may be seen from the browser: none outside it, whatever links lead there, none that begin with a dot, no
 * installed packages, and none that are hidden on purpose.
 */
export class ProjectFolder {
  readonly readOnly: boolean;
  readonly #root: Promise<string>;
  readonly #hidden: readonly string[];

  constructor({ root, readOnly = false, hidden = [] }: FolderOptions) {
    this.#root = realpath(root);
    this.readOnly = readOnly;
    this.#hidden = hidden.map((path) => path.toLowerCase());
  }

  /** Whether a path, relative to the folder and with `/`, is one that may be seen. Disks may not tell upper from lower case. */
  shows(path: string): boolean {
    const lower = path.toLowerCase();
    return (
      !lower.split("/").some((name) => name.startsWith(".") || name === "node_modules") &&
      !this.#hidden.some((hidden) => lower === hidden || lower.startsWith(`${hidden}/`))
    );
  }

  /** Whether something hidden lies below a path: under another name it would be seen. */
  holdsHidden(path: string): boolean {
    const below = `${path
      .toLowerCase()
      .split("/")
      .filter((name) => name !== "")
      .join("/")}/`;
    return this.#hidden.some((hidden) => hidden.startsWith(below));
  }

  /**
   * The place on disk of a path, which need not be there yet.
   *
   * @param path relative to the folder, with `/`; empty for the folder itself
   * @throws Refusal if it may not be seen
   */
  async locate(path: string): Promise<string> {
    const names = path.split("/").filter((name) => name !== "");
    const isStrange = names.some((name) => /[\\:\0]/.test(name) || name === "..");
    if (isStrange || !this.shows(names.join("/"))) throw notHere(path);
    const root = await this.#root;
    const place = resolve(root, ...names);
    const real = await realpathOf(place);
    if (real !== root && !real.startsWith(root + sep)) throw notHere(path);
    if (!this.shows(relative(root, real).split(sep).join("/"))) throw notHere(path);
    return place;
  }

  /** As `locate`, for what is to be changed. @throws Refusal also for the folder itself, and if nothing may be written */
  async locateToWrite(path: string): Promise<string> {
    if (this.readOnly) throw new Refusal(403, "nothing is written here: the server was started with --read-only");
    const place = await this.locate(path);
    if (place === (await this.#root)) throw new Refusal(403, "the project's folder itself cannot be changed");
    return place;
  }
}

function notHere(path: string): Refusal {
  return new Refusal(404, `not in this project: ${path}`);
}

/** The path without links; of what is not there yet, that of the folder that is there and the rest. */
async function realpathOf(place: string): Promise<string> {
  try {
    return await realpath(place);
  } catch (thrown) {
    if (!["ENOENT", "ENOTDIR"].includes(errorCode(thrown) ?? "")) throw thrown;
    return join(await realpathOf(dirname(place)), basename(place));
  }
}
