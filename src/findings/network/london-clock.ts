const [hour, day] = [3600, 86_400];

/** Parts of the day on London's clocks: hours from, and up to and not including. */
export const dayParts = { morning: { from: 6, to: 12 }, earlyEvening: { from: 17, to: 20 } } as const;

/** Hours of the day that lie in the two parts. */
export const hoursOfDayParts = Object.values(dayParts).reduce((sum, { from, to }) => sum + to - from, 0);

/**
 * The hour of the day in London, 0 to 23: UTC in winter, an hour more from the last Sunday of March to the last Sunday of
 * October, 01:00 UTC both (Directive 2000/84/EC, kept by the United Kingdom since).
 *
 * @param seconds Unix seconds
 * @example
 * londonHour(Date.parse("2020-07-01T06:30:00Z") / 1000); // 7
 */
export function londonHour(seconds: number): number {
  const clock = seconds + (isSummerTime(seconds) ? hour : 0);
  return Math.floor((((clock % day) + day) % day) / hour);
}

/** Whether a moment lies in the morning or the early evening of London. */
export function isInDayParts(seconds: number): boolean {
  const at = londonHour(seconds);
  return Object.values(dayParts).some(({ from, to }) => at >= from && at < to);
}

function isSummerTime(seconds: number): boolean {
  const year = new Date(seconds * 1000).getUTCFullYear();
  return seconds >= lastSunday(year, 2) + hour && seconds < lastSunday(year, 9) + hour;
}

/** Midnight of the last Sunday of a month of 31 days, which are numbered from 0. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31));
  return last.getTime() / 1000 - last.getUTCDay() * day;
}
