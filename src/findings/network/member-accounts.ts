import type { Corpus } from "../../corpus/corpus.js";
import type { CorpusInfo } from "../../corpus/info.js";
import type { Row } from "../../corpus/schema.js";
import type { Study } from "../../study/study.js";
import type { UtcDay, UtcInstant } from "../../study/time.js";

/**
 * What the platform said of an account: suspended or deleted on the study's first status day, suspended or gone only on a
 * later one, active on all, or unknown.
 */
export type Fate = "suspended" | "deleted" | "suspended later" | "active" | "unknown";

/** A member of the network as the results may show it. */
export interface MemberAccount {
  /** Never leaves the computation: results carry the name. */
  id: string;
  /** The corpus's pseudonym on the twin; elsewhere a number in order of creation. */
  name: string;
  createdAt: UtcInstant | null;
  fate: Fate;
}

/**
 * The members with their pseudonyms, dates of creation and fates, in order of creation, those of unknown age last. An id
 * that the corpus does not know is left out.
 *
 * @example
 * const [eldest] = await memberAccounts(corpus, oii2021, ["14", "15"]);
 */
export async function memberAccounts(
  corpus: Corpus,
  study: Study,
  members: readonly string[],
): Promise<MemberAccount[]> {
  const rows = await corpus.rows<{ id: string; handle: string | null; createdAt: UtcInstant | null }>(
    `select account_id as id, handle, created_at as "createdAt" from accounts
     where account_id in (select unnest(string_split($members, ',')))
     order by created_at nulls last, id`,
    { members: members.join(",") },
  );
  const fates = await fatesOf(corpus, study, members);
  return rows.map(({ id, handle, createdAt }, at) => ({
    id,
    name: nameOf(handle ?? id, at, corpus.info),
    createdAt,
    fate: fates.get(id) ?? "unknown",
  }));
}

function nameOf(pseudonym: string, at: number, { basis }: CorpusInfo): string {
  return basis === "synthetic twin" ? pseudonym : `account ${at + 1}`;
}

async function fatesOf(corpus: Corpus, { statusDays }: Study, members: readonly string[]): Promise<Map<string, Fate>> {
  const [first, ...later] = statusDays;
  const rows = await corpus.rows<{ id: string; day: UtcDay; status: Row<"statuses">["status"] }>(
    `select account_id as id, observed_on as day, status from statuses
     where account_id in (select unnest(string_split($members, ','))) order by id, day`,
    { members: members.join(",") },
  );
  const fates = new Map<string, Fate>();
  for (const { id, day, status } of rows) {
    if (day === first) fates.set(id, status);
    else if (later.includes(day) && status === "suspended" && isOpen(fates.get(id))) {
      fates.set(id, "suspended later");
    }
  }
  return fates;
}

/** Whether an account had not been found gone before. */
function isOpen(fate: Fate | undefined): boolean {
  return fate === undefined || fate === "active";
}
