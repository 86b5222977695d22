import { amplificationTotals } from "../calibration.js";
import { drawn, runningTotals } from "../draws.js";
import { quote, reply } from "../events.js";
import type { RandomStream } from "../random.js";

/** Share of the talk that comes from accounts which also retweet diplomats, and accounts that only talk, at scale 1. */
const byRetweeters = 0.6;
const talkersOnly = 35_000;

/**
 * Quotes of and replies to diplomats outside London. No source prints how many there were; they are there so that counting
 * them as retweets, or those who only talk as retweeters, gives a wrong answer.
 */
export class Talk {
  /** How many talks are left for retweeters, and how many for accounts that only talk. */
  readonly ofRetweeters: number;
  readonly ofTalkers: number;
  readonly talkers: number;
  private quotesLeft: number;
  private left: number;
  private readonly reach: Float64Array;

  /** `retweets` of each principal say how much it is talked about. */
  constructor(retweets: Int32Array, scale: number) {
    this.reach = runningTotals(retweets);
    const anyone = (this.reach[this.reach.length - 1] ?? 0) > 0;
    this.quotesLeft = anyone ? Math.round(amplificationTotals.quotes * scale) : 0;
    this.left = anyone ? this.quotesLeft + Math.round(amplificationTotals.replies * scale) : 0;
    this.ofRetweeters = Math.round(this.left * byRetweeters);
    this.ofTalkers = this.left - this.ofRetweeters;
    this.talkers = Math.min(this.ofTalkers, Math.max(1, Math.round(talkersOnly * scale)));
  }

  /** Whom an account talks about: half of the time its favourite, if that is a diplomat. */
  principal(favourite: number | undefined, random: RandomStream): number {
    if (favourite !== undefined && random.fraction() < 0.5) return favourite;
    return drawn(this.reach, random.fraction());
  }

  /** Quote or reply, drawn without replacement so that the totals come out exactly. */
  kind(random: RandomStream): typeof quote | typeof reply {
    const quotes = random.fraction() * this.left < this.quotesLeft;
    this.left -= 1;
    if (quotes) this.quotesLeft -= 1;
    return quotes ? quote : reply;
  }
}

/** Talks of each account, most active first: the busy talk more. */
export function talksOf(talks: number, accounts: number, random: RandomStream): Int32Array {
  const counts = new Int32Array(accounts);
  for (let talk = 0; talk < talks; talk += 1) {
    const at = Math.floor(accounts * random.fraction() ** 2);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
