import { UsageError } from "../../errors.js";
import { cooRTweet, qutToolkit } from "./coordination-tables.js";
import { crowdTangleApi, crowdTangleFlat } from "./crowdtangle-api.js";
import { crowdTangleExport } from "./crowdtangle-export.js";
import { database } from "./database.js";
import type { Format } from "./format.js";
import { histories } from "./histories.js";
import { ioArchive } from "./io-archive.js";
import { labelScrape, statusCheck } from "./observations.js";
import { twitterV1 } from "./twitter-v1.js";
import { twitterV2 } from "./twitter-v2.js";

/** Every raw format that can be imported. */
export const formats: readonly Format[] = [
  twitterV1,
  twitterV2,
  ioArchive,
  crowdTangleApi,
  crowdTangleFlat,
  crowdTangleExport,
  statusCheck,
  labelScrape,
  database,
  histories,
  cooRTweet,
  qutToolkit,
];

export function isFormatName(name: string): boolean {
  return formats.some((format) => format.name === name);
}

/** @throws UsageError for a name that no format has */
export function formatNamed(name: string): Format {
  const found = formats.find((format) => format.name === name);
  if (!found) throw new UsageError(`unknown format: "${name}"; known: ${formats.map((one) => one.name).join(", ")}`);
  return found;
}
