import type { Field } from "../../corpus/field.js";
import { optional, required } from "../../corpus/field.js";
import type { Table } from "../../corpus/schema.js";

/**
 * The one form into which every raw format is read, before anything is put together: sightings. The same post or account may be
 * sighted any number of times, in any order; the merger makes one row of them.
 */
export const normalTables = {
  /** Posts of anybody, as sighted. */
  posts: table({
    ...place(),
    post_id: required("id", "Post id"),
    account_id: required("id", "Author: id, or @handle in lower case where the source has no id"),
    created_at: required("instant", "When it was posted"),
    ...target("retweet"),
    ...target("quote"),
    ...target("reply"),
    language: optional("text", "Language of the text, ISO 639"),
    text: optional("text", "Text"),
    whole: required("boolean", "Whether the text is known not to be cut short"),
  }),
  /** Likes, replies and shares of posts, as sighted. */
  counts: table({
    ...place(),
    post_id: required("id", "Post id"),
    seen_at: optional("instant", "When they were seen"),
    likes: optional("integer", "Likes"),
    replies: optional("integer", "Replies"),
    shares: optional("integer", "Shares"),
  }),
  /** Profiles, as sighted beside posts or looked up. */
  profiles: table({
    ...place(),
    account_id: required("id", "Account"),
    handle: optional("text", "Handle"),
    created_at: optional("instant", "When the account was created"),
    followers: optional("integer", "Followers"),
    verified: optional("boolean", "Badge"),
    seen_at: optional("instant", "When it was seen"),
  }),
  labels: table({
    ...place(),
    account_id: required("id", "Account"),
    round: required("day", "Day of the round"),
    label: optional("text", "Label"),
    verified: optional("boolean", "Badge"),
  }),
  statuses: table({
    ...place(),
    account_id: required("id", "Account"),
    observed_on: required("day", "Day"),
    status: required("text", "Status"),
  }),
  /** Posts of full histories, of which only the number in a week is wanted. */
  histories: table({
    ...place(),
    account_id: required("id", "Account"),
    post_id: required("id", "Post id"),
    created_at: required("instant", "When it was posted"),
  }),
  /** Ids of principals' posts behind the labels that stand for them where ids are replaced. */
  known_posts: table({
    post_id: required("id", "Label"),
    clear_id: required("id", "Id"),
  }),
  rejects: table({
    part: required("integer", "Number of the file, or part of one, among those read in one go"),
    line: required("integer", "Place in the file: line, or byte offset"),
    reason: required("text", "Why the row was refused"),
    remedy: required("text", "What to do about it"),
  }),
} as const satisfies Record<string, Table>;

export type NormalName = keyof typeof normalTables;

export const normalNames = Object.keys(normalTables) as NormalName[];

function table<F extends Record<string, Field>>(fields: F) {
  return { description: "", fields, primaryKey: [] as string[], references: {}, optional: false };
}

function place() {
  return {
    part: required("integer", "Number of the file, or part of one, among those read in one go"),
    line: required("integer", "Place in the file: line, or byte offset"),
    own: required("boolean", "Whether the row of the file is about this; false for what only came with it"),
    platform: required("text", "Platform"),
  };
}

/** A post acted on, and whether there is one at all, which may be all that is known. */
function target<Verb extends "retweet" | "quote" | "reply">(verb: Verb) {
  return {
    [`is_${verb}`]: required("boolean", `Whether the post is a ${verb}`),
    [`${verb}_id`]: optional("id", "Id of the post acted on"),
    [`${verb}_account`]: optional("id", "Its author"),
    [`${verb}_at`]: optional("instant", "When it was posted"),
  } as Record<`is_${Verb}` | `${Verb}_id` | `${Verb}_account` | `${Verb}_at`, Field>;
}
