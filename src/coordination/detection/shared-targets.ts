import { groupedPoissonBinomialUpperTail } from "../../statistics/poisson-binomial.js";
import { type BipartiteModel, bipartiteConfigurationModel } from "../null-models/bicm.js";
import type { WindowedEvents } from "./windowed-events.js";

/** How many of an account's targets the members of groups acted on as well, whenever they did. */
export interface SharedTargets {
  /** Targets that it acted on. */
  targets: number;
  /** Those of them on which a member other than itself acted. */
  shared: number;
  /** How many these are by chance. */
  expected: number;
  /** Probability of at least as many by chance. */
  pValue: number;
}

/**
 * The targets that each account shares with the members, beside what chance gives: an account as busy that picks targets by their
 * popularity alone (`bipartiteConfigurationModel`). Who has the same taste shares many targets and acts together with nobody: this
 * is a column beside timing and never a reason to be a member.
 *
 * Time is that of the model, and for each different pair of a number of targets and a number of shared ones the members' targets
 * times the latter.
 *
 * @returns one entry an account, in their order; null if there are no members
 * @example
 * const rows = [["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"], ["c", "y"], ["c", "z"]];
 * const table = eventsOf(rows.map(([actor = "", target = ""]) => ({ actor, target, seconds: 0 })));
 * const shared = sharedTargets(windowedEvents(table, 60), new Set([0]));
 * shared?.map(({ shared }) => shared); // [0, 2, 1]
 */
export function sharedTargets(events: WindowedEvents, members: ReadonlySet<number>): SharedTargets[] | null {
  if (members.size === 0) return null;
  const targetsOf = Array.from({ length: events.accounts }, (_, account) => targetsOfAccount(events, account));
  const actorsOn = countOn(events.targets, targetsOf);
  const membersOn = countOn(
    events.targets,
    [...members].map((member) => targetsOf[member] as number[]),
  );
  const degrees = targetsOf.map(({ length }) => length);
  const chance = new SharedByChance(bipartiteConfigurationModel(degrees, actorsOn), membersOn);
  return targetsOf.map((targets, account) => {
    const least = members.has(account) ? 2 : 1;
    const shared = targets.filter((target) => (membersOn[target] as number) >= least).length;
    const alone = targets.filter((target) => least === 2 && membersOn[target] === 1);
    return { targets: targets.length, shared, ...chance.of(account, shared, alone) };
  });
}

function targetsOfAccount({ target, events, ofAccount }: WindowedEvents, account: number): number[] {
  const own = new Set<number>();
  for (let at = ofAccount[account] as number; at < (ofAccount[account + 1] as number); at += 1) {
    own.add(target[events[at] as number] as number);
  }
  return [...own];
}

/** Accounts on each target. */
function countOn(targets: number, targetsOf: readonly (readonly number[])[]): Uint32Array {
  const counts = new Uint32Array(targets);
  for (const own of targetsOf) for (const target of own) counts[target] = (counts[target] as number) + 1;
  return counts;
}

type Chance = Pick<SharedTargets, "expected" | "pValue">;

/** Chance by the configuration model, the members' targets given. */
class SharedByChance {
  /** Of each class of equally popular targets, those on which a member acted. */
  private readonly sizes: Float64Array;
  private readonly known = new Map<string, Chance>();

  constructor(
    private readonly model: BipartiteModel,
    membersOn: Uint32Array,
  ) {
    this.sizes = new Float64Array(model.columns.degree.length);
    membersOn.forEach((count, target) => {
      if (count > 0) this.add(this.sizes, target, 1);
    });
  }

  /** @param alone targets of a member on which no other acted: it cannot share them */
  of(account: number, shared: number, alone: readonly number[]): Chance {
    const row = this.model.rows.of[account] as number;
    if (alone.length > 0) return this.compute(row, shared, alone);
    const key = `${row} ${shared}`;
    const chance = this.known.get(key) ?? this.compute(row, shared, alone);
    this.known.set(key, chance);
    return chance;
  }

  private compute(row: number, shared: number, alone: readonly number[]): Chance {
    const sizes = this.sizes.slice();
    for (const target of alone) this.add(sizes, target, -1);
    const probabilities = sizes.map((_, column) => this.model.classProbability(row, column));
    return {
      expected: sizes.reduce((sum, size, column) => sum + size * (probabilities[column] as number), 0),
      pValue: groupedPoissonBinomialUpperTail(probabilities, sizes, shared),
    };
  }

  private add(sizes: Float64Array, target: number, change: number): void {
    const column = this.model.columns.of[target] as number;
    sizes[column] = (sizes[column] as number) + change;
  }
}
