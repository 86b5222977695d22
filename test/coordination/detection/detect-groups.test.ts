import { describe, expect, it } from "vitest";
import { detectGroups } from "../../../src/coordination/detection/detect-groups.js";
import { relabelled, type WindowedEvents } from "../../../src/coordination/detection/windowed-events.js";
import { shuffledLabels, withinTarget } from "../../../src/coordination/null-models/label-permutation.js";
import { group, smallEvents, trafficWithGroup } from "./small-events.js";

const seeds = [1, 2, 3, 4, 5, 6];

function shuffled(events: WindowedEvents, seed: number): WindowedEvents {
  return relabelled(events, shuffledLabels(events.account, withinTarget(events.target), `test/${seed}`).next().value);
}

/** Names of the flagged accounts; those of the group sort behind all others, at the end of the numbers. */
function flagged(events: WindowedEvents): { ofGroup: number; others: number; groups: number } {
  const { groups } = detectGroups(events);
  const accounts = [...new Set(groups.flatMap(({ admitted }) => [...admitted]))];
  const ofGroup = accounts.filter((account) => account >= events.accounts - group.length).length;
  return { ofGroup, others: accounts.length - ofGroup, groups: groups.length };
}

describe("detection of groups", () => {
  it.each(seeds)("finds a group in traffic, seed %d", (seed) => {
    const found = flagged(smallEvents(trafficWithGroup(seed)));
    expect(found.ofGroup).toBeGreaterThanOrEqual(11);
    expect(found.others).toBeLessThanOrEqual(2);
  });

  it("finds none once labels are shuffled within targets, in all but one of six", () => {
    const hits = seeds.filter((seed) => flagged(shuffled(smallEvents(trafficWithGroup(seed)), seed)).groups > 0);
    expect(hits.length).toBeLessThanOrEqual(1);
  });

  it("says of each group that the shuffles make none like it, and of each shuffle what it made", () => {
    const { groups, chance } = detectGroups(smallEvents(trafficWithGroup(1)));
    expect(chance).toHaveLength(19);
    for (const { pValue, balance } of groups) {
      expect(pValue).toBe(1 / 20);
      expect(balance).toBeGreaterThan(Math.max(...chance));
    }
  });

  it("gives the same whatever the order of the rows, and again", () => {
    const rows = trafficWithGroup(1);
    const once = detectGroups(smallEvents(rows), { replicates: 3 });
    expect(detectGroups(smallEvents(rows.toReversed()), { replicates: 3 })).toEqual(once);
    expect(detectGroups(smallEvents(rows), { replicates: 3 })).toEqual(once);
  });

  it("finds nothing in one event, or in none", () => {
    expect(detectGroups(smallEvents([["a", "t", 0]])).groups).toEqual([]);
    expect(detectGroups(smallEvents([])).groups).toEqual([]);
  });
});
