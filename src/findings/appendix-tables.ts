import type { Corpus } from "../corpus/corpus.js";
import type { PrincipalGroup, Row } from "../corpus/schema.js";
import type { Study } from "../study/study.js";
import type { UtcInstant } from "../study/time.js";
import { type RetweetedAccount, retweetedAccounts } from "./appendix-retweets.js";
import { windowDays, windowPosts } from "./window-posts.js";

/** What a row of any of the appendix tables says of its account. */
interface AppendixRow {
  /** Name of the office or outlet. */
  name: string | null;
  /** Handle as the platform shows it. */
  handle: string | null;
  category: Row<"principals">["category"];
  /** Where a diplomat is posted, ISO 3166-1 alpha-2. */
  country: string | null;
  /** Language of a state medium's account, ISO 639-1. */
  language: string | null;
  /** Day on which the account was created. */
  created: string | null;
  followers: number | null;
  /** The platform's label on the study's label day; null for none, or where it was not observed. */
  label: string | null;
  verified: boolean | null;
}

/** An account on Twitter, as in the appendix of the first paper. */
export interface TwitterAppendixRow extends AppendixRow {
  /** Tweets in the posting window, own retweets included. */
  tweets: number;
  /** Retweets and quotes of them by the platform's counters. */
  shares: number;
  /** Retweets of the account seen in the amplification window. */
  retweets: number;
  /** Gini coefficient of these retweets over the accounts that sent at least one; null without retweets. */
  giniRetweets: number | null;
  /** Of these retweets those sent by accounts that were suspended on the first status day. */
  suspendedRetweets: number;
  /** The same as a share; null without retweets. */
  suspendedShare: number | null;
}

/** A page on Facebook, as in the appendix of the first paper. */
export interface FacebookAppendixRow extends AppendixRow {
  posts: number;
  /** All reactions summed. */
  reactions: number;
  comments: number;
  shares: number;
}

/** The four tables of the first paper's appendix, the accounts that posted most first. Empty without posts. */
export interface AppendixTables {
  diplomatsOnTwitter: TwitterAppendixRow[];
  stateMediaOnTwitter: TwitterAppendixRow[];
  stateMediaOnFacebook: FacebookAppendixRow[];
  diplomatsOnFacebook: FacebookAppendixRow[];
}

/**
 * The appendix of the first paper: a row for each audited account that posted in the posting window.
 *
 * Only offices and outlets have a row, by name, with exact numbers on real data too; those who retweeted them are counted and
 * never listed.
 *
 * @example
 * const { diplomatsOnTwitter } = await appendixTables(corpus, oii2021); // 189 rows
 */
export async function appendixTables(corpus: Corpus, study: Study): Promise<AppendixTables> {
  const accounts = await corpus.rows<PostingAccount>(postingAccounts, {
    ...windowDays(study.postingWindow),
    labelDay: study.labelDay,
  });
  const retweeted = new Map((await retweetedAccounts(corpus, study)).map((row) => [row.account_id, row]));
  const on = (platform: Row<"accounts">["platform"], group: PrincipalGroup) =>
    accounts.filter((account) => account.platform === platform && account.group === group);
  const twitter = (group: PrincipalGroup) =>
    on("twitter", group).map((account) => twitterRow(account, retweeted.get(account.account_id)));
  const facebook = (group: PrincipalGroup) => on("facebook", group).map(facebookRow);
  return {
    diplomatsOnTwitter: twitter("diplomat"),
    stateMediaOnTwitter: twitter("state_media"),
    stateMediaOnFacebook: facebook("state_media"),
    diplomatsOnFacebook: facebook("diplomat"),
  };
}

interface PostingAccount extends Omit<AppendixRow, "created"> {
  account_id: string;
  group: PrincipalGroup;
  platform: Row<"accounts">["platform"];
  created_at: UtcInstant | null;
  posts: number;
  likes: number;
  replies: number;
  shares: number;
}

const postingAccounts = `
  with ${windowPosts},
    counted as (
      select account_id, count(*) as posts, coalesce(sum(likes) filter (where kind <> 'retweet'), 0)::bigint as likes,
             coalesce(sum(replies) filter (where kind <> 'retweet'), 0)::bigint as replies,
             coalesce(sum(shares) filter (where kind <> 'retweet'), 0)::bigint as shares
      from window_posts group by account_id)
  select account_id, p.group, a.platform, p.name, a.handle, p.category, p.country, p.language, a.created_at, a.followers,
         l.label, coalesce(l.verified, a.verified) as verified, posts, likes, replies, shares
  from counted join principals p using (account_id) join accounts a using (account_id)
  left join labels_in_round_as_of($labelDay::date) l using (account_id)
  order by posts desc, account_id`;

function appendixRow(account: PostingAccount): AppendixRow {
  const { name, handle, category, country, language, followers, label, verified } = account;
  const created = account.created_at?.slice(0, 10) ?? null;
  return { name, handle, category, country, language, created, followers, label, verified };
}

function twitterRow(account: PostingAccount, found: RetweetedAccount | undefined): TwitterAppendixRow {
  const { retweets, giniRetweets, suspended } = found ?? { retweets: 0, giniRetweets: null, suspended: 0 };
  return {
    ...appendixRow(account),
    tweets: account.posts,
    shares: account.shares,
    retweets,
    giniRetweets,
    suspendedRetweets: suspended,
    suspendedShare: retweets > 0 ? suspended / retweets : null,
  };
}

function facebookRow(account: PostingAccount): FacebookAppendixRow {
  return {
    ...appendixRow(account),
    posts: account.posts,
    reactions: account.likes,
    comments: account.replies,
    shares: account.shares,
  };
}
