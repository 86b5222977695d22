import type { PeakWeekSharesResults } from "../findings/peak-week-shares.js";
import type { Series } from "../findings/shares/series.js";
import { type ShareClass, shareClasses } from "../findings/shares/share-classes.js";
import { colours } from "./theme.js";

/** What the parts of the amplification are filled with: the network in shades of its colour, the others in greys. */
export const partColours: Record<ShareClass, string> = {
  "network, gone by the first query": "#8E3B6D",
  "network, gone by the last query": colours.network,
  "network, not seen gone": "#EBCBDD",
  "other, gone by either query": "#7A7A7A",
  "other, not seen gone": "#DDDDDD",
};

/** Colour by part, in the order of the stack. No legend. */
export const partColour = {
  field: "part",
  type: "nominal",
  scale: { domain: [...shareClasses], range: shareClasses.map((part) => partColours[part]) },
  legend: null,
};

/** What a part is called beside its share, with the days of the queries. */
export function partLabel(part: ShareClass, queries: PeakWeekSharesResults["queries"]): string {
  const [first, last] = [queries?.first ?? "the first query", queries?.last ?? "the last query"];
  return {
    "network, gone by the first query": `network, gone by ${first}`,
    "network, gone by the last query": `network, gone by ${last}`,
    "network, not seen gone": "network, not seen gone",
    "other, gone by either query": "others, gone by then",
    "other, not seen gone": "others, not seen gone",
  }[part];
}

/** "Retweets of the ambassador". */
export function seriesTitle({ kind, office }: Series): string {
  const whom = office === "both" ? "both" : `the ${office}`;
  return kind === "retweet" ? `Retweets of ${whom}` : `Replies to ${whom}`;
}

/** A share as it is printed: "43.3%". */
export function shareText(share: number | null): string {
  return share === null ? "none" : `${(share * 100).toFixed(1)}%`;
}
