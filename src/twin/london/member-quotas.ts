import { apportion } from "../apportion.js";
import type { Member } from "./member.js";
import type { Period } from "./periods.js";

const rounds = 60;

/** What is wanted of a lane: each member's total, and each period's. Both hold as far as members are there. */
export interface Margins {
  byMember: ArrayLike<number>;
  byPeriod: ArrayLike<number>;
}

/**
 * Whole numbers of actions by member and period: periods sum exactly, members as nearly as rounding allows.
 *
 * Iterative proportional fitting (Deming and Stephan 1940) of the share of each period in which the member is there.
 */
export function memberQuotas(members: readonly Member[], periods: readonly Period[], wanted: Margins): Float64Array[] {
  const fitted = members.map((member) => Float64Array.from(periods, (period) => presence(member, period)));
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, row] of fitted.entries()) scale(row, wanted.byMember[at] ?? 0);
    for (let period = 0; period < periods.length; period += 1)
      scaleColumn(fitted, period, wanted.byPeriod[period] ?? 0);
  }
  for (let period = 0; period < periods.length; period += 1) {
    const column = fitted.map((row) => row[period] as number);
    const present = column.some((value) => value > 0);
    const whole = apportion(present ? (wanted.byPeriod[period] ?? 0) : 0, column);
    for (const [at, row] of fitted.entries()) row[period] = whole[at] as number;
  }
  return fitted;
}

/** Share of the period in which the member acts; what is too short to act in counts nothing. */
function presence({ from, until }: Member, period: Period): number {
  const hours = (Math.min(period.to, until) - Math.max(period.from, from)) / 3_600_000;
  return hours < 4 ? 0 : hours / 168;
}

function scale(row: Float64Array, total: number): void {
  const sum = row.reduce((a, b) => a + b, 0);
  if (sum > 0) for (let at = 0; at < row.length; at += 1) row[at] = ((row[at] as number) * total) / sum;
}

function scaleColumn(rows: readonly Float64Array[], at: number, total: number): void {
  const sum = rows.reduce((a, row) => a + (row[at] as number), 0);
  if (sum > 0) for (const row of rows) row[at] = ((row[at] as number) * total) / sum;
}
