import type { Corpus } from "../corpus/corpus.js";
import type { Study } from "../study/study.js";
import { activeAccounts } from "./active-accounts.js";
import { busiestRetweeter, type RapidRetweeter } from "./rapid-retweeter.js";
import { type RetweetDelays, retweetDelays } from "./retweet-delays.js";
import { type RetweetLags, retweetLags } from "./retweet-lags.js";

/** All that this finding computes: what its figure, its claims and its page are made from. */
export interface RapidFireResults {
  lags: RetweetLags[];
  delays: RetweetDelays[];
  /** The suspended account that retweeted the ambassador in London most; null where there is none. */
  retweeter: RapidRetweeter | null;
}

/**
 * Rapid fire: how fast accounts followed one retweet of a diplomat by the next, how soon after the post they did so, and
 * the case that the papers show (claims G9, G10 and G14).
 */
export async function rapidFireResults(corpus: Corpus, study: Study): Promise<RapidFireResults> {
  const kinds = await activeAccounts(corpus, study);
  return {
    lags: await retweetLags(corpus, study, kinds),
    delays: await retweetDelays(corpus, study, kinds),
    retweeter: await busiestRetweeter(corpus, study),
  };
}
