import { existsSync } from "node:fs";
import { join } from "node:path";
import { sha256File } from "../files/hash.js";
import { type CreationDays, creationDays } from "./io-archive-users.js";
import { type RetweetSample, readRetweetSample } from "./retweet-sample.js";
import { externalFolder, locate, type Source, sourceOf, wrongHash } from "./sources.js";

/** Registered data sets beside the corpus `public`: the run on real data reads those that are there and does without the others. */
export const optionalSources = {
  retweetSample: "coortweet/russian_coord_tweets.csv",
  creationDays: "twitter-io/china_082019_1_users_csv_hashed.csv",
} as const;

/** Paths of the optional data sets that are in the folder, whatever their content. */
export function optionalFilesIn(folder: string): string[] {
  return Object.values(optionalSources)
    .map((id) => join(folder, id))
    .filter((path) => existsSync(path));
}

/**
 * The path of an optional data set; null where it is not there.
 *
 * @throws UserError for a file that is there and not the registered one
 */
export async function optionalFile(source: Source, folder: string): Promise<string | null> {
  const { path, state } = await locate(source, folder);
  if (state === "absent") return null;
  if (state === "present") return path;
  throw wrongHash(source, await sha256File(path), `remove ${path} and run \`data fetch\``);
}

/**
 * The retweets of the CooRTweet sample; none where its file is not there.
 *
 * @param folder the folder of external data, as `externalFolder` gives it
 * @throws UserError for a file that is there and not the registered one
 * @example
 * const { retweets } = await retweetSample(); // 35,085 of them, or none
 */
export async function retweetSample(folder: string = externalFolder()): Promise<RetweetSample> {
  const path = await optionalFile(sourceOf(optionalSources.retweetSample), folder);
  return path === null ? { rows: 0, retweets: [] } : readRetweetSample(path);
}

/**
 * The creation days of the 744 accounts of a network in Twitter's archive; none where its file is not there.
 *
 * @param folder the folder of external data, as `externalFolder` gives it
 * @throws UserError for a file that is there and not the registered one
 * @example
 * const { days } = await archiveCreationDays();
 */
export async function archiveCreationDays(folder: string = externalFolder()): Promise<CreationDays> {
  const path = await optionalFile(sourceOf(optionalSources.creationDays), folder);
  return path === null ? { accounts: 0, clear: 0, days: [] } : creationDays(path);
}
