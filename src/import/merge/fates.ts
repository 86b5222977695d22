import { type PartOf, partsOf, type Workshop } from "../../corpus/workshop.js";
import type { DayWindow } from "../../study/study.js";
import type { UtcDay } from "../../study/time.js";
import type { NormalName } from "../raw/normal-form.js";

/** What became of the rows of one raw file that could be read. */
export interface Fate {
  file_number: number;
  kept: number;
  merged: number;
  rejected: number;
}

const place = "s.file_number, s.file, s.line, s.is_byte";
const unconcerned =
  "'concerns no principal or amplifier of the study', 'nothing, unless the study should list the account'";

/**
 * Tells for every row that could be read what became of it: `kept` if the corpus has a row because of it, `merged` if another row said
 * the same or something newer, else rejected with a reason. Leaves the rejected ones in the table `late_rejects`.
 */
export async function findFates(
  workshop: Workshop,
  span: DayWindow,
  leftOut: UtcDay | null,
  parts: number,
): Promise<Fate[]> {
  await workshop.run(
    "create table late_rejects(file_number integer, file varchar, line bigint, is_byte boolean, reason varchar, remedy varchar)",
  );
  await workshop.run(
    "create table in_corpus as select platform, post_id from own_posts union all select platform, post_id from events",
  );
  const found: Fate[] = [];
  for (const { table, fates } of fateQueries(span, leftOut)) {
    const [any] = await workshop.rows<{ n: number }>(`select count(*) as n from ${table} where own`);
    if ((any?.n ?? 0) === 0) continue;
    for (const part of partsOf(parts)) {
      await workshop.run(`create or replace temp table fate as ${fates(part)}`);
      await workshop.run(
        "insert into late_rejects select file_number, file, line, is_byte, reason, remedy from fate where fate = 'rejected'",
      );
      found.push(...(await workshop.rows<Fate>(fatesByFile)));
    }
  }
  await workshop.run("drop table if exists fate");
  return found;
}

const fatesByFile = `
  select file_number, count(*) filter (fate = 'kept') as kept, count(*) filter (fate = 'merged') as merged,
         count(*) filter (fate = 'rejected') as rejected from fate group by all order by all`;

function fateQueries(
  span: DayWindow,
  leftOut: UtcDay | null,
): { table: NormalName; fates: (part: PartOf) => string }[] {
  return [
    { table: "posts", fates: (part) => postFates(span, leftOut, part) },
    { table: "counts", fates: countFates },
    { table: "profiles", fates: profileFates },
    { table: "labels", fates: (part) => observationFates("labels_by_id", "label_rows", "round", part) },
    { table: "statuses", fates: (part) => observationFates("statuses_by_id", "status_rows", "observed_on", part) },
    { table: "histories", fates: historyFates },
  ];
}

function postFates({ from, to }: DayWindow, leftOut: UtcDay | null, part: PartOf): string {
  const outside = `s.created_at < date '${from}' or s.created_at >= date '${to}' + 1`;
  const onLast =
    leftOut === null ? "false" : `s.created_at > date '${leftOut}' and s.created_at < date '${leftOut}' + 1`;
  return `
    select ${place},
      case when c.post_id is null then 'rejected'
           when row_number() over (partition by s.platform, s.post_id order by s.file_number, s.line) = 1 then 'kept'
           else 'merged' end as fate,
      case when a.account_id is not null and (${outside}) then 'posted outside the windows of the study'
           when a.account_id is null and ${onLast} then 'on the last day, which the code of the papers leaves out'
           else 'concerns no principal of the study' end as reason,
      'nothing, unless the study should say otherwise' as remedy
    from posts_by_id s
    left join (from in_corpus where ${part("post_id")}) c on c.platform = s.platform and c.post_id = s.post_id
    left join audited a on a.platform = s.platform and a.account_id = s.account_id
    where s.own and ${part("s.post_id")}`;
}

/** Counts of an amplification say nothing that the corpus holds, and are merged into it. */
function countFates(part: PartOf): string {
  return `
  select ${place},
    case when c.post_id is null then 'rejected'
         when l.post_id is not null then 'kept' else 'merged' end as fate,
    'counts of a post that is not in the corpus' as reason, 'nothing' as remedy
  from counts s
  left join (from in_corpus where ${part("post_id")}) c on c.platform = s.platform and c.post_id = s.post_id
  left join (select * from last_counts semi join own_posts using (platform, post_id) where ${part("post_id")}) l
    on l.platform = s.platform and l.post_id = s.post_id and l.own and l.file_number = s.file_number and l.line = s.line
  where s.own and ${part("s.post_id")}`;
}

function profileFates(part: PartOf): string {
  return `
  select ${place},
    case when w.account_id is null then 'rejected'
         when row_number() over (partition by s.platform, s.account_id
           order by s.seen_at desc nulls last, s.file_number, s.line) = 1 then 'kept' else 'merged' end as fate,
    column0 as reason, column1 as remedy
  from profiles s left join wanted w on w.platform = s.platform and w.account_id = s.account_id,
    (values (${unconcerned})) reasons(column0, column1)
  where s.own and ${part("s.account_id")}`;
}

function observationFates(source: string, rows: string, day: string, part: PartOf): string {
  return `
    select ${place},
      case when w.account_id is null then 'rejected' when r.line is not null then 'kept' else 'merged' end as fate,
      column0 as reason, column1 as remedy
    from ${source} s
    left join wanted w on w.platform = s.platform and w.account_id = s.account_id
    left join ${rows} r on r.platform = s.platform and r.account_id = s.account_id and r.${day} = s.${day}
      and r.file_number = s.file_number and r.line = s.line,
      (values (${unconcerned})) reasons(column0, column1)
    where ${part("s.account_id")}`;
}

function historyFates(part: PartOf): string {
  return `
  select ${place},
    case when w.account_id is null then 'rejected'
         when row_number() over (partition by s.platform, s.account_id, s.post_id order by s.file_number, s.line) = 1
         then 'kept' else 'merged' end as fate,
    column0 as reason, column1 as remedy
  from histories_by_id s left join wanted w on w.platform = s.platform and w.account_id = s.account_id,
    (values (${unconcerned})) reasons(column0, column1)
  where ${part("s.account_id")}`;
}
