import { UserError } from "../errors.js";
import { readCsv } from "../files/csv.js";
import { projectPath } from "../files/project.js";
import { type ClaimPart, readParts } from "./parts.js";
import { type Relation, relations } from "./relation.js";

const bases = ["calibrated", "emergent", "published figures"] as const;

/** How the twin's agreement with a claim must be read, or that the claim is arithmetic on published figures alone. */
export type ClaimBasis = (typeof bases)[number];

/** A published claim, as a row of `data/published/claims.csv` has it. */
export interface Claim {
  id: string;
  paper: string;
  /** The claim in our own words. */
  claim: string;
  /** The number as the source prints it. */
  published: string;
  /** The number to compare with; shares are in 0..1. Null where nothing is numeric. */
  value: number | null;
  /** Upper end, where a range is published. */
  upper: number | null;
  relation: Relation;
  unit: string;
  window: string;
  population: string;
  platform: string;
  /** Keys into `sources.csv`. */
  sources: string[];
  /** Largest difference that rounding in print explains, in the unit of the value. */
  tolerance: number | null;
  toleranceReason: string;
  /** Further numbers of a claim that states several. */
  parts: ClaimPart[];
  basis: ClaimBasis | null;
  /** The finding that computes it. */
  finding: string | null;
  /** Why no check exists; null where one does. */
  reason: string | null;
}

const columns = [
  ...["id", "paper", "claim", "published", "value", "upper", "relation", "unit", "window", "population", "platform"],
  ...["sources", "tolerance", "tolerance_reason", "basis", "finding", "reason"],
];

/**
 * Reads the published claims, in the order of the file.
 *
 * @throws UserError with file and line for a missing column, a number that is none, an unknown word or a repeated id.
 */
export async function readClaims(path = projectPath("data", "published", "claims.csv")): Promise<Claim[]> {
  const parts = await readParts(projectPath("data", "published", "parts.csv"));
  const { rows } = await readCsv(path, { columns });
  const seen = new Set<string>();
  return rows.map((row) => {
    const text = (column: string) => row.get(column).trim();
    const orNull = (column: string) => text(column) || null;
    const number = (column: string) => {
      const written = text(column);
      const value = written === "" ? null : Number(written);
      if (value !== null && !Number.isFinite(value)) {
        throw new UserError(`${row.at(column)}: not a number: "${written}"; write it with digits and a point`);
      }
      return value;
    };
    const word = <Word extends string>(column: string, words: readonly Word[]): Word => {
      const found = words.find((known) => known === text(column));
      if (!found)
        throw new UserError(`${row.at(column)}: unknown ${column}: "${text(column)}"; known: ${words.join(", ")}`);
      return found;
    };
    const id = text("id");
    if (seen.has(id)) throw new UserError(`${row.at("id")}: duplicate id: "${id}"; give each claim one row`);
    seen.add(id);
    return {
      id,
      paper: text("paper"),
      claim: text("claim"),
      published: text("published"),
      value: number("value"),
      upper: number("upper"),
      relation: word("relation", relations),
      unit: text("unit"),
      window: text("window"),
      population: text("population"),
      platform: text("platform"),
      sources: text("sources").split(" ").filter(Boolean),
      tolerance: number("tolerance"),
      toleranceReason: text("tolerance_reason"),
      parts: parts.get(id) ?? [],
      basis: text("basis") ? word("basis", bases) : null,
      finding: orNull("finding"),
      reason: orNull("reason"),
    };
  });
}
