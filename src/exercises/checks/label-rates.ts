import { proportion } from "../../statistics/proportion.js";
import { functionPart, type Part } from "../function-part.js";

/** One look at one account: its label, null where it carried none. */
interface Look {
  account: string;
  round: string;
  label: string | null;
}

const look = (account: string, round: string, label: string | null): Look => ({ account, round, label });

const looks = [
  look("embassy-1", "2021-02-01", "China government account"),
  look("embassy-2", "2021-02-01", "中国政府账户"),
  look("consul-1", "2021-02-01", null),
  look("embassy-2", "2021-03-01", "中国政府账户"),
  look("consul-1", "2021-03-01", null),
  look("consul-2", "2021-03-01", null),
];

function rate(rows: readonly Look[], counts: (row: Look) => boolean, of = rows.length): number {
  return rows.filter(counts).length / of;
}

const inRound = (rows: readonly Look[], round: string) => rows.filter((row) => row.round === round);
const isLabelled = ({ label }: Look) => label !== null;
const accounts = (rows: readonly Look[]) => new Set(rows.map(({ account }) => account)).size;

/** The textbook's interval, which leaves 0..1. */
function wald(count: number, of: number): { low: number; high: number } {
  const share = count / of;
  const half = 1.959963984540054 * Math.sqrt((share * (1 - share)) / of);
  return { low: share - half, high: share + half };
}

function bounded(count: number, of: number): { low: number; high: number } {
  const { low, high } = wald(count, of);
  return { low: Math.max(0, low), high: Math.min(1, high) };
}

const half = (count: number, of: number) => {
  const { low, high } = proportion(count, of);
  return { low, high };
};

/** Claims L1 to L3: 27 of 189 are 14%. */
export const labelRatesChecks: Record<string, Part> = {
  labelRate: functionPart({
    right: (rows: readonly Look[], round: string) => rate(inRound(rows, round), isLabelled),
    inputs: [
      [looks, "2021-03-01"],
      [looks, "2021-02-01"],
    ],
    mistakes: [
      [(rows) => rate(rows, isLabelled), "takes all rounds together; keep the rows of the round that is asked for"],
      [
        (rows, round) => rate(inRound(rows, round), isLabelled, accounts(rows)),
        "divides by every account ever seen; one that was not looked at in this round leaves the denominator",
      ],
      [
        (rows, round) => rate(inRound(rows, round), ({ label }) => label?.includes("government") ?? false),
        "looks for the English text; labels come in many languages, so ask whether there is a label",
      ],
      [
        (rows, round) => 100 * rate(inRound(rows, round), isLabelled),
        "gives percent; a rate is a share from 0 to 1 here",
      ],
      [(rows, round) => inRound(rows, round).filter(isLabelled).length, "counts; divide by the accounts looked at"],
    ],
    praise: "divides the labelled accounts by those looked at in the round",
  }),
  wilson: functionPart({
    right: half,
    inputs: [
      [27, 189],
      [1, 10],
      [0, 10],
      [10, 10],
    ],
    mistakes: [
      [wald, "is the textbook interval, which leaves 0..1 and shrinks to a point at 0 of 10; use Wilson's formula"],
      [bounded, "is the textbook interval cut off at 0 and 1; Wilson's formula never leaves 0..1 by itself"],
    ],
    praise: "gives 0.100 to 0.200 for 27 of 189, which has 1 in 8 in it as well as 1 in 7",
  }),
};
