import { functionPart, type Part } from "../function-part.js";

type Near = (other: number, own: number, seconds: number) => boolean;

/** For each account, how many others were created near it. */
function neighboursBy(created: readonly number[], seconds: number, isNear: Near, itself = 0): number[] {
  return created.map(
    (own, at) => itself + created.filter((other, index) => index !== at && isNear(other, own, seconds)).length,
  );
}

const isNear: Near = (other, own, seconds) => Math.abs(other - own) <= seconds;
const expectedOf = (accounts: number, days: number, minutes: number) => ((accounts - 1) * 2 * minutes) / (days * 1440);

/** Claim U17: a third of the network was created within minutes on five days. */
export const creationBurstsChecks: Record<string, Part> = {
  neighbours: functionPart({
    right: (created: readonly number[], seconds: number) => neighboursBy(created, seconds, isNear),
    inputs: [
      [[0, 300, 900, 900, 90_000], 600],
      [[900, 0, 300], 600],
    ],
    mistakes: [
      [(created, seconds) => neighboursBy(created, seconds, isNear, 1), "counts the account itself; count the others"],
      [
        (created, seconds) => neighboursBy(created, seconds, (other, own) => other >= own && other - own <= seconds),
        "looks forward only; an account created before is a neighbour too",
      ],
      [
        (created, seconds) => neighboursBy(created, seconds, (other, own) => other <= own && own - other <= seconds),
        "looks back only; an account created after is a neighbour too",
      ],
      [
        (created, seconds) => neighboursBy(created, seconds, (other, own) => Math.abs(other - own) < seconds),
        "leaves out exactly the span; its ends belong to it",
      ],
      [
        (created, seconds) =>
          created.map((own) => created.filter((other) => other !== own && isNear(other, own, seconds)).length),
        "leaves out others created in the very same second; compare places in the list and not times",
      ],
    ],
    praise: "counts the others on both sides, ends included",
  }),
  expected: functionPart({
    right: expectedOf,
    inputs: [
      [61, 30, 10],
      [1441, 10, 5],
    ],
    mistakes: [
      [
        (accounts, days, minutes) => expectedOf(accounts, days, minutes) / 2,
        "takes one side only; neighbours lie before and after, so the span is twice as long",
      ],
      [
        (accounts, days, minutes) => (accounts * 2 * minutes) / (days * 1440),
        "lets the account be its own neighbour; only the others can be one: accounts - 1",
      ],
      [
        (accounts, days, minutes) => (accounts * minutes) / (days * 1440),
        "takes one side only and counts the account itself; the others are accounts - 1, the span is twice as long",
      ],
    ],
    praise: "says how many neighbours an even stream of new accounts would give by itself",
  }),
};
