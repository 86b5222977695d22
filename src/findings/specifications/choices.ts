import type { Study } from "../../study/study.js";

/** Who is taken for the network: the detector's members, or everyone whom the papers' candidate rule picks. */
export type Rule = "detector" | "candidates >25" | "candidates >50";

/**
 * When two actions on a post count as together: at most a window apart; less than a window apart; in the same bin of a
 * window's length; or with no gap above a window between them.
 */
export type Together = "pairwise" | "strict" | "bins" | "chained";

/** Whose actions show what chance gives: of those who acted on the post after a similar delay, or at any time. */
export type Chance = "similar delay" | "same post";

/**
 * Whose actions the network's are a share of, beside its own: everyone's; those of accounts that ever retweeted a diplomat,
 * the papers' reference group; or those of accounts that retweeted or answered the focus principals at least five times.
 */
export type Benchmark = "everyone" | "retweeters" | "regulars";

/** One way of arriving at a number. Null where a choice has no part in it. */
export interface Choices {
  rule: Rule;
  /** Seconds. */
  window: number | null;
  together: Together | null;
  /** Rate of false discoveries at which members are admitted. */
  rate: number | null;
  chance: Chance | null;
  benchmark: Benchmark;
  /** Whether the ambassador's replies in his own threads are in the denominator. */
  ownReplies: "in" | "out" | null;
  weekStart: Study["weekStart"] | null;
}

export type Dimension = keyof Choices;

/** The choices that decide who is in the network; the others decide what is counted. */
export type GroupChoices = Pick<Choices, "rule" | "window" | "together" | "rate" | "chance">;
export type CountChoices = Omit<Choices, keyof GroupChoices>;

const windows = [10, 30, 60, 120, 300];
const rates = [0.01, 0.05, 0.1];

/** What the other findings choose. */
export function usualGroup({ coActivitySeconds }: Study): GroupChoices {
  return { rule: "detector", window: coActivitySeconds, together: "pairwise", rate: 0.03, chance: "similar delay" };
}

/**
 * The networks that are tried: each departs from the usual one in a single choice, because they take a search each; the
 * papers' rule stands by itself.
 */
export function groupChoices(study: Study): GroupChoices[] {
  const usual = usualGroup(study);
  const others: Partial<GroupChoices>[] = [
    ...(["strict", "bins", "chained"] as const).map((together) => ({ together })),
    ...rates.map((rate) => ({ rate })),
    { chance: "same post" },
    ...windows.map((window) => ({ window })),
  ];
  const changed = others.map((other) => ({ ...usual, ...other })).filter((choices) => !same(choices, usual));
  const without = { window: null, together: null, rate: null, chance: null };
  return [usual, ...changed, { ...without, rule: "candidates >25" }, { ...without, rule: "candidates >50" }];
}

function same(one: GroupChoices, other: GroupChoices): boolean {
  return (Object.keys(one) as (keyof GroupChoices)[]).every((dimension) => one[dimension] === other[dimension]);
}
