import { join } from "node:path";
import type { Corpus } from "../../corpus/corpus.js";
import { clock, csvLine, LineFile } from "./line-file.js";

interface FacebookPost {
  id: string;
  page: string;
  handle: string | null;
  pageCreated: string;
  followers: number;
  verified: boolean | null;
  created: string;
  text: string | null;
  language: string | null;
  likes: number;
  replies: number;
  shares: number;
}

/** How many posts the API gives in one answer. */
const postsInAnAnswer = 10_000;
const seenAt = "2021-05-31 00:00:00";

const posts = `
  select p.post_id as id, p.account_id as page, a.handle, a.created_at as pageCreated, a.followers, a.verified,
         p.created_at as created, p.text, p.language, p.likes, p.replies, p.shares
  from posts p join accounts a using (account_id) where a.platform = 'facebook' order by p.post_id`;

/** Writes posts on Facebook as answers of the CrowdTangle API. */
export async function writeCrowdTangleAnswers(folder: string, corpus: Corpus): Promise<void> {
  let answer: FacebookPost[] = [];
  let number = 0;
  const write = () => {
    number += 1;
    const file = new LineFile(join(folder, `posts-${String(number).padStart(4, "0")}.json`));
    file.add('{"status":200,"result":{"posts":[');
    answer.forEach((post, at) => {
      file.add(`${JSON.stringify(apiPost(post))}${at < answer.length - 1 ? "," : ""}`);
    });
    file.add('],"pagination":{}}}');
    file.close();
    answer = [];
  };
  for await (const rows of corpus.stream<FacebookPost>(posts)) {
    for (const row of rows) {
      answer.push(row);
      if (answer.length === postsInAnAnswer) write();
    }
  }
  if (answer.length > 0) write();
}

function apiPost(post: FacebookPost): Record<string, unknown> {
  const loves = Math.floor(post.likes / 20);
  return {
    ...{ platformId: post.id, platform: "Facebook", date: clock(post.created), updated: seenAt, type: "status" },
    ...{ message: post.text ?? "", languageCode: post.language, subscriberCount: post.followers },
    statistics: {
      actual: {
        ...{ likeCount: post.likes - loves, loveCount: loves, wowCount: 0, hahaCount: 0, sadCount: 0, angryCount: 0 },
        ...{ thankfulCount: 0, careCount: 0, shareCount: post.shares, commentCount: post.replies },
      },
    },
    account: {
      ...{ platformId: post.page, handle: post.handle, subscriberCount: post.followers, platform: "Facebook" },
      verified: post.verified,
    },
  };
}

const columns =
  "Page Name,User Name,Facebook Id,Page Category,Page Admin Top Country,Page Created,Likes at Posting,Followers at Posting,Post Created,Post Created Date,Post Created Time,Type,Total Interactions,Likes,Comments,Shares,Love,Wow,Haha,Sad,Angry,Care,URL,Message,Link";

/** Writes posts on Facebook as CrowdTangle exported them. The export has no languages and no badges. */
export async function writeCrowdTangleExport(folder: string, corpus: Corpus): Promise<void> {
  const file = new LineFile(join(folder, "export.csv"));
  file.add(columns);
  for await (const rows of corpus.stream<FacebookPost>(posts)) for (const row of rows) file.add(exportedPost(row));
  file.close();
}

function exportedPost(post: FacebookPost): string {
  const loves = Math.floor(post.likes / 20);
  const created = clock(post.created);
  return csvLine([
    ...[post.handle, post.handle, post.page, "GOVERNMENT", "", `${clock(post.pageCreated)} UTC`],
    ...[thousands(post.followers), thousands(post.followers), `${created} UTC`, ...created.split(" "), "Status"],
    ...[post.likes + post.replies + post.shares, post.likes - loves, post.replies, post.shares, loves].map(thousands),
    ...[0, 0, 0, 0, 0, `https://www.facebook.com/${post.id.replace("_", "/posts/")}`, post.text, null],
  ]);
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
