import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { messageOf, UserError } from "../errors.js";
import { errorCode, explainingWrites } from "../files/file-error.js";

/** The part of Node's `fetch` that a download needs. */
export type Fetch = (url: string, options: { headers: Record<string, string> }) => Promise<Response>;

/** How far a download is. */
export interface DownloadProgress {
  /** Bytes on disk, with those of an earlier attempt. */
  received: number;
  /** Bytes expected in all. */
  total: number;
  /** Bytes a second since this attempt started. */
  rate: number;
}

export interface Download {
  url: string;
  /** File that grows as the download goes; what it already holds is not downloaded again. */
  partial: string;
  /** Size of the whole file in bytes. Nothing beyond it is written, so that a wrong answer cannot fill the disk. */
  bytes: number;
  fetch: Fetch;
  onProgress?: (progress: DownloadProgress) => void;
}

/**
 * Downloads into a partial file, or goes on where an earlier attempt stopped: with an HTTP range request where the server answers it,
 * from the start where it does not. The content is not checked here.
 *
 * @throws UserError if the network, the server or the disk fails; the partial file stays for the next attempt
 */
export async function download({ url, partial, bytes, fetch, onProgress = () => {} }: Download): Promise<void> {
  const held = await sizeOf(partial);
  if (held >= bytes) return;
  const response = await explainingNetwork(url, () => fetch(url, { headers: requestHeaders(held) }));
  if (response.status === 416) await rm(partial, { force: true }); // another file than the one we hold the start of
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new UserError(`cannot download: ${url} (${response.status} ${response.statusText}); ${remedy}`);
  }
  const offset = isContinuation(response, held) ? held : 0;
  const counted = limited(Readable.from(response.body), { offset, bytes, onProgress });
  await explainingWrites(partial, async () => {
    await mkdir(dirname(partial), { recursive: true });
    const file = createWriteStream(partial, { flags: offset > 0 ? "a" : "w", flush: true });
    await explainingNetwork(url, () => pipeline(counted, file));
  });
}

function requestHeaders(held: number): Record<string, string> {
  const whole = { "accept-encoding": "identity" }; // offsets count bytes of the file, not of its compressed form
  return held > 0 ? { ...whole, range: `bytes=${held}-` } : whole;
}

function isContinuation(response: Response, held: number): boolean {
  return response.status === 206 && (response.headers.get("content-range") ?? "").startsWith(`bytes ${held}-`);
}

async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  { offset, bytes, onProgress }: { offset: number; bytes: number; onProgress: (progress: DownloadProgress) => void },
): AsyncGenerator<Uint8Array> {
  const start = performance.now();
  let received = offset;
  for await (const chunk of chunks) {
    received += chunk.byteLength;
    yield chunk;
    const seconds = (performance.now() - start) / 1000;
    onProgress({ received, total: bytes, rate: seconds > 0 ? (received - offset) / seconds : 0 });
    if (received > bytes) return;
  }
}

const remedy =
  "check the network and run `data fetch` again, which goes on where it stopped; or give a folder that holds the file with --from DIR";

/** Node says "fetch failed" or "terminated", and the reason only in the cause. Errors of the disk pass unchanged. */
async function explainingNetwork<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const isNetwork = thrown instanceof TypeError;
    if (!isNetwork) throw thrown;
    const reason = messageOf(thrown.cause ?? thrown) || (errorCode(thrown.cause) ?? thrown.message);
    throw new UserError(`cannot download: ${url} (${reason}); ${remedy}`, { cause: thrown });
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}
