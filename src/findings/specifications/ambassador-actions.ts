import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import type { UtcDay } from "../../study/time.js";
import { windowDays } from "../window-posts.js";

/** Retweets of and replies to the ambassador in the study's focus country, in the amplification window. */
export interface AmbassadorActions {
  /** One row an account and day, by account and day. */
  rows: AccountDay[];
  /** The ambassador's own replies in own threads, which are among the posts. */
  ownReplies: number;
}

export interface AccountDay {
  account: string;
  day: UtcDay;
  retweets: number;
  replies: number;
}

/** Loads them; none where the corpus has no such ambassador. Memory follows the accounts and days. */
export async function ambassadorActions(corpus: Corpus, study: Study): Promise<AmbassadorActions> {
  const parameters = { ...windowDays(study.amplificationWindow), country: study.focusCountry };
  const rows = await corpus.rows<AccountDay>(accountDays, parameters);
  const [own] = await corpus.rows<{ replies: number }>(ownReplies, parameters);
  return { rows, ownReplies: own?.replies ?? 0 };
}

const ambassador = `
  ambassador as (
    select p.account_id as principal_id from principals p join accounts a using (account_id)
    where p.group = 'diplomat' and p.category = 'ambassador' and p.country = $country and a.platform = 'twitter')`;

/** An own reply that the source lists among the amplifications is one of the ambassador's all the same. */
const accountDays = `
  with ${ambassador}
  select account_id as account, created_at::date as day, count(*) filter (kind = 'retweet') as retweets,
         count(*) filter (kind = 'reply') as replies
  from amplifications semi join ambassador using (principal_id)
  where kind in ('retweet', 'reply') and created_at >= $from::date and created_at < $to::date + 1
    and account_id not in (select principal_id from ambassador)
  group by all order by account, day`;

const ownReplies = `
  with ${ambassador}
  select count(*) as replies from posts
  where kind = 'reply' and created_at >= $from::date and created_at < $to::date + 1
    and account_id in (select principal_id from ambassador)
    and target_account_id in (select principal_id from ambassador)`;
