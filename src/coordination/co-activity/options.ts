import { UserError } from "../../errors.js";

/** When two events on a target count as together. */
export type Semantics = "pairwise" | "coortweet" | "qut" | "bins" | "chained";

export const allSemantics: readonly Semantics[] = ["pairwise", "coortweet", "qut", "bins", "chained"];

/** Where bins of time begin: at the first event on each target, or at the Unix epoch. */
export type BinOrigin = "first" | "epoch";

/** What co-activity is counted. */
export interface CoActivityOptions {
  /** Length of the window in seconds, at least 0; measured to the microsecond. */
  window: number;
  /** Default `pairwise`. */
  semantics?: Semantics;
  /** For `bins`; default `first`. */
  binOrigin?: BinOrigin;
  /** Least participation of an account; default 1, for `coortweet` 2. See `coActivity`. */
  minParticipation?: number;
  /** Co-actions above which the work is refused; default 500 million. */
  most?: number;
}

export const defaultMost = 500_000_000;

/** The options with every default filled in. @throws UserError for a value that is none */
export function checkedOptions(options: CoActivityOptions): Required<CoActivityOptions> {
  const { window, semantics = "pairwise", binOrigin = "first", most = defaultMost } = options;
  const { minParticipation = semantics === "coortweet" ? 2 : 1 } = options;
  if (!Number.isFinite(window) || window < 0) {
    throw new UserError(`window must be a number of seconds of at least 0: ${window}`);
  }
  if (!allSemantics.includes(semantics)) {
    throw new UserError(`unknown semantics: "${semantics}"; known: ${allSemantics.join(", ")}`);
  }
  if (!Number.isInteger(minParticipation) || minParticipation < 1) {
    throw new UserError(`least participation must be a whole number of at least 1: ${minParticipation}`);
  }
  return { window: Math.round(window * 1e6) / 1e6, semantics, binOrigin, minParticipation, most };
}
