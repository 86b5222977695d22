import { join } from "node:path";
import type { Corpus } from "../../corpus/corpus.js";
import { csvLine, LineFile } from "./line-file.js";

const platforms = ["twitter", "facebook"] as const;
const codes: Record<string, string> = { suspended: "63", deleted: "50", active: "200" };
const tenMinutes = 600_000;
/** Ids of the histories' posts count on from here: nothing else of a corpus has them. */
const firstHistoryId = 3_000_000_000_000_000_000n;

/** Writes rounds of label scrapes and status checks, one file a platform and day, and full histories. */
export async function writeObservations(folder: string, corpus: Corpus): Promise<void> {
  for (const platform of platforms) {
    await writeByDay(
      corpus,
      `select round as day, handle, label, l.verified from labels l join accounts using (account_id)
       where platform = '${platform}' order by all`,
      (day) => join(folder, `${platform}_labels_${day}.csv`),
      `${platform === "twitter" ? "handle" : "url_handle"},gov_label,verified`,
      ({ handle, label, verified }) => [handle, label ?? "NA", verified === null ? "NA" : verified ? "TRUE" : "FALSE"],
    );
    await writeByDay(
      corpus,
      `select s.observed_on as day, account_id, status from statuses s join accounts using (account_id)
       where platform = '${platform}' order by all`,
      (day) => join(folder, `${platform}_statuses_${day}.csv`),
      "user_id,status,message",
      ({ account_id, status }) => [account_id, codes[status] ?? "", ""],
    );
  }
  await writeHistories(folder, corpus);
}

interface Row {
  day: string;
  account_id: string;
  handle: string;
  label: string | null;
  verified: boolean | null;
  status: string;
}

async function writeByDay(
  corpus: Corpus,
  sql: string,
  path: (day: string) => string,
  header: string,
  cells: (row: Row) => (string | number | boolean | null)[],
): Promise<void> {
  let file: LineFile | undefined;
  let day = "";
  for await (const rows of corpus.stream<Row>(sql)) {
    for (const row of rows) {
      if (row.day !== day) {
        file?.close();
        day = row.day;
        file = new LineFile(path(day));
        file.add(header);
      }
      file?.add(csvLine(cells(row)));
    }
  }
  file?.close();
}

/** As many posts as the corpus counts in each week, ten minutes apart. */
async function writeHistories(folder: string, corpus: Corpus): Promise<void> {
  const file = new LineFile(join(folder, "histories.csv"));
  file.add(
    "tweet_id,user_screen_name,user_created_at,tweet_created_at,source,tweet_text,retweeted,replied_to,quoted,how_included",
  );
  let id = firstHistoryId;
  const sql = `select handle, x.week, x.posts from activity x join accounts using (account_id) order by handle, x.week`;
  for await (const rows of corpus.stream<{ handle: string; week: string; posts: number }>(sql)) {
    for (const { handle, week, posts } of rows) {
      for (let post = 0; post < posts; post += 1) {
        const at = new Date(Date.parse(`${week}T00:00:00Z`) + post * tenMinutes).toISOString();
        id += 1n;
        file.add(csvLine([String(id), handle, null, at, "twin", null, null, null, null, "full history"]));
      }
    }
  }
  file.close();
}
