import type { Corpus } from "../../corpus/corpus.js";
import type { CorpusInfo } from "../../corpus/info.js";
import type { Study } from "../../study/study.js";
import { shownCount, shownShare } from "../account-privacy.js";
import { windowDays } from "../window-posts.js";
import type { MemberAccount } from "./member-accounts.js";

/** Which part of the ambassador's posts a member replied to. */
export interface RepliesToAmbassador {
  account: string;
  /** Main posts of the window while the account existed, and of these those it replied to; outside the twin rounded, as both date it. */
  posts: number;
  replied: number;
  share: number;
}

/** So many members are listed. */
const listed = 10;
/** Fewest posts of which a share is taken, as in the papers' figures. */
const fewestPosts = 25;

/**
 * The share of the ambassador's main posts that each member replied to, highest first (claim U20): posts of the ambassadors
 * in the focus country in the window, their retweets and the continuations of their own threads left out. A post counts once
 * however often it was answered, and only if the account existed when it was posted.
 *
 * @returns the ten highest
 * @example
 * const [most] = await repliesToAmbassador(corpus, oii2021, accounts);
 */
export async function repliesToAmbassador(
  corpus: Corpus,
  study: Study,
  accounts: readonly MemberAccount[],
): Promise<RepliesToAmbassador[]> {
  const rows = await corpus.rows<{ id: string; posts: number; replied: number }>(repliedShares, {
    ...windowDays(study.amplificationWindow),
    country: study.focusCountry,
    members: accounts.map(({ id }) => id).join(","),
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return rows
    .filter(({ posts }) => posts >= fewestPosts)
    .map(({ id, posts, replied }) => ({ account: names.get(id) ?? "", posts, replied, share: replied / posts }))
    .sort((a, b) => b.share - a.share || (a.account < b.account ? -1 : 1))
    .slice(0, listed)
    .map((row) => shown(row, corpus.info));
}

function shown(row: RepliesToAmbassador, info: CorpusInfo): RepliesToAmbassador {
  const counts = { posts: shownCount(row.posts, info), replied: shownCount(row.replied, info) };
  return { ...row, ...counts, share: shownShare(row.share, info) ?? 0 };
}

const repliedShares = `
  with main as (
    select post_id, p.created_at from posts p
    join principals r using (account_id) join accounts a using (account_id)
    where r.category = 'ambassador' and r.country = $country and a.platform = 'twitter'
      and p.created_at >= $from::date and p.created_at < $to::date + 1
      and p.kind <> 'retweet' and not (p.kind = 'reply' and coalesce(p.target_account_id = p.account_id, false))),
  members as (
    select account_id, created_at from accounts
    where account_id in (select unnest(string_split($members, ',')))),
  seen as (
    select m.account_id, post_id from members m join main on m.created_at is null or main.created_at >= m.created_at),
  answered as (
    select distinct account_id, target_post_id as post_id from amplifications
    where kind = 'reply' and account_id in (select account_id from members)
      and created_at >= $from::date and created_at < $to::date + 1)
  select seen.account_id as id, count(*) as posts, count(answered.post_id) as replied
  from seen left join answered on answered.account_id = seen.account_id and answered.post_id = seen.post_id
  group by id order by id`;
