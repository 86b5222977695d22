const [minute, hour, day] = [60, 3600, 86_400];
/** Delays are alike up to these borders: close where people react to a post, wide where they come upon it. */
const borders = [minute, 3 * minute, 10 * minute, hour, 6 * hour, day];

/**
 * Number of the class of like events: one kind, and a delay since the post between two borders: 1, 3 and 10 minutes, 1
 * and 6 hours, a day. An unknown delay, or an event before its post, is a class of its own.
 *
 * @param kind Number of the kind of event.
 * @param seconds Since the post; NaN where unknown.
 * @example
 * [delayClass(0, 59), delayClass(0, 60), delayClass(1, 60)]; // [0, 1, 9]
 */
export function delayClass(kind: number, seconds: number): number {
  const classes = borders.length + 2;
  if (!(seconds >= 0)) return kind * classes + classes - 1;
  const at = borders.findIndex((border) => seconds < border);
  return kind * classes + (at === -1 ? borders.length : at);
}
