import { detectNetwork } from "../../coordination/detection/detect-network.js";
import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { danfo, dataFrame, dayNumber, dayNumbers, test } from "./frame.js";
import { rowsWhere } from "./retweets.js";

/** Members with fewer amplifications have no traces. */
const fewest = 5;

/**
 * How often the median member amplified the focus principals, with data frames: frames of principals and accounts are
 * filtered for the focus principals, and the single rows of each are counted by account. Who is a member is the one thing
 * taken over. Null where no member amplified one of them five times.
 *
 * @example
 * await medianAmplificationsByDataFrame(corpus, oii2021, members); // 459
 */
export async function medianAmplificationsByDataFrame(
  corpus: Corpus,
  study: Study,
  members: readonly string[],
): Promise<number | null> {
  const wanted = new Set(members);
  const counts = new Map<string, number>();
  for (const principal of await focusPrincipals(corpus, study)) {
    const table = `amplifications where principal_id = '${principal.replaceAll("'", "''")}'`;
    const frame = await dataFrame(corpus, table, ["account_id", "created_at"]);
    if (frame.shape[0] === 0) continue;
    const days = dayNumbers(frame, "created_at");
    const inWindow = days
      .ge(dayNumber(study.amplificationWindow.from))
      .and(days.le(dayNumber(study.amplificationWindow.to)));
    const own = rowsWhere(frame, inWindow.and(test(frame, "account_id", (id) => wanted.has(id))));
    if (!own) continue;
    const counted = own.column("account_id").valueCounts();
    counted.index.forEach((account, at) => {
      counts.set(String(account), (counts.get(String(account)) ?? 0) + Number(counted.values[at]));
    });
  }
  const enough = [...counts.values()].filter((count) => count >= fewest);
  const { Series } = await danfo();
  return enough.length === 0 ? null : new Series(enough).median();
}

async function focusPrincipals(corpus: Corpus, { focusCountry }: Study): Promise<string[]> {
  const principals = await dataFrame(corpus, "principals", ["account_id", "group", "country"]);
  const accounts = await dataFrame(corpus, "(from accounts semi join principals using (account_id))", [
    "account_id",
    "platform",
  ]);
  if (principals.shape[0] === 0) return [];
  const onTwitter = new Set(
    rowsWhere(
      accounts,
      test(accounts, "platform", (platform) => platform === "twitter"),
    )?.column("account_id").values as string[] | undefined,
  );
  const focus = test(principals, "group", (group) => group === "diplomat")
    .and(test(principals, "country", (country) => country === focusCountry))
    .and(test(principals, "account_id", (id) => onTwitter.has(id)));
  return (rowsWhere(principals, focus)?.column("account_id").values as string[] | undefined) ?? [];
}

/** The second opinion on the claims of network traces: claim to number; none where there is no network. */
export async function networkTracesByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { members } = await detectNetwork(corpus, study);
  if (members.length === 0) return {};
  const median = await medianAmplificationsByDataFrame(corpus, study, members);
  return median === null ? {} : { U31: median };
}
