import { reply, retweet } from "../events.js";

/** London's two audited accounts, in this order everywhere. */
export const places = ["twin_ambassador_gb", "twin_embassy_gb"] as const;

/** What is counted to an exact total: retweets of the ambassador and of the embassy, replies to them. */
export const lanes = [
  { place: 0, kind: retweet },
  { place: 1, kind: retweet },
  { place: 0, kind: reply },
  { place: 1, kind: reply },
] as const;

/** Number of a lane. */
export type Lane = 0 | 1 | 2 | 3;

export const laneNumbers: readonly Lane[] = [0, 1, 2, 3];

/** The account a lane belongs to, as its number in `places`. */
export function placeOf(lane: Lane): 0 | 1 {
  return lanes[lane].place;
}

export function isReply(lane: Lane): boolean {
  return lanes[lane].kind === reply;
}
