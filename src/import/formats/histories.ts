import { idText, isoTime, optionalHandle, optionalId } from "../raw/cells.js";
import { Refusal } from "../raw/refusal.js";
import { type CsvFormat, hasColumns } from "./format.js";

/** Full histories of accounts, a post a row, of which only the number a week is kept. The papers' frame names accounts by handle. */
export const histories: CsvFormat = {
  name: "histories",
  title: "full histories of accounts, a post a row",
  shape: "csv",
  platform: () => "twitter",
  recognises: (header) => hasColumns(header, ["tweet_id", "user_screen_name", "tweet_created_at", "how_included"]),
  reader: () => (row, sightings) => {
    const handle = optionalHandle(row.user_screen_name);
    const id = optionalId(row.user_id, "user_id");
    if (id === null && handle === null) throw new Refusal("user_screen_name is no handle", "restore the record");
    const account = id ?? `@${(handle ?? "").toLowerCase()}`;
    const createdAt = isoTime(row.tweet_created_at, "tweet_created_at");
    sightings.history(account, idText(row.tweet_id, "tweet_id"), createdAt);
  },
};
