import { UserError } from "../../errors.js";

/** Names of the columns that hold events. */
export interface EventColumns {
  actor: string;
  target: string;
  time: string;
  /** Column of event ids; without it each row is an event of its own. */
  event?: string | undefined;
}

/** The columns' names in files of CooRTweet, and so the default. */
export const defaultColumns = {
  actor: "account_id",
  target: "object_id",
  time: "timestamp_share",
  event: "content_id",
} as const;

/** Where the columns stand in a file, from 0; -1 for no event id. */
export interface EventPositions {
  actor: number;
  target: number;
  time: number;
  event: number;
}

/**
 * Where the columns of events stand among those of a file.
 *
 * @param place The file, with the line where it has one, for messages.
 * @throws UserError for a column that is missing or there twice, or one name given for two columns.
 */
export function eventPositions(place: string, found: readonly string[], columns: EventColumns): EventPositions {
  const wanted = Object.values(columns).filter((name): name is string => name !== undefined);
  const missing = wanted.filter((name) => !found.includes(name));
  if (missing.length > 0) {
    const options = "name them with --actor, --target, --time and --event, or give --no-event where rows have no ids";
    throw new UserError(
      `${place}: missing column: ${missing.join(", ")}; the file has ${found.join(", ")}; ${options}`,
    );
  }
  for (const name of wanted) {
    if (wanted.filter((other) => other === name).length > 1) {
      throw new UserError(
        `${place}: one column for two things: "${name}"; actor, target, time and event need one each`,
      );
    }
    if (found.indexOf(name) !== found.lastIndexOf(name)) {
      throw new UserError(`${place}: column name given twice: "${name}"; rename one of them`);
    }
  }
  const position = (name: string) => found.indexOf(name);
  const event = columns.event === undefined ? -1 : position(columns.event);
  return { actor: position(columns.actor), target: position(columns.target), time: position(columns.time), event };
}
