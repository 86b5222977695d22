import { idText, optionalCount, optionalHandle, optionalText } from "../raw/cells.js";
import { Refusal } from "../raw/refusal.js";
import type { Sightings } from "../raw/sightings.js";
import { namesZone, zonedTime } from "../raw/zoned-time.js";
import { type CsvCells, type CsvFormat, hasColumns, type RowContext } from "./format.js";

const reactions = ["Likes", "Love", "Wow", "Haha", "Sad", "Angry", "Care"];

/**
 * Posts exported from CrowdTangle's pages as CSV. Numbers carry commas between thousands. Times are in the zone of whoever exported
 * them and mostly name it (`2021-01-05 08:00:19 EST`); where they do not, the call must.
 */
export const crowdTangleExport: CsvFormat = {
  name: "crowdtangle-csv",
  title: "posts exported from CrowdTangle as CSV",
  shape: "csv",
  platform: () => "facebook",
  recognises: (header) => hasColumns(header, ["Page Name", "Facebook Id", "Post Created", "URL", "Comments", "Shares"]),
  missing(_header, { timeZone }, firstRow) {
    if (timeZone !== null || firstRow === undefined || namesZone(firstRow["Post Created"] ?? "")) return undefined;
    return "Post Created names no time zone; name it with --time-zone, for example --time-zone America/New_York";
  },
  reader: () => readPost,
};

function readPost(row: CsvCells, sightings: Sightings, { timeZone }: RowContext): void {
  const page = idText(row["Facebook Id"], "Facebook Id");
  const counts = reactions.map((name) => optionalCount(row[name], name)).filter((one) => one !== null);
  const created = optionalText(row["Page Created"]);
  const createdAt = zonedTime(row["Post Created"], timeZone, "Post Created");
  const likesThen = optionalCount(row["Likes at Posting"], "Likes at Posting");
  sightings.post(
    {
      id: `${page}_${postNumber(row.URL)}`,
      author: {
        account: page,
        handle: optionalHandle(row["User Name"]),
        createdAt:
          created === null ? null : zonedTime(created, timeZone ?? zoneOf(row["Post Created"]), "Page Created"),
        followers: optionalCount(row["Followers at Posting"], "Followers at Posting") ?? likesThen,
        verified: null,
      },
      createdAt,
      language: null,
      text: optionalText(row.Message),
      whole: true,
      seenAt: createdAt,
      likes: counts.length === 0 ? null : counts.reduce((sum, one) => sum + one, 0),
      replies: optionalCount(row.Comments, "Comments"),
      shares: optionalCount(row.Shares, "Shares"),
    },
    true,
  );
}

function zoneOf(text: string | undefined): string | null {
  return /([A-Z]{3,4})$/.exec(text?.trim() ?? "")?.[1] ?? null;
}

/** The number of the post on its page: the last one of its address. */
function postNumber(address: string | undefined): string {
  const path = (address ?? "").split(/[?#]/)[0] ?? "";
  const number = /(?:story_fbid|fbid|v)=(\d+)/.exec(address ?? "")?.[1] ?? /(\d{5,})\/?$/.exec(path)?.[1];
  const named = /\/(pfbid[A-Za-z0-9]{1,80})\/?$/.exec(path)?.[1];
  if (number ?? named) return (number ?? named) as string;
  throw new Refusal("URL has no number of the post", "restore the record");
}
