import type { PartOf, Workshop } from "../../corpus/workshop.js";
import type { DayWindow } from "../../study/study.js";

/** Whom a handle belonged to when it was last seen; a principal's handle is the principal's. */
const handleOwners = `
  create table handle_of as
    select platform, handle, account_id from (
      select platform, lower(handle) as handle, account_id, max(seen_at) as seen_at
      from profiles where handle is not null and not starts_with(account_id, '@') group by all)
    qualify row_number() over (partition by platform, handle order by seen_at desc nulls last, account_id) = 1`;

/** Principals by id: the study's, else that of the account that carried the handle, else the handle itself. */
const principals = `
  create table audited as
    select coalesce(p.id, h.account_id, '@' || lower(p.handle)) as account_id, p.* exclude (id)
    from listed p left join handle_of h on h.platform = p.platform and h.handle = lower(p.handle)`;

const principalsHandles = `
  delete from handle_of where (platform, handle) in (select (platform, lower(handle)) from audited);
  insert into handle_of select platform, lower(handle), account_id from audited`;

/** Tables `audited`, the principals, and `handle_of`, whose handle is whose. */
export async function findAccounts(workshop: Workshop): Promise<void> {
  await workshop.run(handleOwners);
  await workshop.run(principals);
  await workshop.run(principalsHandles);
}

/**
 * A view of a table of sightings in which accounts that were only known by handle have their id, where it is known. Those are few, and
 * looked up beforehand: the table of all handles may be large.
 *
 * @param columns columns that hold an account
 */
export async function resolveHandles(workshop: Workshop, table: string, columns: readonly string[]): Promise<void> {
  const named = columns.map(
    (column) => `select platform, ${column} as named from ${table} where starts_with(${column}, '@')`,
  );
  await workshop.run(
    `create table ${table}_named as
     select distinct n.platform, n.named, h.account_id from (${named.join(" union ")}) n
     join handle_of h on h.platform = n.platform and '@' || h.handle = n.named`,
  );
  const [found] = await workshop.rows<{ n: number }>(`select count(*) as n from ${table}_named`);
  if ((found?.n ?? 0) === 0) return workshop.run(`create view ${table}_by_id as from ${table}`);
  const replaced = columns.map((column) => `coalesce(h_${column}.account_id, s.${column}) as ${column}`);
  const joins = columns.map(
    (column) => `left join ${table}_named h_${column}
      on h_${column}.platform = s.platform and h_${column}.named = s.${column}`,
  );
  await workshop.run(
    `create view ${table}_by_id as select s.* replace (${replaced.join(", ")}) from ${table} s ${joins.join(" ")}`,
  );
}

/** Everybody the corpus has a row for: the principals, and whoever amplified one. */
export const wantedAccounts = `
  create table wanted as
    select platform, account_id from audited union select platform, account_id from events`;

/** The profile of everybody wanted, each value as last seen. */
export function lastProfiles(part: PartOf): string {
  return `
    select platform, account_id, max(seen_at) as seen_at,
           ${lastSeen("handle")}, ${lastSeen("created_at")}, ${lastSeen("followers")}, ${lastSeen("verified")}
    from (from profiles where ${part("account_id")})
    semi join (from wanted where ${part("account_id")}) using (platform, account_id) group by all`;
}

function lastSeen(column: string): string {
  const order = `{seen: coalesce(seen_at, timestamp '1970-01-01'), shown: ${column}}`;
  return `arg_max(${column}, ${order}) filter (${column} is not null) as ${column}`;
}

/** The last round in which somebody's label was looked up: the day on which the profile itself was seen. */
export const lastRounds = `
  create table round_of as
    select platform, account_id, max(round) as round, arg_max(verified, round) filter (verified is not null) as verified,
           max(round) filter (verified is not null) as verified_round
    from label_rows group by all`;

/** Rows of the table `accounts`. */
export function accountRows(keepHandles: boolean): string {
  return `
    select w.account_id, w.platform,
           case when p.account_id is not null then p.handle ${keepHandles ? "else o.handle" : ""} end as handle,
           coalesce(o.created_at, p.created_at) as created_at,
           o.followers,
           case when r.verified is not null and (o.verified is null or r.verified_round >= o.seen_at::date)
                then r.verified else o.verified end as verified,
           r.round as observed_on
    from wanted w
    left join audited p using (platform, account_id)
    left join profile_of o using (platform, account_id)
    left join round_of r using (platform, account_id)`;
}

/** Rows of the table `principals`. Whether one posted in the window is unknown where the platform has no posts at all. */
export function principalRows({ from, to }: DayWindow): string {
  return `
  select p.account_id, p."group", p.category, p.name, p.country, p.language,
         case when exists (select 1 from own_posts o where o.platform = p.platform)
              then p.account_id in (select account_id from own_posts
                                    where created_at >= date '${from}' and created_at < date '${to}' + 1)
              end as posted_in_window
  from audited p`;
}
