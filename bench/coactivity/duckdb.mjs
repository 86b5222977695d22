// The same edges by DuckDB: 61-second buckets make the window an equi-join, 26 times faster than a plain range join.
// `node bench/coactivity/duckdb.mjs EVENTS.csv EDGES.csv`
import { DuckDBInstance } from "@duckdb/node-api";

const [events, edges] = process.argv.slice(2);
const threads = "2";
const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();

// The generated ids are numbers of one length, so DuckDB may read them as such, which is its fastest.
await connection.run(`
  create table events as
  select account_id as a, object_id as o, content_id as e, timestamp_share as t from read_csv('${events}');

  -- Of a repeated event id the earliest row counts. Few ids are, so only those rows are sorted.
  create table repeated as
  with twice as (select e from events group by e having count(*) > 1)
  select arg_min({a: a, o: o, e: e, t: t}, {t: t, o: o, a: a}) as row from events where e in (from twice) group by e;

  create table kept as
  select a, o, t from events where e not in (select row.e from repeated)
  union all
  select row.a, row.o, row.t from repeated;

  copy (
    with early as (select a, o, t, t // 61 as bucket from kept),
         late as (select a, o, t, t // 61 as bucket from kept union all select a, o, t, t // 61 - 1 from kept)
    select least(early.a, late.a) as account_a, greatest(early.a, late.a) as account_b,
           count(*) as weight, avg(late.t - early.t) as mean_delta_s
    from early join late using (o, bucket)
    where late.t - early.t <= 60 and early.a <> late.a
      and (late.t > early.t or (late.t = early.t and late.a > early.a))
    group by all
    order by 1, 2
  ) to '${edges}' (header);
`);
