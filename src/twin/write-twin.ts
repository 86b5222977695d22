import type { WrittenTable } from "../corpus/datapackage.js";
import type { CorpusInfo } from "../corpus/info.js";
import { type Row, type TableName, tableOf } from "../corpus/schema.js";
import { type CorpusStream, openCorpusStream } from "../corpus/stream.js";
import type { UtcDay } from "../study/time.js";
import { amplifierIds, pseudonyms } from "./amplifier-ids.js";
import { eventKinds } from "./events.js";
import { defaultSeed, type Twin, type TwinOptions } from "./make-twin.js";
import { statusesOf, statusNames } from "./ordinary/statuses.js";
import { postId } from "./post-ids.js";
import { appendPosts } from "./post-rows.js";
import { tweetId } from "./snowflake.js";

/**
 * Writes a twin as a corpus. The truth about its accounts is not in it.
 *
 * @param report is told of each table as it begins
 */
export async function writeTwin(
  folder: string,
  twin: Twin,
  report: (part: string) => void = () => undefined,
): Promise<WrittenTable[]> {
  const stream = await openCorpusStream(folder, twinInfo(twin.options));
  try {
    report("tables of accounts");
    const ids = idsOf(twin);
    appendRows(
      stream,
      "principals",
      twin.principals.map(({ principal }) => principal),
    );
    appendRows(
      stream,
      "accounts",
      twin.principals.map(({ account }) => account),
    );
    appendRows(stream, "labels", twin.labels);
    appendAmplifiers(stream, twin, ids);
    appendStatuses(stream, twin, ids);
    appendActivity(stream, twin, ids);
    report("table of posts");
    appendPosts(stream.table("posts"), [...twin.principals], twin.posts, twin.options.seed);
    report("table of amplifications");
    appendAmplifications(stream, twin, ids);
    report("sorting and compressing");
    return await stream.finish();
  } finally {
    await stream.abandon();
  }
}

/** The account ids of the amplifiers. */
export function idsOf({ principals, amplifiers }: Twin): string[] {
  return amplifierIds(amplifiers, new Set(principals.map(({ account }) => account.account_id)));
}

/** What the twin says of itself in its corpus: which one it is, and nothing of what was planted. */
function twinInfo({ seed, scale, effort }: TwinOptions): CorpusInfo {
  const isVaried = seed !== defaultSeed || scale !== 1 || effort !== 1;
  return {
    name: "twin",
    title: `Twin of the audited accounts${scale === 1 ? "" : ` at scale ${scale}`}`,
    description: "Invented accounts that match published totals. Nothing in it describes a real account.",
    basis: "synthetic twin",
    listName: "diplomats on Twitter",
    seed,
    ...(isVaried && { varied: true }),
    sources: [],
  };
}

function appendRows<Name extends TableName>(stream: CorpusStream, name: Name, rows: readonly Row<Name>[]): void {
  const columns = Object.keys(tableOf(name).fields) as (keyof Row<Name>)[];
  for (const row of rows) {
    stream.table(name).append(...columns.map((column) => row[column] as string | number | boolean | null));
  }
}

function appendAmplifiers(stream: CorpusStream, { amplifiers }: Twin, ids: string[]): void {
  const accounts = stream.table("accounts");
  const pseudonym = pseudonyms(amplifiers.count);
  for (let amplifier = 0; amplifier < amplifiers.count; amplifier += 1) {
    accounts.append(
      ids[amplifier] as string,
      "twitter",
      pseudonym(amplifier),
      amplifiers.createdAt.at(amplifier),
      amplifiers.followers.at(amplifier),
      null,
      null,
    );
  }
}

/** Principals were found on every query day; of the amplifiers the platform says what it says. */
function appendStatuses(stream: CorpusStream, { principals, amplifiers, study }: Twin, ids: string[]): void {
  const table = stream.table("statuses");
  for (const day of study.statusDays) {
    for (const { account } of principals) table.append(account.account_id, day, "active");
    const statuses = statusesOf(amplifiers, day);
    statuses.forEach((status, amplifier) => {
      table.append(ids[amplifier] as string, day, statusNames[status] ?? null);
    });
  }
}

function appendActivity(stream: CorpusStream, { london }: Twin, ids: string[]): void {
  const table = stream.table("activity");
  for (const { amplifier, week, posts } of london.activity) {
    table.append(ids[amplifier] as string, week as UtcDay, posts);
  }
}

function appendAmplifications(stream: CorpusStream, { principals, posts, events }: Twin, ids: string[]): void {
  const table = stream.table("amplifications");
  for (let event = 0; event < events.count; event += 1) {
    const number = events.principal.at(event);
    const principal = principals[number];
    if (!principal) throw new Error(`event ${event} is on a principal that is not there`);
    const post = events.post.at(event);
    const targetTime = events.targetTime.at(event);
    table.append(
      tweetId(events.time.at(event), posts.count + event),
      eventKinds[events.kind.at(event)] ?? null,
      ids[events.amplifier.at(event)] as string,
      principal.account.account_id,
      post < 0 ? olderPostId(targetTime, number) : postId(posts, post, principal),
      events.time.at(event),
      targetTime,
      events.texts.get(event) ?? null,
    );
  }
}

/** A post from before the posting window is not among the posts; its author and time are its identity. */
function olderPostId(time: number, principal: number): string {
  return tweetId(time, principal);
}
