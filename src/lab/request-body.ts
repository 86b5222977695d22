import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.js";

/** No request and no message may have more bytes. */
export const largestBody = 64 * 2 ** 20;

/**
 * The JSON object that a request brings; an empty one for none.
 *
 * @throws Refusal 413 for too many bytes, as soon as they are too many, and 400 for what is no JSON object
 */
export async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const tooLarge = new Refusal(413, `too large: more than ${largestBody / 2 ** 20} MiB`);
  if (Number(request.headers["content-length"] ?? 0) > largestBody) throw tooLarge;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > largestBody) throw tooLarge;
    parts.push(part);
  }
  if (length === 0) return {};
  const body = parsed(Buffer.concat(parts).toString("utf8"));
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new Refusal(400, "not a JSON object");
  return { ...body };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "not JSON");
  }
}
