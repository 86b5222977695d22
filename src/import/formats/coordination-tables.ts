import { idText, looseTime, optionalHandle, optionalId, optionalText } from "../raw/cells.js";
import type { Author, PostSighting, Target } from "../raw/sightings.js";
import { type CsvFormat, hasColumns } from "./format.js";

const nothingKnown = { language: null, whole: true, seenAt: null, likes: null, replies: null, shares: null };

/**
 * The table of CooRTweet, `object_id,account_id,content_id,timestamp_share`: who shared what. Objects are taken as retweeted posts; whose
 * they are must come from another file.
 */
export const cooRTweet: CsvFormat = {
  name: "coortweet",
  title: "the table of CooRTweet",
  shape: "csv",
  platform: () => "twitter",
  recognises: (header) => hasColumns(header, ["object_id", "account_id", "content_id", "timestamp_share"]),
  reader: () => (row, sightings) => {
    sightings.post(
      {
        ...nothingKnown,
        id: idText(row.content_id, "content_id"),
        author: unknown(idText(row.account_id, "account_id")),
        createdAt: looseTime(row.timestamp_share, "timestamp_share"),
        retweet: { id: idText(row.object_id, "object_id"), account: null, at: null },
        text: null,
      },
      true,
    );
  },
};

/** The table of QUT's toolkit for coordination networks, `message_id,user_id,username,repost_id,reply_id,message,timestamp,urls`. */
export const qutToolkit: CsvFormat = {
  name: "qut",
  title: "the table of QUT's coordination network toolkit",
  shape: "csv",
  platform: () => "twitter",
  recognises: (header) => hasColumns(header, ["message_id", "user_id", "repost_id", "reply_id", "timestamp"]),
  reader: () => (row, sightings) => {
    const author: Author = { ...unknown(idText(row.user_id, "user_id")), handle: optionalHandle(row.username) };
    const post: PostSighting = {
      ...nothingKnown,
      id: idText(row.message_id, "message_id"),
      author,
      createdAt: looseTime(row.timestamp, "timestamp"),
      retweet: target(row.repost_id),
      reply: target(row.reply_id),
      text: optionalText(row.message),
    };
    sightings.post(post, true);
  },
};

function target(id: string | undefined): Target | undefined {
  const post = optionalId(id, "id of the post acted on");
  return post === null ? undefined : { id: post, account: null, at: null };
}

function unknown(account: string): Author {
  return { account, handle: null, createdAt: null, followers: null, verified: null };
}
