import type { Corpus } from "../../corpus/corpus.js";

/** An account as the raw formats show it beside its tweets. */
export interface TweetAuthor {
  id: string;
  handle: string | null;
  createdAt: string;
  followers: number;
  /** Null where the corpus does not know it. */
  verified: boolean | null;
}

/** A tweet of a corpus, whoever wrote it. Ids and times are null for targets that the corpus does not name. */
export interface Tweet {
  id: string;
  author: TweetAuthor;
  createdAt: string;
  kind: "text" | "retweet" | "quote" | "reply";
  text: string;
  language: string | null;
  /** Null for retweets, and for tweets that the corpus has no row for. */
  counts: { likes: number; replies: number; shares: number } | null;
  target: Tweet | null;
}

interface TweetRow {
  id: string;
  account: string;
  handle: string | null;
  account_created: string;
  followers: number;
  verified: boolean | null;
  created: string;
  kind: Tweet["kind"];
  text: string | null;
  language: string | null;
  likes: number | null;
  replies: number | null;
  shares: number | null;
}

/** A tweet with the one it acts on, whose columns begin with `t_`; those of its own target are never needed. */
type PairRow = TweetRow & { [Column in keyof TweetRow as `t_${Column}`]: TweetRow[Column] | null };

/** All tweets of a corpus, the principals' and those of others that act on them, in order of time. */
export async function* tweetsOf(corpus: Corpus): AsyncGenerator<Tweet> {
  for await (const rows of corpus.stream<PairRow>(pairs)) {
    for (const row of rows) yield tweetOf(row, targetOf(row));
  }
}

/** Tweets that are acted on and have no row of their own, because they are older than the windows. */
export async function* olderTargets(corpus: Corpus): AsyncGenerator<Tweet> {
  for await (const rows of corpus.stream<TweetRow>(older)) for (const row of rows) yield tweetOf(row, null);
}

function tweetOf(row: TweetRow, target: Tweet | null): Tweet {
  const { id, account, handle, account_created, followers, verified, created, kind, text, language, likes } = row;
  return {
    id,
    author: { id: account, handle, createdAt: account_created, followers, verified },
    createdAt: created,
    kind,
    text: text ?? "",
    language,
    counts: likes === null ? null : { likes, replies: row.replies ?? 0, shares: row.shares ?? 0 },
    target,
  };
}

function targetOf(row: PairRow): Tweet | null {
  if (row.t_id === null) return null;
  const own = Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => (column.startsWith("t_") ? [[column.slice(2), value]] : [])),
  );
  return tweetOf(own as unknown as TweetRow, null);
}

const author = `a.account_id as account, a.handle, a.created_at as account_created, a.followers, a.verified`;
const oldRows = `
  select e.target_post_id as id, ${author}, e.target_created_at as created, 'text' as kind, null::varchar as text,
         null::varchar as language, null::bigint as likes, null::bigint as replies, null::bigint as shares
  from (select distinct target_post_id, principal_id, target_created_at from amplifications
        where target_post_id not in (select post_id from posts)) e
  join accounts a on a.account_id = e.principal_id`;
const postRows = `
  select p.post_id as id, ${author}, p.created_at as created, p.kind, p.text, p.language, p.likes, p.replies, p.shares
  from posts p join accounts a using (account_id) where a.platform = 'twitter'`;
const older = `from (${oldRows}) order by id`;
const columns = [
  "id",
  "account",
  "handle",
  "account_created",
  "followers",
  "verified",
  "created",
  "kind",
  "text",
  "language",
  "likes",
  "replies",
  "shares",
];
const pairs = `
  with targets as (${postRows} union all ${oldRows}),
  acts as (
    select o.*, p.target_post_id as target from (${postRows}) o join posts p on p.post_id = o.id
    union all
    select e.amplification_id as id, ${author}, e.created_at as created, e.kind, e.text, 'en' as language,
           null::bigint as likes, null::bigint as replies, null::bigint as shares, e.target_post_id as target
    from amplifications e join accounts a using (account_id))
  select acts.* exclude (target), ${columns.map((column) => `t.${column} as t_${column}`).join(", ")}
  from acts left join targets t on t.id = acts.target
  order by acts.created, acts.id`;
