import { lastPrintedUnit, percent, printed, within } from "./consistency-numbers.js";
import type { Facts, Recomputed } from "./recomputed.js";
import { recomputed } from "./recomputed.js";

const daysPerMonth = 365.25 / 12;

/**
 * C1: the mean of V2 from the total of V1. The days from 9 June 2020 to 23 February 2021 are 259 as a difference of dates and
 * 260 with both ends; only the first gives the published 778. A contradiction if neither does.
 *
 * @example
 * tweetsPerDay(facts).text; // "201,382 / 259 = 777.5; with both end days 201,382 / 260 = 774.5"
 */
export function tweetsPerDay(facts: Facts): Recomputed {
  const tweets = facts("V1", "tweets");
  const days = facts("V2", "days_between");
  const published = facts("V2", "tweets_per_day");
  const mean = tweets / days;
  const inclusive = tweets / (days + 1);
  const text = `${printed(tweets)} / ${days} = ${printed(mean, 1)}; with both end days ${printed(tweets)} / ${days + 1} = ${printed(inclusive, 1)}`;
  const agrees = [mean, inclusive].some((perDay) => Math.round(perDay) === published);
  const differs = `${printed(tweets)} tweets in ${days} or ${days + 1} days are not ${printed(published)} a day.`;
  return recomputed(mean, text, agrees ? undefined : differs);
}

/**
 * C8: the posts of all accounts (V12) from their parts (V1, V6, V8). State media's "over 700,000" is a round number, so the
 * parts agree if what they leave for state media still begins with it.
 *
 * @example
 * postTotal(facts).value; // 935423
 */
export function postTotal(facts: Facts): Recomputed {
  const parts = [facts("V1", "tweets"), facts("V6", "posts"), facts("V8", "posts")] as const;
  const published = facts("V12", "posts");
  const sum = parts[0] + parts[1] + parts[2];
  const left = published - parts[0] - parts[1];
  const rest = `${printed(published)} leaves ${printed(left)} for state media`;
  const text = `${parts.map((n) => printed(n)).join(" + ")} = ${printed(sum)}; ${rest}`;
  const over = { low: parts[2], high: parts[2] + lastPrintedUnit(parts[2]) };
  return recomputed(sum, text, within(over, left) ? undefined : `${rest}, which is not "over ${printed(parts[2])}".`);
}

/**
 * C9: likes of state media and of diplomats on Twitter (V9, V3) against "over 350 million" for all (V13). Diplomats' Facebook
 * reactions are not published, so the sum is a lower bound; the bound of V13 holds, loosely.
 *
 * @example
 * likeTotal(facts).value; // 362000000
 */
export function likeTotal(facts: Facts): Recomputed {
  const media = facts("V9", "likes");
  const diplomats = facts("V3", "likes");
  const bound = facts("V13", "likes");
  const sum = media + diplomats;
  const below = `The parts add up to ${printed(sum)} likes, but the total is printed as over ${printed(bound)}.`;
  return recomputed(
    sum,
    `${printed(media)} + ${printed(diplomats)} = ${printed(sum)}`,
    sum > bound ? undefined : below,
  );
}

/**
 * C10: "over 27 million" comments and shares is said of state media alone (V10, summary of the paper) and of all accounts (V13,
 * press). Diplomats' replies and shares (V4, V5) are larger than the last digit printed, so one number cannot serve both.
 *
 * @example
 * commentsAndSharesTotal(facts).value; // 29300000
 */
export function commentsAndSharesTotal(facts: Facts): Recomputed {
  const media = facts("V10", "comments_and_shares");
  const all = facts("V13", "comments_and_shares");
  const [replies, shares] = [facts("V4", "replies"), facts("V5", "shares")];
  const sum = media + replies + shares;
  const text = `${printed(media)} + ${printed(replies)} + ${printed(shares)} = ${printed(sum)}`;
  const sameNumber = all === media && replies + shares >= lastPrintedUnit(media);
  const twice = `Over ${printed(all)} is given both to state media alone and to all accounts, which have ${printed(sum)} with the diplomats.`;
  return recomputed(sum, text, sameNumber ? twice : undefined);
}

/**
 * C11: 735,664 retweets (G1) and 1.3 million shares (V5) of diplomats. The first are retweets seen in the stream to 31 January,
 * the second the platform's counters of retweets and quotes to 23 February: narrower in kind and time, so at most as many.
 *
 * @example
 * streamedRetweetsAgainstShares(facts).text; // "735,664 / 1,300,000 = 56.6%"
 */
export function streamedRetweetsAgainstShares(facts: Facts): Recomputed {
  const streamed = facts("G1", "retweets");
  const shares = facts("V5", "shares");
  const text = `${printed(streamed)} / ${printed(shares)} = ${percent(streamed / shares)}`;
  const more = `${printed(streamed)} retweets were seen to January, more than the ${printed(shares)} retweets and quotes counted to February.`;
  return recomputed(streamed, text, streamed <= shares ? undefined : more);
}

/**
 * C15: how long is the window? From 9 June 2020 to 23 February 2021 (V2) it is 8.5 months; one text says nine (V19), another
 * seven (S2, which may mean the shorter window of the amplification, 7.8 months). Two different lengths contradict each other.
 *
 * @example
 * lengthOfTheWindow(facts).text; // "259 days / 30.4 = 8.5 months; to 31 January 236 / 30.4 = 7.8"
 */
export function lengthOfTheWindow(facts: Facts): Recomputed {
  const days = facts("V2", "days_between");
  const shorter = facts("U1", "days_between");
  const [nine, seven] = [facts("V19", "months"), facts("C15", "months_of_the_investigation")];
  const months = days / daysPerMonth;
  const unit = printed(daysPerMonth, 1);
  const text = `${days} days / ${unit} = ${printed(months, 1)} months; to 31 January ${shorter} / ${unit} = ${printed(shorter / daysPerMonth, 1)}`;
  const twoLengths = `One source gives the window ${nine} months, another ${seven}; it spans ${printed(months, 1)}.`;
  return recomputed(months, text, nine === seven ? undefined : twoLengths);
}
