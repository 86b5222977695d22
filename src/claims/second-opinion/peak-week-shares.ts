import type { DataFrame } from "danfojs-node";
import { detectNetwork } from "../../coordination/detection/detect-network.js";
import type { Corpus } from "../../corpus/corpus.js";
import type { DayWindow, Study } from "../../study/study.js";
import { dataFrame, dayNumber, dayNumbers, test, trueIn } from "./frame.js";
import { principalAt } from "./retweets.js";

/** Retweets of an office in the focus country, and how many of them accounts of a list sent. */
export interface NetworkRetweets {
  network: number;
  all: number;
}

/**
 * Retweets of the ambassador or the embassy, and those by the accounts of a list, counted with a data frame from the raw
 * amplifications and the raw posts: what a principal retweets is among its posts.
 */
export async function networkRetweetsByDataFrame(
  corpus: Corpus,
  study: Study,
  members: readonly string[],
  office: "ambassador" | "embassy",
): Promise<NetworkRetweets> {
  const principal = await principalAt(corpus, office, study.focusCountry);
  if (principal === undefined) return { network: 0, all: 0 };
  const whom = `'${principal.replaceAll("'", "''")}'`;
  const columns = ["account_id", "created_at", "kind"];
  const amplified = await dataFrame(corpus, `amplifications where principal_id = ${whom}`, columns);
  const seen = `post_id not in (select amplification_id from amplifications where principal_id = ${whom})`;
  const posted = await dataFrame(corpus, `posts where target_account_id = ${whom} and ${seen}`, columns);
  const known = new Set(members);
  const counts = [amplified, posted].map((frame) => countIn(frame, study.amplificationWindow, known));
  return {
    network: counts.reduce((sum, { network }) => sum + network, 0),
    all: counts.reduce((sum, { all }) => sum + all, 0),
  };
}

function countIn(frame: DataFrame, { from, to }: DayWindow, members: ReadonlySet<string>): NetworkRetweets {
  if (frame.shape[0] === 0) return { network: 0, all: 0 };
  const days = dayNumbers(frame, "created_at");
  const counted = days
    .ge(dayNumber(from))
    .and(days.le(dayNumber(to)))
    .and(test(frame, "kind", (kind) => kind === "retweet"));
  const byMember = test(frame, "account_id", (id) => members.has(id));
  return { network: trueIn(counted.and(byMember)), all: trueIn(counted) };
}

/** The second opinion on the claims of peak-week shares: claim to number; none where the detector finds no network. */
export async function peakWeekSharesByDataFrame(corpus: Corpus, study: Study): Promise<Record<string, number>> {
  const { members } = await detectNetwork(corpus, study);
  if (members.length === 0) return {};
  const ambassador = await networkRetweetsByDataFrame(corpus, study, members, "ambassador");
  const embassy = await networkRetweetsByDataFrame(corpus, study, members, "embassy");
  return {
    ...(ambassador.all > 0 && { U9: ambassador.network / ambassador.all, U13: ambassador.network }),
    ...(embassy.all > 0 && { U10: embassy.network / embassy.all }),
  };
}
