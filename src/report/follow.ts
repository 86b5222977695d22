import { posix } from "node:path";
import type { Follow } from "./markdown.js";
import type { Material } from "./material.js";
import { placedNotebooks } from "./notebook-cells.js";
import { documentPage, type Place } from "./places.js";

/**
 * Links of a text: to other notebooks and documents, where the report has them as pages. Others lead nowhere, as they would once the
 * report is taken elsewhere.
 *
 * @param from path of the text, relative to the root of the run
 */
export function followIn(material: Material, place: Place, from: string): Follow {
  const pages = new Map([
    ...placedNotebooks(material).map(({ path, page }) => [path, page] as const),
    ...material.documents.map(({ path }) => [path, documentPage(path)] as const),
  ]);
  return (address) => {
    const [file = ""] = address.split("#");
    const page = pages.get(posix.join(posix.dirname(from), file));
    return page === undefined ? null : place.toReport(page);
  };
}
