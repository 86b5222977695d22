import type { CorpusInfo } from "../corpus/info.js";

/** A share in per cent to one decimal. */
export function percent(share: number | null): string {
  return share === null ? "none" : `${(share * 100).toFixed(1)}%`;
}

/** A p-value as a figure prints it; null where no accounts could be compared. */
export function pText(pValue: number | null): string {
  if (pValue === null) return "no p";
  if (pValue >= 0.01) return `p ${pValue.toFixed(2)}`;
  return pValue < 1e-4 ? "p < 0.0001" : `p ${pValue.toFixed(4)}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "21 Apr 2020": a day as a label. */
export function dayText(day: string): string {
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;
}

/** "12 and 13 Aug 2020": some days, the month once where they share it. */
export function daysText(days: readonly string[]): string {
  return days
    .map((day, at) => (days[at + 1]?.slice(0, 7) === day.slice(0, 7) ? String(Number(day.slice(8, 10))) : dayText(day)))
    .join(" and ");
}

/** Whose amplifiers were looked at: in another study than the published one, those of another country. */
export function focusDiplomats({ study }: CorpusInfo): string {
  return study === undefined ? "the London diplomats" : "the diplomats in the study's focus country";
}
