import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const capacity = 1 << 20;

/** A text file that grows line by line. */
export class LineFile {
  private readonly file: number;
  private waiting: string[] = [];
  private length = 0;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, "w");
  }

  add(line: string): void {
    this.waiting.push(line);
    this.length += line.length + 1;
    if (this.length > capacity) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    const bytes = Buffer.from(`${this.waiting.join("\n")}\n`);
    for (let written = 0; written < bytes.length; ) written += writeSync(this.file, bytes, written);
    this.waiting = [];
    this.length = 0;
  }
}

/** A CSV line; null is an empty field. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return cells.map(csvCell).join(",");
}

function csvCell(cell: string | number | boolean | null): string {
  const text = cell === null ? "" : String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `2020-08-12 09:00:00` of `2020-08-12T09:00:00Z`. */
export function clock(instant: string): string {
  return instant.slice(0, 19).replace("T", " ");
}
