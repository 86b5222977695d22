import { detectGroups } from "../coordination/detection/detect-groups.js";
import { windowedEvents } from "../coordination/detection/windowed-events.js";
import type { EventTable } from "../coordination/events/event-table.js";
import { eventsOf, type PlainEvent } from "../coordination/events/events-of.js";
import { type RandomNumbers, randomNumbers } from "../statistics/random-numbers.js";
import { type Background, shuffledWithinTargets } from "./background.js";
import { type Case, window } from "./case.js";

const members = 62;
const shifts = 3;
const targets = 80;
const fewestEvents = 10;
const mostAlone = 6;
const hour = 3600;

/** What decides a planted benchmark: the same options, the same events. */
export interface PlantedOptions {
  seed: number;
  /** Probability of a member to join an action of its shift. */
  effort: number;
}

/**
 * 62 coordinated accounts in real traffic. The traffic is shuffled within targets, so that only the planted accounts are together
 * more than by chance. They work in three shifts: on each of 80 targets with at least ten events a shift has a moment, soon after
 * one of the real events, and each of its members acts within a minute of it with the probability `effort`. And each acts alone
 * at times: as often as a randomly drawn account of the traffic, but at most six times, within the hour after a real event.
 *
 * @example
 * plantedBenchmark(background, { seed: 1, effort: 0.1 }).members.size; // the 62
 */
export function plantedBenchmark(background: Background, { seed, effort }: PlantedOptions): Case {
  const labels = shuffledWithinTargets(background, `planted/${seed}/background`);
  const { actors, targets: names, events } = background;
  const rows: PlainEvent[] = Array.from(labels, (label, event) => ({
    actor: `real/${actors[label]}`,
    target: names[events.target[event] as number] as string,
    seconds: events.seconds[event] as number,
  }));
  rows.push(...campaign(background, { seed, effort }), ...alone(background, seed));
  const table = eventsOf(rows);
  return {
    table,
    events: windowedEvents(table, window),
    members: new Set(Array.from({ length: members }, (_, member) => nameOf(member))),
    innocents: new Map(),
    detect: async () => detectedIn(table),
  };
}

function detectedIn(table: EventTable): string[] {
  const { groups } = detectGroups(windowedEvents(table, window));
  const found = new Set(groups.flatMap(({ admitted }) => [...admitted]));
  return [...found].map((account) => table.actors[account] as string);
}

function campaign({ targets: names, events }: Background, { seed, effort }: PlantedOptions): PlainEvent[] {
  const random = randomNumbers(`planted/${seed}/campaign/${effort}`);
  const rows: PlainEvent[] = [];
  for (const target of chosenTargets(events.ofTarget, randomNumbers(`planted/${seed}/targets`))) {
    const [from, to] = [events.ofTarget[target] as number, events.ofTarget[target + 1] as number];
    for (let shift = 0; shift < shifts; shift += 1) {
      const begin = (events.seconds[from + below(to - from, random)] as number) + below(window, random);
      for (let member = shift; member < members; member += shifts) {
        if (random() >= effort) continue;
        const seconds = begin + below(window, random);
        rows.push({ actor: nameOf(member), target: names[target] as string, seconds });
      }
    }
  }
  return rows;
}

function chosenTargets(ofTarget: Uint32Array, random: RandomNumbers): number[] {
  const pool = [...ofTarget.keys()].filter((target) => {
    return (ofTarget[target + 1] ?? 0) - (ofTarget[target] as number) >= fewestEvents;
  });
  const chosen: number[] = [];
  while (chosen.length < targets && pool.length > 0) {
    const [target = 0] = pool.splice(below(pool.length, random), 1);
    chosen.push(target);
  }
  return chosen;
}

function alone({ actors, targets: names, events }: Background, seed: number): PlainEvent[] {
  const random = randomNumbers(`planted/${seed}/alone`);
  return Array.from({ length: members }, (_, member) => {
    const like = below(actors.length, random);
    const actions = (events.ofAccount[like + 1] as number) - (events.ofAccount[like] as number);
    return Array.from({ length: Math.min(mostAlone, actions) }, () => {
      const event = below(events.account.length, random);
      return {
        actor: nameOf(member),
        target: names[events.target[event] as number] as string,
        seconds: (events.seconds[event] as number) + below(hour, random),
      };
    });
  }).flat();
}

function nameOf(member: number): string {
  return `planted/${String(member).padStart(2, "0")}`;
}

function below(limit: number, random: RandomNumbers): number {
  return Math.floor(random() * limit);
}
