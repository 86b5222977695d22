import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Corpus } from "../../corpus/corpus.js";
import type { Study } from "../../study/study.js";
import { type CorpusDescription, studyFileName, studyFileText } from "../../study/study-file.js";
import type { StudyPrincipal } from "../../study/study-principals.js";
import { writeClassicStream } from "./classic-stream.js";
import { writeCrowdTangleAnswers, writeCrowdTangleExport } from "./crowdtangle.js";
import { writeDatabaseDump } from "./database-dump.js";
import { writeObservations } from "./observations.js";
import { writePages } from "./pages.js";
import { olderTargets, type Tweet, tweetsOf } from "./tweets.js";

/** Forms in which raw data can be written, by platform. */
export const rawForms = { twitter: ["v1.1", "v2", "postgres"], facebook: ["crowdtangle", "crowdtangle-csv"] } as const;

export type TwitterForm = (typeof rawForms.twitter)[number];
export type FacebookForm = (typeof rawForms.facebook)[number];

/**
 * Writes a corpus as the raw data that it could have been imported from, with the study file that imports it: tweets and posts in the
 * forms named, labels, statuses and histories as tables. `import RAW --study RAW/study.json --keep-handles` gives the same tables back.
 *
 * Exports of CrowdTangle have no languages, so those of posts on Facebook do not come back from them.
 */
export async function writeRaw(
  folder: string,
  corpus: Corpus,
  study: Study,
  { twitter = "v1.1", facebook = "crowdtangle" }: { twitter?: TwitterForm; facebook?: FacebookForm } = {},
): Promise<void> {
  await writeObservations(join(folder, "observations"), corpus);
  if (twitter === "v1.1") await writeClassicStream(join(folder, "stream"), tweetsOf(corpus));
  else if (twitter === "v2") await writePages(join(folder, "pages"), tweetsOf(corpus));
  else await writeDatabaseDump(join(folder, "database"), everyTweet(corpus));
  if (facebook === "crowdtangle") await writeCrowdTangleAnswers(join(folder, "crowdtangle"), corpus);
  else await writeCrowdTangleExport(join(folder, "crowdtangle"), corpus);
  const { sources: _, ...info } = corpus.info;
  const description: CorpusDescription = info;
  const text = studyFileText({ study, corpus: description, principals: await principalsOf(corpus) });
  await writeFile(join(folder, studyFileName), text);
}

/** The database also has the older tweets that came along with those that act on them. */
async function* everyTweet(corpus: Corpus): AsyncGenerator<Tweet> {
  yield* tweetsOf(corpus);
  yield* olderTargets(corpus);
}

async function principalsOf(corpus: Corpus): Promise<StudyPrincipal[]> {
  return corpus.rows<StudyPrincipal>(
    `select a.platform, p.account_id as id, a.handle, p."group", p.category, p.name, p.country, p.language,
            case when a.platform = 'facebook' then a.created_at end as createdAt
     from principals p join accounts a using (account_id) order by a.platform desc, p.account_id`,
  );
}
