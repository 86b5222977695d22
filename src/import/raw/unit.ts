import type { StudyPrincipal } from "../../study/study-principals.js";
import type { databaseTables } from "../formats/database.js";
import type { RowContext } from "../formats/format.js";
import { formatNamed } from "../formats/formats.js";
import { tableOnServer } from "./postgres.js";
import { PrincipalIndex } from "./principal-index.js";
import { clearNames, type Names, Pseudonyms } from "./pseudonyms.js";
import { type ReadOrder, type ReadTogether, readTogether } from "./read-unit.js";
import type { Recognised } from "./recognise.js";

/** A piece of work that a worker can do by itself: a raw file, a part of one, or a table of a server. Only plain values. */
export interface Unit {
  /** Names the folder of what was read; the same for the same bytes read in the same way. */
  id: string;
  /** For messages and rejects. */
  file: string;
  place: { path: string } | { server: string; table: keyof typeof databaseTables };
  format: string;
  layout: Recognised["layout"];
  header: string[];
  from: number;
  /** First byte of the next part; Infinity for the last. */
  to: number;
  /** Bytes of the file or part, for progress. */
  bytes: number;
  context: RowContext;
}

/** Units that are read in one go, because each alone would be too small to be worth it. */
export interface Batch {
  /** Names the folder of what was read. */
  id: string;
  units: Unit[];
  bytes: number;
}

/** What all units of an import are read with. */
export interface Reader {
  principals: PrincipalIndex;
  names: Names;
}

/** @param key of the pseudonyms; null to leave everything under its own name */
export function readerFor(principals: readonly StudyPrincipal[], key: Uint8Array | null): Reader {
  const index = new PrincipalIndex(principals);
  return { principals: index, names: key === null ? clearNames : new Pseudonyms(Buffer.from(key), index) };
}

/** Reads a batch into staged tables in `folder`. */
export function readOf(
  { units }: Batch,
  folder: string,
  reader: Reader,
  progress: (bytes: number) => void,
): Promise<ReadTogether> {
  const before = units.map((_, at) => units.slice(0, at).reduce((sum, { bytes }) => sum + bytes, 0));
  return readTogether(units.map(orderOf), folder, reader.principals, reader.names, (part, bytes) =>
    progress((before[part] ?? 0) + Math.min(bytes, units[part]?.bytes ?? 0)),
  );
}

function orderOf({ file, place, header, layout, from, to, context, format }: Unit): ReadOrder {
  const source = "path" in place ? place.path : tableOnServer(place.server, place.table);
  const recognised = { format: formatNamed(format), layout, header, firstRow: undefined } as Recognised;
  return { file, source, recognised, from, to, context };
}
