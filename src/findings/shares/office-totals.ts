import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { windowDays } from "../window-posts.js";
import { type Office, officeAccounts, officeActions } from "./focus-actions.js";

/** What one office posted, and what others did with it. */
export interface OfficeTotals {
  office: Office;
  /** Posts in the amplification window that are not retweets: texts, quotes and replies, those in own threads too. */
  tweets: number;
  /** Likes of these, as last seen; and of the tweets to the end of the posting window. */
  likes: number;
  likesToPostingEnd: number;
  /** By others than the two offices, in the amplification window. */
  retweets: number;
  replies: number;
  /** Retweets by others to the end of the posting window. */
  retweetsToPostingEnd: number;
  /** What the two offices themselves retweeted and replied to, in the amplification window. */
  ownRetweets: number;
  ownReplies: number;
}

/**
 * The totals of the ambassador and the embassy (claims U1 to U4 and U22). What the two do to each other's posts and their
 * own is kept apart: the papers' totals leave it out.
 *
 * @example
 * const [ambassador] = await officeTotals(corpus, oii2021);
 */
export function officeTotals(corpus: Corpus, study: Study): Promise<OfficeTotals[]> {
  const { to } = study.amplificationWindow;
  const [, later = to] = [to, study.postingWindow.to].sort();
  return corpus.rows<OfficeTotals>(totals, {
    ...windowDays({ from: study.amplificationWindow.from, to: later }),
    country: study.focusCountry,
    amplifiedTo: to,
  });
}

const totals = `
  with ${officeAccounts}, ${officeActions},
  tweeted as (
    select office, count(*) filter (in_window) as tweets,
           coalesce(sum(likes) filter (in_window), 0)::bigint as likes,
           coalesce(sum(likes), 0)::bigint as "likesToPostingEnd"
    from (select office, likes, created_at < $amplifiedTo::date + 1 as in_window
          from posts join offices on principal_id = account_id
          where kind <> 'retweet' and created_at >= $from::date and created_at < $to::date + 1)
    group by office),
  acted as (
    select office,
           count(*) filter (in_window and not own and kind = 'retweet') as retweets,
           count(*) filter (in_window and not own and kind = 'reply') as replies,
           count(*) filter (not own and kind = 'retweet') as "retweetsToPostingEnd",
           count(*) filter (in_window and own and kind = 'retweet') as "ownRetweets",
           count(*) filter (in_window and own and kind = 'reply') as "ownReplies"
    from (select office, kind, created_at < $amplifiedTo::date + 1 as in_window,
                 account_id in (select principal_id from offices) as own
          from office_actions join offices using (principal_id))
    group by office)
  select office, coalesce(tweets, 0) as tweets, coalesce(likes, 0) as likes,
         coalesce("likesToPostingEnd", 0) as "likesToPostingEnd", coalesce(retweets, 0) as retweets,
         coalesce(replies, 0) as replies, coalesce("retweetsToPostingEnd", 0) as "retweetsToPostingEnd",
         coalesce("ownRetweets", 0) as "ownRetweets", coalesce("ownReplies", 0) as "ownReplies"
  from (select distinct office from offices) left join tweeted using (office) left join acted using (office)
  order by office`;
