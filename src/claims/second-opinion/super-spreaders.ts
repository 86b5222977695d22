import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { addDays } from "../../study/time.js";
import { danfo, dataFrame } from "./frame.js";

/** Days whose rows are held in one frame. */
const daysOfAFrame = 56;

/**
 * How often each account retweeted diplomats in the amplification window: single rows, counted with data frames of eight
 * weeks each and added up.
 */
async function retweetCounts(
  corpus: Corpus,
  { amplificationWindow: { from, to } }: Study,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let first = from; first <= to; first = addDays(first, daysOfAFrame)) {
    const last = addDays(first, daysOfAFrame - 1);
    const frame = await dataFrame(
      corpus,
      `amplifications where kind = 'retweet'
         and created_at::date between '${first}'::date and '${last < to ? last : to}'::date
         and principal_id in (select account_id from principals where "group" = 'diplomat')`,
      ["account_id"],
    );
    if (frame.shape[0] === 0) continue;
    const counted = frame.column("account_id").valueCounts();
    counted.index.forEach((account, at) => {
      counts.set(String(account), (counts.get(String(account)) ?? 0) + Number(counted.values[at]));
    });
  }
  return counts;
}

/**
 * The retweets of diplomats by the most active 1% of the accounts, and the share of the top 1% by interpolated running
 * totals, counted with data frames. Null where nobody retweeted a diplomat.
 *
 * @example
 * await topOneByDataFrame(corpus, oii2021); // { retweets: 359785, share: 0.489 }
 */
export async function topOneByDataFrame(
  corpus: Corpus,
  study: Study,
): Promise<{ retweets: number; share: number } | null> {
  const counts = Float64Array.from((await retweetCounts(corpus, study)).values()).sort();
  if (counts.length === 0) return null;
  const { Series } = await danfo();
  const running = new Series(Array.from(counts)).cumSum().values as number[];
  const upTo = (accounts: number) => running[accounts - 1] ?? 0;
  const all = upTo(counts.length);
  const position = (counts.length - 1) * 0.99;
  const whole = Math.floor(position);
  const below = upTo(whole + 1) + (position - whole) * (counts[whole + 1] ?? 0);
  return { retweets: all - upTo(counts.length - Math.ceil(counts.length / 100)), share: (all - below) / all };
}

/** The second opinion on the claims of super-spreaders: claim to number; none where nobody retweeted a diplomat. */
export async function superSpreadersByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const top = await topOneByDataFrame(corpus, study);
  return top ? { G7: top.share, G8: top.retweets } : {};
}
