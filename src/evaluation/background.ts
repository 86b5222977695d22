import { type WindowedEvents, windowedEvents } from "../coordination/detection/windowed-events.js";
import { readEvents } from "../coordination/events/read-events.js";
import { shuffledLabels, withinTarget } from "../coordination/null-models/label-permutation.js";
import { externalFolder, locate, sourceOf } from "../import/sources.js";
import { window } from "./case.js";

/** The data set whose real traffic is the background. */
export const backgroundId = "coortweet/russian_coord_tweets.csv";

/** Real traffic: who acted on what, and when. Repeated event ids are dropped. */
export interface Background {
  actors: readonly string[];
  targets: readonly string[];
  events: WindowedEvents;
}

/**
 * The real traffic of the CooRTweet sample, or null where the data set is not there.
 *
 * @param from folder with the real data (else AMPLIFICATION_AUDIT_EXTERNAL, else `data/external`)
 * @throws UserError for a folder that is none
 */
export async function realBackground(from?: string): Promise<Background | null> {
  const { path, state } = await locate(sourceOf(backgroundId), externalFolder(from));
  if (state !== "present") return null;
  const table = await readEvents(path);
  return { actors: table.actors, targets: table.targets, events: windowedEvents(table, window) };
}

/**
 * Labels of the background's events after a shuffle within targets: who acted on what and all times stay, and whatever coordination
 * was in the timing is gone.
 */
export function shuffledWithinTargets({ events }: Background, name: string): Int32Array {
  return shuffledLabels(events.account, withinTarget(events.target), name).next().value;
}
