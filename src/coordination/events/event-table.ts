/**
 * Events as columns: who acted on what, and when. The one table that every measure of coordination reads.
 *
 * Rows stand in canonical order, by target, time, actor and event id, so that whatever is computed from the table is the same
 * whatever order the rows of its source had. Events without an actor or a target are not in it; `left` says how many there were.
 *
 * Memory is 20 bytes an event, and the ids once each.
 */
export interface EventTable {
  /** Names of the actors, each once, sorted by code unit. */
  readonly actors: readonly string[];
  /** Names of the targets, each once, sorted by code unit. */
  readonly targets: readonly string[];
  /** Number of each event's actor. */
  readonly actor: Uint32Array;
  /** Number of each event's target; never falls from row to row. */
  readonly target: Uint32Array;
  /** Unix time of each event, in seconds, kept to the microsecond; never falls within a target. */
  readonly seconds: Float64Array;
  /** Where each target's events begin; one entry more than there are targets, the last being the number of events. */
  readonly starts: Uint32Array;
  /**
   * Number of each event's id: the same number, the same id. An event with an empty id has a number of its own. The numbers
   * themselves mean nothing and may differ between two readings of the same events.
   */
  readonly event: Uint32Array;
  readonly ids: EventIds;
  readonly left: LeftOut;
}

/** The texts of the event ids, which most measures never need and which are kept as bytes until asked for. */
export interface EventIds {
  /** Numbers in use: 0 to `count` - 1. */
  readonly count: number;
  /** The id of that number, as it was written; empty where it was. */
  text(number: number): string;
}

/** Rows of the source that are not events. */
export interface LeftOut {
  /** Rows with an empty actor. */
  readonly withoutActor: number;
  /** Rows with an actor and an empty target. */
  readonly withoutTarget: number;
}
