import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { eventsSql, focusSql, historySql, poolSql, postsSql } from "./focus-queries.js";

/** The kinds of an amplification by their codes in `FocusEvents.kind`. */
export const kinds = { retweet: 0, quote: 1, reply: 2 } as const;

export type Kind = keyof typeof kinds;

/**
 * What the traces are computed from. Columns, one entry an account, post or event; times are Unix seconds, NaN where
 * unknown.
 */
export interface FocusCorpus {
  /** Unix seconds of the first moment of the study's window of amplification, and of the first after it. */
  from: number;
  until: number;
  pool: PoolAccounts;
  posts: FocusPosts;
  events: FocusEvents;
}

/** All accounts but principals that amplified a focus principal in the window, by id. */
export interface PoolAccounts {
  id: string[];
  created: Float64Array;
  /** First amplification of any principal in the window. */
  firstAmplification: Float64Array;
  /** Longest silence in days between creation and first amplification; NaN where the history is not known. */
  longestSilence: Float64Array;
  /** Amplifications of diplomats of any kind, retweets of them, and of these the retweets of focus principals. */
  diplomatAmplifications: Uint32Array;
  diplomatRetweets: Uint32Array;
  focusRetweets: Uint32Array;
  /** Different principals amplified. */
  principals: Uint32Array;
}

/** Posts of the focus principals, their own retweets left out, in order of time. */
export interface FocusPosts {
  created: Float64Array;
  /** 1 where the principal replies to itself: the continuation of a thread. */
  thread: Uint8Array;
  text: (string | null)[];
}

/** Amplifications of focus principals by the pool in the window, in order of time. */
export interface FocusEvents {
  /** Place in the pool. */
  account: Uint32Array;
  kind: Uint8Array;
  /** Number of the amplified post, the same for events on the same post; -1 where the source names none. */
  target: Int32Array;
  /** Place among the posts; -1 where the amplified post is not one of them. */
  post: Int32Array;
  seconds: Float64Array;
  /** When the amplified post was posted. */
  targetSeconds: Float64Array;
  text: (string | null)[];
}

/**
 * Loads what the traces need: the amplifications of the focus principals, and about the accounts behind them what the
 * rest of the corpus says.
 *
 * Focus principals are the diplomats on Twitter posted to the study's focus country, whatever their category. The pool
 * is everyone else who retweeted, quoted or replied to one of them in the window of amplification. Memory follows the
 * events on the focus principals, not the corpus. Rows come in an order of their own, so that the same tables give the
 * same arrays.
 */
export async function loadFocusCorpus(corpus: Corpus, study: Study): Promise<FocusCorpus> {
  const { from, to } = study.amplificationWindow;
  const focus = await corpus.rows<{ id: string }>(focusSql, { country: study.focusCountry });
  const parameters = { from, to, focus: focus.map(({ id }) => id).join(",") };
  const [bounds] = await corpus.rows<{ from: number; until: number }>(
    "select epoch($from::date) as from, epoch($to::date + 1) as until",
    { from, to },
  );
  const accounts = await corpus.rows<PoolRow>(poolSql, parameters);
  const pool = poolColumns(accounts, await silences(corpus, { from, to }));
  const posts = await corpus.rows<PostRow>(postsSql, { focus: parameters.focus });
  return {
    from: bounds?.from ?? Number.NaN,
    until: bounds?.until ?? Number.NaN,
    pool,
    posts: {
      created: Float64Array.from(posts, ({ created }) => created),
      thread: Uint8Array.from(posts, ({ thread }) => Number(thread)),
      text: posts.map(({ text }) => text),
    },
    events: eventColumns(
      await corpus.rows<EventRow>(eventsSql, parameters),
      pool.id,
      posts.map(({ id }) => id),
    ),
  };
}

interface PoolRow {
  id: string;
  created: number | null;
  first: number;
  amplifications: number;
  retweets: number;
  focus: number;
  principals: number;
}

interface PostRow {
  id: string;
  created: number;
  thread: boolean;
  text: string | null;
}

interface EventRow {
  account: string;
  kind: Kind;
  target: string | null;
  seconds: number;
  posted: number | null;
  text: string | null;
}

/** Longest silence of each account whose history is known. The table is optional: without it no silence is known. */
async function silences(corpus: Corpus, parameters: Record<string, string>): Promise<Map<string, number>> {
  const known = await corpus.rows("select 1 as one from duckdb_views() where view_name = 'activity'");
  if (known.length === 0) return new Map();
  const rows = await corpus.rows<{ id: string; days: number }>(historySql, parameters);
  return new Map(rows.map(({ id, days }) => [id, days]));
}

function poolColumns(rows: readonly PoolRow[], silence: ReadonlyMap<string, number>): PoolAccounts {
  return {
    id: rows.map(({ id }) => id),
    created: Float64Array.from(rows, ({ created }) => created ?? Number.NaN),
    firstAmplification: Float64Array.from(rows, ({ first }) => first),
    longestSilence: Float64Array.from(rows, ({ id }) => silence.get(id) ?? Number.NaN),
    diplomatAmplifications: Uint32Array.from(rows, ({ amplifications }) => amplifications),
    diplomatRetweets: Uint32Array.from(rows, ({ retweets }) => retweets),
    focusRetweets: Uint32Array.from(rows, ({ focus }) => focus),
    principals: Uint32Array.from(rows, ({ principals }) => principals),
  };
}

function eventColumns(rows: readonly EventRow[], ids: readonly string[], postIds: readonly string[]): FocusEvents {
  const places = new Map(ids.map((id, place) => [id, place]));
  const posts = new Map(postIds.map((id, place) => [id, place]));
  const targets = new Map<string, number>();
  const targetOf = (id: string | null) => {
    if (id === null || id === "") return -1;
    const known = targets.get(id) ?? targets.size;
    targets.set(id, known);
    return known;
  };
  return {
    account: Uint32Array.from(rows, ({ account }) => places.get(account) as number),
    kind: Uint8Array.from(rows, ({ kind }) => kinds[kind]),
    target: Int32Array.from(rows, ({ target }) => targetOf(target)),
    post: Int32Array.from(rows, ({ target }) => (target === null ? -1 : (posts.get(target) ?? -1))),
    seconds: Float64Array.from(rows, ({ seconds }) => seconds),
    targetSeconds: Float64Array.from(rows, ({ posted }) => posted ?? Number.NaN),
    text: rows.map(({ text }) => text),
  };
}
