import { dirname, join } from "node:path";
import { UserError } from "../errors.js";
import { readCsv } from "../files/csv.js";
import { readFacts } from "./facts.js";
import { type Relation, relations } from "./relation.js";

/** A further number of a claim that states several, as rows of `data/published/parts.csv` and `facts.csv` have it. */
export interface ClaimPart {
  /** Name of the number, such as `retweeters`. */
  quantity: string;
  value: number;
  relation: Relation;
  /** Largest difference that rounding in print explains, in the unit of the value. */
  tolerance: number;
}

const columns = ["claim", "quantity", "relation", "tolerance", "tolerance_reason"];

/**
 * Reads the further numbers of the claims, by id of the claim. The numbers themselves are those of the facts beside the file.
 *
 * @throws UserError with file and line for a number that is none, an unknown relation, a number that the facts do not hold
 */
export async function readParts(path: string): Promise<Map<string, ClaimPart[]>> {
  const facts = await readFacts(join(dirname(path), "facts.csv"));
  const parts = new Map<string, ClaimPart[]>();
  for (const row of (await readCsv(path, { columns })).rows) {
    const [claim, quantity] = [row.get("claim"), row.get("quantity")];
    const relation = relations.find((known) => known === row.get("relation"));
    if (!relation || relation === "between" || relation === "stated") {
      const known = relations.filter((one) => one !== "between" && one !== "stated").join(", ");
      throw new UserError(`${row.at("relation")}: unknown relation: "${row.get("relation")}"; known: ${known}`);
    }
    const tolerance = Number(row.get("tolerance"));
    if (row.get("tolerance").trim() === "" || !(tolerance >= 0)) {
      throw new UserError(
        `${row.at("tolerance")}: not a number: "${row.get("tolerance")}"; write it with digits and a point`,
      );
    }
    const part = { quantity, value: facts(claim, quantity), relation, tolerance };
    parts.set(claim, [...(parts.get(claim) ?? []), part]);
  }
  return parts;
}
