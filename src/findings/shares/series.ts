import { type ActionKind, actionKinds, type FocusActions, offices } from "./focus-actions.js";

/** One office, or the two together. */
export const officesAndBoth = [...offices, "both"] as const;
export type OfficeOrBoth = (typeof officesAndBoth)[number];

/** What a share is of: retweets of or replies to an office. */
export interface Series {
  office: OfficeOrBoth;
  kind: ActionKind;
}

/** All series, each kind by office. */
export const allSeries: Series[] = actionKinds.flatMap((kind) => officesAndBoth.map((office) => ({ office, kind })));

/** The actions that belong to a series. */
export function ofSeries(actions: readonly FocusActions[], { office, kind }: Series): FocusActions[] {
  return actions.filter((row) => row.kind === kind && (office === "both" || row.office === office));
}

/** The row of a list that is of that series. */
export function inSeries<R extends Series>(rows: readonly R[], office: OfficeOrBoth, kind: ActionKind): R | undefined {
  return rows.find((row) => row.office === office && row.kind === kind);
}
