import type { CorpusInfo } from "../corpus/info.js";
import type { RapidFireResults } from "../findings/rapid-fire.js";
import type { RetweetChain } from "../findings/retweet-chains.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours } from "./theme.js";

/** Whether there is a chain to draw. */
export function canDrawRapidFire({ retweeter }: RapidFireResults): boolean {
  return retweeter !== null && retweeter.chains.length > 0;
}

/** The longest chains of one account: a row a chain, a stroke a retweet, with the seconds between them. */
export function rapidFireFigure({ retweeter }: RapidFireResults, info: CorpusInfo): Figure {
  const chains = retweeter?.chains ?? [];
  const rows = chains.flatMap(retweetsOf);
  const longest = Math.max(0, ...chains.map(({ gaps }) => gaps.length + 1));
  const account = retweeter?.account ?? "no account";
  const lag = retweeter?.medianLag ?? null;
  const principal = retweeter?.principal ?? "";
  return {
    name: figureName("rapid-fire", info),
    title: `One account retweeted one diplomat in chains of up to ${longest}, seconds apart`,
    subtitle: `The ${chains.length} longest chains of ${account}, ${retweeter?.from} to ${retweeter?.until}; numbers: seconds between retweets`,
    alt:
      `Strokes on ${chains.length} lines: the retweets of diplomats by ${account}, a later suspended account, in its longest ` +
      `chains. ${chains.map((chain, at) => `${nameOf(chain, at)}: ${describe(chain)}`).join("; ")}. ` +
      `From ${retweeter?.from} to ${retweeter?.until} it retweeted one diplomat, ${principal}, ` +
      `${wholeNumber(retweeter?.retweets ?? 0)} times, with a median of ${lag ?? "no"} seconds between two retweets.`,
    basis: info.basis,
    note: `${sourceNote(info)}A chain ends where more than a minute passes. Times in UTC.`,
    width: "double",
    specification: {
      data: { values: rows },
      height: { step: 17 },
      encoding: {
        y: { field: "chain", type: "nominal", sort: chains.map(nameOf), title: null },
        x: {
          field: "seconds",
          type: "quantitative",
          title: "Seconds since the first retweet of the chain",
          scale: { domainMin: 0, nice: false },
          axis: { tickCount: 8, grid: false },
        },
      },
      layer: [
        {
          mark: { type: "line", strokeWidth: 0.4, color: colours.reference },
          encoding: { detail: { field: "chain", type: "nominal" } },
        },
        { mark: { type: "tick", thickness: 1, size: 8, opacity: 1, color: colours.suspended } },
        {
          transform: [{ filter: "datum.gap !== null" }],
          mark: { type: "text", baseline: "bottom", dy: -4.5, fontSize: 5 },
          encoding: { x: { field: "middle", type: "quantitative" }, text: { field: "gap", type: "quantitative" } },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "chain", description: "When the chain began; its number where that would identify the account" },
        { name: "seconds", description: "Since the first retweet of the chain", unit: "seconds" },
        { name: "gap", description: "Since the retweet before; empty for the first", unit: "seconds" },
      ],
      rows: rows.map(({ middle: _middle, ...columns }) => columns),
    },
  };
}

function retweetsOf(chain: RetweetChain, at: number) {
  let seconds = 0;
  const name = nameOf(chain, at);
  const following = chain.gaps.map((gap) => {
    seconds += gap;
    return { chain: name, seconds, gap, middle: seconds - gap / 2 };
  });
  return [{ chain: name, seconds: 0, gap: null, middle: 0 }, ...following];
}

/** "10 Jun, 09:11:25": when the chain began. */
function nameOf({ startedAt }: RetweetChain, at: number): string {
  if (startedAt === null) return `chain ${at + 1}`;
  const month = months[Number(startedAt.slice(5, 7)) - 1] ?? "";
  return `${Number(startedAt.slice(8, 10))} ${month}, ${startedAt.slice(11, 19)}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function describe({ gaps }: RetweetChain): string {
  return `${gaps.length + 1} retweets in ${wholeNumber(gaps.reduce((sum, gap) => sum + gap, 0))} seconds`;
}
