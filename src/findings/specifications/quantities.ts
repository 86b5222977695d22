import type { Study } from "../../study/study.js";
import { addDays, type UtcDay } from "../../study/time.js";
import { firstDayOfWeek } from "../../study/week.js";
import type { AmbassadorActions } from "./ambassador-actions.js";
import type { CountChoices } from "./choices.js";
import type { CountedActions } from "./highest-share.js";

/** The numbers that are tried: shares of all retweets, of all replies, and of the retweets of the week with the highest share. */
export const quantities = ["retweets", "replies", "peak week"] as const;
export type Quantity = (typeof quantities)[number];

/** What the sources print: a number, or for the peak weeks a range. */
export const published: Record<Quantity, { claim: string; low: number; high: number }> = {
  retweets: { claim: "U9", low: 0.44, high: 0.44 },
  replies: { claim: "U11", low: 0.2, high: 0.2 },
  "peak week": { claim: "U15", low: 0.5, high: 0.75 },
};

/** A week with fewer retweets, such as one that the window cuts to a day, is not compared. */
const fewestInWeek = 30;

/** How a quantity may be counted; the first way is the usual one. */
export function countChoices(quantity: Quantity, { weekStart }: Study): CountChoices[] {
  const usual: CountChoices = { benchmark: "everyone", ownReplies: null, weekStart: null };
  const regulars: CountChoices = { ...usual, benchmark: "regulars" };
  if (quantity === "retweets") return [usual, regulars];
  if (quantity === "replies") {
    return [usual, { ...usual, benchmark: "retweeters" } as const, regulars].flatMap((choices) =>
      (["in", "out"] as const).map((ownReplies) => ({ ...choices, ownReplies })),
    );
  }
  const starts = weekStart === "sunday" ? (["sunday", "monday"] as const) : (["monday", "sunday"] as const);
  return [usual, regulars].flatMap((choices) => starts.map((start) => ({ ...choices, weekStart: start })));
}

/** The actions that a quantity is a share of, before anyone is left out of them. */
export function countedActions(
  actions: AmbassadorActions,
  quantity: Quantity,
  { ownReplies, weekStart }: CountChoices,
  { amplificationWindow: { from, to } }: Study,
): CountedActions {
  const kind = quantity === "replies" ? "replies" : "retweets";
  const weeks = weekStart === null ? [from] : weeksBetween(firstDayOfWeek(from, weekStart), to);
  const places = new Map(weeks.map((week, place) => [week, place]));
  const byAccount = new Map<string, Uint32Array>();
  for (const row of actions.rows) {
    if (row[kind] === 0) continue;
    const own = byAccount.get(row.account) ?? new Uint32Array(weeks.length);
    byAccount.set(row.account, own);
    const place = weekStart === null ? 0 : (places.get(firstDayOfWeek(row.day, weekStart)) as number);
    own[place] = (own[place] as number) + row[kind];
  }
  const besides = ownReplies === "in" ? actions.ownReplies : 0;
  return { stretches: weeks.length, byAccount, besides, fewest: weekStart === null ? 1 : fewestInWeek };
}

function weeksBetween(first: UtcDay, last: UtcDay): UtcDay[] {
  const weeks: UtcDay[] = [];
  for (let week = first; week <= last; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}
