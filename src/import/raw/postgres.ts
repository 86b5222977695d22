import type { Readable } from "node:stream";
import type { Client } from "pg";
import { messageOf, UserError } from "../../errors.js";
import type { ByteSource } from "../../files/lines.js";
import { databaseTables } from "../formats/database.js";

/** Columns that are read; names of people, descriptions and places are not. */
const wanted: Record<keyof typeof databaseTables, readonly string[]> = {
  tweets_static: [
    ...["tweet_id", "tweet_id_str", "full_text", "tweet_created_at", "user_id", "is_retweeting", "is_quoting", "lang"],
    ...["in_reply_to_status_id", "in_reply_to_user_id", "in_reply_to_screen_name", "retweet_id", "quoted_id"],
  ],
  tweets_dynamic: [
    ...["tweet_id", "quote_count", "reply_count", "retweet_count", "favorite_count", "timestamp_observed"],
  ],
  users_dynamic: [
    ...["user_id", "user_created_at", "user_screen_name", "user_verified", "user_followers_count", "user_observed_ts"],
  ],
  users_static: ["user_id", "user_id_str", "data_source"],
};

/** Whether an input is the address of a server. */
export function isServer(input: string): boolean {
  return /^postgres(ql)?:\/\//.test(input);
}

/** The tables of the papers' layout that a server has. @throws UserError if it cannot be reached or has none */
export async function tablesOfServer(address: string): Promise<(keyof typeof databaseTables)[]> {
  return withClient(address, async (client) => {
    const { rows } = await client.query<{ name: string }>("select tablename as name from pg_tables order by 1");
    const there = new Set(rows.map(({ name }) => name));
    const names = (Object.keys(databaseTables) as (keyof typeof databaseTables)[]).filter((name) => there.has(name));
    if (names.includes("tweets_static")) return names;
    throw new UserError(`no table tweets_static on the server; name the database that has it, or its search_path`);
  });
}

/** A table of the server as CSV with a header, as a stream. The address, which may hold a password, is in no message. */
export function tableOnServer(address: string, table: keyof typeof databaseTables): ByteSource {
  return { name: `postgres:${table}`, open: () => openTable(address, table) };
}

async function openTable(address: string, table: keyof typeof databaseTables): Promise<Readable> {
  const { to } = await import("pg-copy-streams");
  const client = await connect(address);
  const { rows } = await client.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_name = $1 and table_schema = any(current_schemas(false))",
    [table],
  );
  const there = new Set(rows.map(({ name }) => name));
  const columns = wanted[table].filter((column) => there.has(column));
  await client.query("set time zone 'UTC'; set datestyle = 'ISO, YMD'; set default_transaction_read_only = on");
  const stream = client.query(to(`copy (select ${columns.join(", ")} from ${table}) to stdout (format csv, header)`));
  stream.on("close", () => void client.end().catch(() => undefined));
  return stream;
}

async function withClient<T>(address: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(address);
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function connect(address: string): Promise<Client> {
  const { default: pg } = await import("pg");
  try {
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
    await client.connect();
    return client;
  } catch (thrown) {
    throw new UserError(`cannot reach the PostgreSQL server: ${reasonOf(thrown)}; check its address`);
  }
}

/** What went wrong, without the address. */
function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  return code === "" ? messageOf(thrown).replace(/postgres(ql)?:\/\/\S*/g, "...") : code;
}
