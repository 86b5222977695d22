import { posix } from "node:path";
import type { CrosswalkRow } from "../claims/crosswalk.js";
import type { Material } from "./material.js";

/** Where a page stands, and how it leads to others: every address is relative, so that the report opens from any disk. */
export class Place {
  /** @param path of the page, relative to the folder of the report: `finding/labelling-rates.html` */
  constructor(
    private readonly material: Pick<Material, "folder">,
    readonly path: string,
  ) {}

  /** Address of another file of the report. */
  toReport(path: string): string {
    return this.toRun(`${this.material.folder}/${path}`);
  }

  /** Address of a file of the run, beside the report: `figures/labelling-rates.svg`. */
  toRun(path: string): string {
    const own = posix.dirname(`${this.material.folder}/${this.path}`);
    const [file = "", fragment] = path.split("#");
    const address = posix.relative(own, file).split("/").map(encodeURIComponent).join("/");
    return fragment === undefined ? address : `${address}#${encodeURIComponent(fragment)}`;
  }
}

export const startPage = "index.html";
export const crosswalkPage = "crosswalk.html";
export const sourcesPage = "sources.html";

export function findingPage(name: string): string {
  return `finding/${name}.html`;
}

export function notebookPage(path: string): string {
  return `notebook/${posix.basename(path, ".ipynb")}.html`;
}

/** Page of a text that belongs to no run: `docs/methods/chance.md` is `reading/chance.html`. */
export function documentPage(path: string): string {
  const name = posix.basename(path, ".md");
  return `reading/${name === "README" ? posix.basename(posix.dirname(path)) : name}.html`;
}

export function drawingFile(stem: string): string {
  return `assets/figures/${stem}.svg`;
}

/** Place of a function's code on a page: `src/findings/labelling-rates.ts#82`. */
export function codeAnchor(code: string): string {
  return `code-${code.replace(/[^\w]+/g, "-")}`;
}

export function cellAnchor(id: string): string {
  return `cell-${id}`;
}

/** The page on which a claim's code, figure and notebook stand: its finding's; none where it is not computed. */
export function pageOf({ findings }: Pick<Material, "findings">, { claim }: CrosswalkRow): string | null {
  const known = findings.some(({ name }) => name === claim.finding);
  return claim.finding !== null && known ? findingPage(claim.finding) : null;
}

/** `labelling-rates` reads "Labelling rates". */
export function titleOf(name: string): string {
  const words = name.replace(/^\d\d-/, "").replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
