import type { DelayedEvents } from "./co-activity.js";
import type { CoverageInput } from "./coverage.js";
import { delayClass } from "./delay-class.js";
import type { IsWord } from "./english-words.js";
import { type FocusCorpus, kinds } from "./focus-events.js";
import type { Reply } from "./phrases.js";
import { replyWords } from "./reply-words.js";
import { type RunRule, type Runs, runsOf } from "./runs.js";
import type { Remark } from "./verbatim.js";

/** Amplifications of the focus principals in the window. */
export interface Activity {
  retweets: number;
  quotes: number;
  replies: number;
}

export const activityColumns = {
  retweets: "Retweets of focus principals in the window",
  quotes: "Quotes of focus principals in the window",
  replies: "Replies to focus principals in the window",
} satisfies Record<keyof Activity, string>;

const week = 7 * 86_400;

/** How often each account did what. */
export function activityOf({ pool, events }: FocusCorpus): Activity[] {
  const counts = pool.id.map(() => ({ retweets: 0, quotes: 0, replies: 0 }));
  const names = { [kinds.retweet]: "retweets", [kinds.quote]: "quotes", [kinds.reply]: "replies" } as const;
  events.kind.forEach((kind, at) => {
    const own = counts[events.account[at] as number];
    const name = names[kind as keyof typeof names];
    if (own) own[name] += 1;
  });
  return counts;
}

/** The runs of retweets of focus principals. */
export function retweetRuns({ events }: FocusCorpus, rule: RunRule): Runs {
  const retweets = Uint32Array.from(events.kind.keys()).filter((at) => events.kind[at] === kinds.retweet);
  return runsOf(
    retweets.map((at) => events.account[at] as number),
    Float64Array.from(retweets, (at) => events.seconds[at] as number),
    rule,
  );
}

/** Retweets and replies with their targets; quotes take no part in co-activity, as in the papers. */
export function coActivityEvents({ events }: FocusCorpus): DelayedEvents {
  const { kind, seconds, targetSeconds } = events;
  return {
    account: events.account,
    target: events.target.map((target, at) => (kind[at] === kinds.quote ? -1 : target)),
    seconds,
    stratum: kind.reduce((strata, own, at) => {
      strata[at] = delayClass(own, (seconds[at] as number) - (targetSeconds[at] as number));
      return strata;
    }, new Uint8Array(kind.length)),
  };
}

/** Posts of the window, and which account retweeted or answered which of them. */
export function coverageInput({ pool, posts, events, from, until }: FocusCorpus): CoverageInput {
  const places = new Int32Array(posts.created.length).fill(-1);
  let inWindow = 0;
  posts.created.forEach((time, post) => {
    if (time < from || time >= until) return;
    places[post] = inWindow;
    inWindow += 1;
  });
  const kept = posts.created.map((_, post) => post).filter((post) => (places[post] as number) >= 0);
  const flags = (code: number) => events.kind.map((kind) => Number(kind === code));
  return {
    created: pool.created,
    posts: {
      created: kept.map((post) => posts.created[post] as number),
      thread: Uint8Array.from(kept, (post) => posts.thread[post] as number),
    },
    events: {
      account: events.account,
      post: events.post.map((post) => (post < 0 ? -1 : (places[post] as number))),
      retweet: flags(kinds.retweet),
      reply: flags(kinds.reply),
    },
  };
}

/** Amplifications of focus principals by each account in the week from its first amplification of a principal on. */
export function firstWeeks({ pool, events }: FocusCorpus): Uint32Array {
  const counts = new Uint32Array(pool.id.length);
  events.account.forEach((account, at) => {
    const since = (events.seconds[at] as number) - (pool.firstAmplification[account] as number);
    if (since < week) counts[account] = (counts[account] as number) + 1;
  });
  return counts;
}

/** The replies that have a text, as their words. */
export function repliesOf({ events }: FocusCorpus, isWord: IsWord): Reply[] {
  return events.text.flatMap((text, at) => {
    if (text === null || events.kind[at] !== kinds.reply) return [];
    return [
      { account: events.account[at] as number, seconds: events.seconds[at] as number, words: replyWords(text, isWord) },
    ];
  });
}

/** The posts of the focus principals that have a text, as their words. */
export function postWords({ posts }: FocusCorpus, isWord: IsWord): { seconds: number; words: string[] }[] {
  return posts.text.flatMap((text, post) =>
    text === null ? [] : [{ seconds: posts.created[post] as number, words: replyWords(text, isWord) }],
  );
}

/** The quotes and replies that have a text. */
export function remarksOf({ events }: FocusCorpus): Remark[] {
  return events.text.flatMap((text, at) => {
    if (text === null || events.kind[at] === kinds.retweet) return [];
    const quote = events.kind[at] === kinds.quote;
    return [{ account: events.account[at] as number, target: events.target[at] as number, quote, text }];
  });
}
