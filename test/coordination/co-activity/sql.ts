import { openDatabase, queryRows, sqlText } from "../../../src/corpus/duckdb.js";

/** Edges of `pairwise`, computed by DuckDB with a plain join: `a,b,weight,mean`, sorted. Ids must not repeat. */
export async function pairwiseBySql(csv: string, window: number): Promise<string[]> {
  const rows = await query(`
    with events as (from read_csv(${sqlText(csv)}, all_varchar = true) where account_id <> '' and object_id <> '')
    select x.account_id as a, y.account_id as b, count(*) as weight,
           avg(abs(x.timestamp_share::bigint - y.timestamp_share::bigint)) as mean
    from events x join events y on x.object_id = y.object_id and x.account_id < y.account_id
     and abs(x.timestamp_share::bigint - y.timestamp_share::bigint) <= ${window}
    group by all order by all`);
  return rows.map(({ a, b, weight, mean }) => `${a},${b},${weight},${mean}`);
}

/** Co-actions and pairs under CooRTweet's rules, computed by DuckDB step by step as CooRTweet is described. */
export async function cooRTweetBySql(csv: string, window: number, least: number): Promise<[number, number]> {
  const [found] = await query(`
    with events as (select *, row_number() over () as row from read_csv(${sqlText(csv)}, all_varchar = true)),
    remaining as (select * from events where account_id in
      (select account_id from events group by account_id having count(*) >= ${least})),
    pairs as (
      select x.account_id as a, y.account_id as b, x.content_id as event_a, y.content_id as event_b
      from remaining x join remaining y on x.object_id = y.object_id and x.account_id < y.account_id
       and x.content_id <> y.content_id and x.content_id <> x.object_id and y.content_id <> y.object_id
       and abs(x.timestamp_share::bigint - y.timestamp_share::bigint) <= ${window}),
    standing as (select event_a as event from pairs union select event_b from pairs),
    enough as (select account_id from remaining where content_id in (from standing)
      group by account_id having count(*) >= ${least})
    select count(*) as coActions, count(distinct (a, b)) as pairs
    from pairs where a in (from enough) or b in (from enough)`);
  return [Number(found?.coActions), Number(found?.pairs)];
}

async function query(sql: string) {
  const connection = await openDatabase();
  try {
    return await queryRows(connection, sql);
  } finally {
    connection.closeSync();
  }
}
