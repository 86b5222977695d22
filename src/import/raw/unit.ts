import type { StudyPrincipal } from "../../study/study-principals.js";
import type { databaseTables } from "../formats/database.js";
import type { RowContext } from "../formats/format.js";
import { formatNamed } from "../formats/formats.js";
import { tableOnServer } from "./postgres.js";
import { PrincipalIndex } from "./principal-index.js";
import { clearNames, type Names, Pseudonyms } from "./pseudonyms.js";
import { type ReadUnit, readUnit } from "./read-unit.js";
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

/** Reads a unit into staged tables in `folder`. */
export function readOf(
  unit: Unit,
  folder: string,
  reader: Reader,
  progress?: (bytes: number) => void,
): Promise<ReadUnit> {
  const { file, place, header, layout, from, to, context } = unit;
  const source = "path" in place ? place.path : tableOnServer(place.server, place.table);
  const format = formatNamed(unit.format);
  const recognised = { format, layout, header, firstRow: undefined } as Recognised;
  const order = { file, source, recognised, from, to, context };
  return readUnit(order, folder, reader.principals, reader.names, progress);
}
