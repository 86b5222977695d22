import type { ImportProgress } from "../import/raw/import-raw.js";
import { duration, type ProgressStream } from "../pipeline/progress.js";

const everyMilliseconds = { terminal: 200, elsewhere: 5000 };

/**
 * Tells how far an import has come: what it does, and while it reads how much of the raw data was read, how fast, and how long the rest
 * will take at that rate. One line on a terminal; a line every five seconds elsewhere.
 *
 * @param now a clock in milliseconds
 */
export function importProgress(stream: ProgressStream, now: () => number = () => performance.now()) {
  const begun = now();
  let told = Number.NEGATIVE_INFINITY;
  let open = false;
  let first: { at: number; bytes: number } | undefined;
  const line = (text: string, isLast: boolean) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${text.slice(0, (stream.columns ?? 80) - 1)}${isLast ? "\n" : ""}`);
    else stream.write(`${text}\n`);
    open = stream.isTTY === true && !isLast;
  };
  const isDue = () => now() - told >= (stream.isTTY ? everyMilliseconds.terminal : everyMilliseconds.elsewhere);
  const bar: ImportProgress = {
    part(name) {
      if (!stream.isTTY && name.startsWith("looking at ") && !isDue()) return;
      told = now();
      line(`${duration((now() - begun) / 1000)}  ${name}`, false);
    },
    bytes(done, total) {
      first ??= { at: now(), bytes: done };
      if (!isDue()) return;
      told = now();
      const seconds = (now() - first.at) / 1000;
      const rate = seconds > 0 ? (done - first.bytes) / seconds : 0;
      const left = rate > 0 ? `, ${duration((total - done) / rate)} left` : "";
      line(`${megabytes(done)} of ${megabytes(total)} MB, ${megabytes(rate)} MB/s${left}`, false);
    },
    resumed: (parts) => line(`${parts} parts had been read before`, true),
  };
  const end = () => {
    if (open) stream.write("\r\u001b[K");
    open = false;
  };
  return { bar, end };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}
