import { windowedEvents } from "../../src/coordination/detection/windowed-events.js";
import { eventsOf } from "../../src/coordination/events/events-of.js";
import type { Background } from "../../src/evaluation/background.js";
import { randomNumbers } from "../../src/statistics/random-numbers.js";

/** Invented traffic in place of the real: 120 targets with 4 to 43 events of 900 accounts, some busier than others. */
export function smallBackground(): Background {
  const random = randomNumbers("small background");
  const table = eventsOf(
    Array.from({ length: 120 }, (_, target) => {
      return Array.from({ length: 4 + (target % 40) }, () => ({
        actor: `account ${Math.floor(random() ** 2 * 900)}`,
        target: `target ${target}`,
        seconds: 1_600_000_000 + Math.floor(random() ** 3 * 40_000),
      }));
    }).flat(),
  );
  return { actors: table.actors, targets: table.targets, events: windowedEvents(table, 60) };
}
