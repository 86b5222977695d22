/** Accounts of like activity: class 0 has one event, class 1 two or three, class 2 four to seven, and so on. */
export function activityClass(events: number): number {
  return Math.floor(Math.log2(Math.max(1, events)));
}

/** Places of accounts by their class of activity, classes ascending. */
export function activityStrata(events: readonly number[]): number[][] {
  const strata = new Map<number, number[]>();
  events.forEach((count, at) => {
    const own = activityClass(count);
    strata.set(own, [...(strata.get(own) ?? []), at]);
  });
  return [...strata].sort(([a], [b]) => a - b).map(([, places]) => places);
}
