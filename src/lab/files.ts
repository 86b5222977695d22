import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ProjectFolder } from "./project-folder.js";
import { Refusal } from "./refusal.js";

/** What a browser may show by itself; all else it keeps as a download. */
const types: Record<string, string> = {
  ".csv": "text/csv; charset=utf-8",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
};

/** A drawing may hold scripts: opened by itself, it is a stranger to this server. */
const alone = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * Sends a file of the project as it is, for pictures in the text of notebooks and for downloads.
 *
 * @throws Refusal if nothing may be seen there
 */
export async function sendFile(folder: ProjectFolder, path: string, response: ServerResponse): Promise<void> {
  const place = await folder.locate(path);
  const found = await stat(place);
  if (!found.isFile()) throw new Refusal(404, `not a file: ${path}`);
  const type = types[extname(path).toLowerCase()] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, "content-length": found.size, "content-security-policy": alone });
  await pipeline(createReadStream(place, { end: Math.max(0, found.size - 1) }), response);
}
