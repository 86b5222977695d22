import { createHmac } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { SourceFile } from "../../corpus/info.js";
import { UserError } from "../../errors.js";
import { sha256, sha256File } from "../../files/hash.js";
import { isGzip } from "../../files/lines.js";
import type { StudyPrincipal } from "../../study/study-principals.js";
import { isUtcDay, type UtcDay } from "../../study/time.js";
import type { RowContext } from "../formats/format.js";
import type { Input } from "./inputs.js";
import { tableOnServer, tablesOfServer } from "./postgres.js";
import { type Recognised, recognise } from "./recognise.js";
import type { Unit } from "./unit.js";

/** Raw files as they will be read. */
export interface ReadingPlan {
  files: { file: string; format: string; units: Unit[] }[];
  /** Files with their hashes; what servers hold has none. */
  sources: SourceFile[];
}

export interface PlanOptions {
  principals: StudyPrincipal[];
  key: Uint8Array | null;
  observedOn: UtcDay | null;
  timeZone: string | null;
  /** Largest part of a file that is read in one go. */
  partBytes?: number;
  onFile?: (file: string) => void;
}

/** Parts end with a line; files that are one document, packed, or tables, in which a line may be half a row, are read whole. */
const defaultPartBytes = 128 * 1024 * 1024;
/** Changed whenever files are read into another form than before, so that what an older version left behind is not taken up. */
const formVersion = 1;

/**
 * Looks at every input before anything is read, so that a file that is none of the formats, or of which something must be known first,
 * stops the import at once.
 *
 * @throws UserError for such a file
 */
export async function planUnits(inputs: readonly Input[], options: PlanOptions): Promise<ReadingPlan> {
  const plan: ReadingPlan = { files: [], sources: [] };
  const way = readingWay(options);
  for (const input of inputs) {
    if ("server" in input) {
      for (const table of await tablesOfServer(input.server)) {
        const source = tableOnServer(input.server, table);
        const file = typeof source === "string" ? source : source.name;
        const recognised = await recognise(file, source);
        const unit = {
          ...described(file, recognised, contextOf(file, options)),
          place: { server: input.server, table },
        };
        plan.files.push({ file, format: unit.format, units: [{ ...unit, id: sha256(`${way} ${file}`), ...whole(0) }] });
      }
      continue;
    }
    const { path, label, named } = input;
    options.onFile?.(label);
    const recognised = await recognise(label, path, named);
    const context = contextOf(label, options);
    refuseIncomplete(label, recognised, context);
    const hash = await sha256File(path);
    const unit = { ...described(label, recognised, context), place: { path } };
    const parts = await partsOf(path, recognised, options.partBytes ?? defaultPartBytes);
    const units = parts.map((part) => ({ ...unit, ...part, id: unitId(way, hash, unit, part) }));
    plan.files.push({ file: label, format: unit.format, units });
    plan.sources.push({ path: label, sha256: hash });
  }
  return plan;
}

function described(file: string, recognised: Recognised, context: RowContext) {
  const { format, layout } = recognised;
  return { file, format: format.name, layout, header: layout === "table" ? recognised.header : [], context };
}

/** The day in the name of a file: `labels_2021-03-01.csv`. One on the command line goes before it. */
function contextOf(file: string, { observedOn, timeZone }: PlanOptions): RowContext {
  const named = /\d{4}-\d{2}-\d{2}/.exec(basename(file))?.[0] ?? "";
  return { day: observedOn ?? (isUtcDay(named) ? named : null), timeZone };
}

function refuseIncomplete(file: string, recognised: Recognised, context: RowContext): void {
  if (recognised.layout !== "table") return;
  const { format, header, firstRow } = recognised;
  const missing = format.missing?.(header, context, firstRow);
  if (missing) throw new UserError(`${file}: ${missing}`);
}

type Part = Pick<Unit, "from" | "to" | "bytes">;

function whole(bytes: number): Part {
  return { from: 0, to: Number.MAX_SAFE_INTEGER, bytes };
}

async function partsOf(path: string, { layout }: Recognised, partBytes: number): Promise<Part[]> {
  const { size } = await stat(path);
  if (layout !== "lines" || size <= partBytes || (await isGzip(path))) return [whole(size)];
  const parts: Part[] = [];
  for (let from = 0; from < size; from += partBytes) {
    const isLast = from + partBytes >= size;
    parts.push({
      from,
      to: isLast ? Number.MAX_SAFE_INTEGER : from + partBytes,
      bytes: Math.min(partBytes, size - from),
    });
  }
  return parts;
}

/** Whatever decides how rows are read beside the file itself. Of the key only what an HMAC with it shows. */
function readingWay({ principals, key }: PlanOptions): string {
  const shown = key === null ? "clear" : createHmac("sha256", key).update("reading").digest("hex");
  return sha256(JSON.stringify([formVersion, principals, shown]));
}

function unitId(
  way: string,
  hash: string,
  { file, format, layout, header, context }: Omit<Unit, keyof Part | "id" | "place">,
  part: Part,
): string {
  return sha256(JSON.stringify([way, hash, file, format, layout, header, context, part])).slice(0, 32);
}
