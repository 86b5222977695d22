import { UserError } from "../errors.js";
import { readCsv } from "../files/csv.js";
import { projectPath } from "../files/project.js";
import type { Facts } from "./recomputed.js";

/**
 * Reads the published numbers that the consistency checks need.
 *
 * @throws UserError for a value that is no number or a quantity given twice; the look-up throws for one that is not there.
 */
export async function readFacts(path = projectPath("data", "published", "facts.csv")): Promise<Facts> {
  const { rows } = await readCsv(path, { columns: ["claim", "quantity", "value", "unit", "source"] });
  const values = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.get("claim")} ${row.get("quantity")}`;
    const value = Number(row.get("value"));
    if (row.get("value").trim() === "" || !Number.isFinite(value)) {
      throw new UserError(`${row.at("value")}: not a number: "${row.get("value")}"; write it with digits and a point`);
    }
    if (values.has(key)) throw new UserError(`${row.at("quantity")}: given twice: "${key}"; keep one row`);
    values.set(key, value);
  }
  return (claim, quantity) => {
    const value = values.get(`${claim} ${quantity}`);
    if (value === undefined) throw new UserError(`unknown fact: "${claim} ${quantity}"; add it to ${path}`);
    return value;
  };
}
