import type { Corpus } from "../../corpus/corpus.js";
import type { UtcDay } from "../../study/time.js";
import type { Fate, MemberAccount } from "./member-accounts.js";

/** Whether an account posted anything in a period: `a` it did, `s` it was silent, `n` it did not exist yet. */
export type TileState = "a" | "s" | "n";

/** When each member posted anything at all. */
export interface ActivityTiles {
  /** What a tile stands for: weeks on the twin, elsewhere months. */
  unit: "week" | "month";
  /** First days of the periods, in order, none left out. */
  periods: UtcDay[];
  /** One letter a period for each account, in order of creation; null where its history is not known. */
  accounts: { account: string; fate: Fate; states: string | null }[];
}

/**
 * Tiles of activity: in which weeks each member posted anything, was silent, or did not exist yet (the papers' weekly grid,
 * claim U18). The grid spans what the corpus knows of full histories; an account without one has no tiles. A period in
 * which an account was created counts as existing.
 *
 * @returns no periods where the corpus holds no histories
 * @example
 * const { accounts } = await activityTiles(corpus, await memberAccounts(corpus, oii2021, members));
 */
export async function activityTiles(corpus: Corpus, accounts: readonly MemberAccount[]): Promise<ActivityTiles> {
  const unit = corpus.info.basis === "synthetic twin" ? "week" : "month";
  const rows = await histories(corpus, accounts, unit);
  const periods = await periodsOf(corpus, unit);
  const active = new Map<string, Set<string>>();
  for (const { id, period } of rows) active.set(id, (active.get(id) ?? new Set()).add(period));
  return {
    unit,
    periods,
    accounts: accounts.map(({ id, name, createdAt, fate }) => {
      const own = active.get(id);
      const states = periods.map((period, at) => stateOf(own?.has(period) ?? false, createdAt, periods[at + 1]));
      return { account: name, fate, states: own ? states.join("") : null };
    }),
  };
}

function stateOf(posted: boolean, createdAt: string | null, next: UtcDay | undefined): TileState {
  if (posted) return "a";
  return createdAt !== null && next !== undefined && createdAt.slice(0, 10) >= next ? "n" : "s";
}

async function hasHistories(corpus: Corpus): Promise<boolean> {
  return (await corpus.rows("select 1 as one from duckdb_views() where view_name = 'activity'")).length > 0;
}

async function histories(
  corpus: Corpus,
  accounts: readonly MemberAccount[],
  unit: ActivityTiles["unit"],
): Promise<{ id: string; period: string }[]> {
  if (!(await hasHistories(corpus))) return [];
  return corpus.rows<{ id: string; period: string }>(
    `select distinct account_id as id, ${startOf("week", unit)}::date as period from activity
     where account_id in (select unnest(string_split($members, ','))) order by all`,
    { members: accounts.map(({ id }) => id).join(",") },
  );
}

/** Every period from the first to the last of the table, also those in which nobody posted. */
async function periodsOf(corpus: Corpus, unit: ActivityTiles["unit"]): Promise<UtcDay[]> {
  if (!(await hasHistories(corpus))) return [];
  const rows = await corpus.rows<{ period: UtcDay }>(
    `with ends as (select ${startOf("min(week)", unit)} as first, ${startOf("max(week)", unit)} as last from activity)
     select unnest(generate_series(first, last, interval 1 ${unit}))::date as period from ends order by period`,
  );
  return rows.map(({ period }) => period);
}

/** SQL of the period's first day: weeks begin as in the table. */
function startOf(day: string, unit: ActivityTiles["unit"]): string {
  return unit === "week" ? `${day}::timestamp` : `date_trunc('month', ${day}::timestamp)`;
}
