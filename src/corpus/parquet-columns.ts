import { messageOf, UserError } from "../errors.js";
import { openDatabase, type QueryRow, queryRows, sqlText } from "./duckdb.js";

/** What a column of a foreign Parquet file is to be read as. */
export interface WantedColumn {
  name: string;
  kind: "id" | "time";
}

const threads = 2;
const memoryLimit = "600MB";
const wholeNumber = /^U?(TINY|SMALL|BIG|HUGE)?(INT|INTEGER)$/;
const instant = /^TIMESTAMP/;
const number = /^(DOUBLE|FLOAT|DECIMAL)/;

/**
 * Writes columns of a Parquet file that is not a corpus table as CSV, row by row in the order of the file, out of core: ids as text,
 * times as Unix seconds or as the text they are, null as nothing.
 *
 * @param choose Which columns to take, given the names of all.
 * @throws UserError if the file cannot be read, or a column has a type that holds no ids or no times
 */
export async function parquetColumnsToCsv(
  path: string,
  csv: string,
  choose: (found: string[]) => WantedColumn[],
): Promise<void> {
  const connection = await openDatabase(threads);
  try {
    await connection.run(`set memory_limit = '${memoryLimit}'`);
    await connection.run(`set temp_directory = ${sqlText(`${csv}.spilled`)}`);
    const source = `from read_parquet(${sqlText(path)})`;
    const described = await queryRows(connection, `describe ${source}`).catch((thrown: unknown) => {
      throw new UserError(`cannot read: ${path} (${messageOf(thrown).split("\n")[0]}); give a Parquet file`);
    });
    const columns = choose(described.map((column) => String(column.column_name)));
    const expressions = columns.map((column) => asText(path, column, described));
    await connection.run(`copy (select ${expressions.join(", ")} ${source}) to ${sqlText(csv)} (format csv, header)`);
  } finally {
    connection.closeSync();
  }
}

function asText(path: string, { name, kind }: WantedColumn, described: QueryRow[]): string {
  const type = String(described.find((column) => column.column_name === name)?.column_type);
  const column = `"${name.replaceAll('"', '""')}"`;
  if (type === "VARCHAR") return column;
  if (wholeNumber.test(type)) return `cast(${column} as varchar) as ${column}`;
  if (kind === "time" && instant.test(type)) return `cast(epoch_us(${column}) / 1e6 as varchar) as ${column}`;
  if (kind === "time" && number.test(type)) return `cast(cast(${column} as double) as varchar) as ${column}`;
  const remedy = kind === "id" ? "write ids as text or whole numbers" : "write instants, Unix seconds or ISO 8601";
  throw new UserError(`${path}: column "${name}" has type ${type}; ${remedy}`);
}
