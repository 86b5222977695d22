import { type Field, optional, required, type ValueOf } from "./field.js";

/** A table: its columns in order, what identifies a row, and which columns point into other tables. */
export interface Table {
  description: string;
  fields: Record<string, Field>;
  primaryKey: readonly string[];
  /** Column to the table whose primary key it must hold. */
  references: Record<string, string>;
  /** Whether a corpus may come without it. */
  optional: boolean;
}

const platforms = ["twitter", "facebook"] as const;
const firstPlatformDay = "2004-02-04";
const accountId = "Account id as the platform gives it, as text; `@handle` in lower case where the source gives no id";

/**
 * The tables of a corpus, declared once. The row types, the Parquet files, `datapackage.json` and the data dictionary all
 * follow from this declaration.
 */
export const tables = {
  accounts: {
    description: "Every account seen: principals and amplifiers. One row an account.",
    primaryKey: ["account_id"],
    references: {},
    optional: false,
    fields: {
      account_id: required("id", accountId),
      platform: required("text", "Platform the account is on", { enum: platforms }),
      handle: optional(
        "text",
        "Handle as the platform shows it, of principals and other office-holders; the pseudonym of anyone else",
      ),
      created_at: optional("instant", "When the account was created; empty where no profile was seen", {
        minimum: `${firstPlatformDay}T00:00:00Z`,
      }),
      followers: optional("integer", "Followers when observed", { minimum: 0 }),
      verified: optional("boolean", "Whether the profile carried the verification badge when observed"),
      observed_on: optional("day", "Day on which the profile was seen", { minimum: firstPlatformDay }),
    },
  },
  principals: {
    description: "The audited accounts: diplomats and state media. One row an account.",
    primaryKey: ["account_id"],
    references: { account_id: "accounts" },
    optional: false,
    fields: {
      account_id: required("id", accountId),
      group: required("text", "Which of the two audited groups the account belongs to", {
        enum: ["diplomat", "state_media"],
      }),
      category: optional("text", "Role of the account's holder", {
        enum: [
          "ambassador",
          "embassy",
          "consulate",
          "staff",
          "foreign_ministry",
          "media",
          "media_personality",
          "other",
        ],
      }),
      name: optional("text", "Name of the office or outlet"),
      country: optional("text", "Country the account is posted to, ISO 3166-1 alpha-2; empty for multilateral posts", {
        pattern: "[A-Z]{2}",
      }),
      language: optional("text", "Main language of a state medium, ISO 639-1", { pattern: "[a-z]{2}" }),
      posted_in_window: optional(
        "boolean",
        "Whether the account posted at least once in the study's posting window; empty where the source does not say",
      ),
    },
  },
  posts: {
    description: "What the principals posted. One row a post, counts as last seen.",
    primaryKey: ["post_id"],
    references: { account_id: "principals" },
    optional: false,
    fields: {
      post_id: required("id", "Post id as the platform gives it, as text"),
      account_id: required("id", "The principal who posted"),
      created_at: required("instant", "When it was posted", { minimum: `${firstPlatformDay}T00:00:00Z` }),
      kind: required("text", "Reply takes precedence over quote, quote over retweet", {
        enum: ["text", "retweet", "quote", "reply"],
      }),
      target_post_id: optional("id", "The post that was retweeted, quoted or replied to"),
      target_account_id: optional("id", "The author of that post"),
      likes: optional("integer", "Likes, or all reactions summed on Facebook; empty for retweets", { minimum: 0 }),
      replies: optional("integer", "Replies or comments; empty for retweets", { minimum: 0 }),
      shares: optional("integer", "Retweets and quotes, or shares on Facebook; empty for retweets", { minimum: 0 }),
      language: optional("text", "Language of the text as the platform detected it, ISO 639-1", {
        pattern: "[a-z]{2,3}",
      }),
      text: optional("text", "Text of the post where a method reads it"),
    },
  },
  amplifications: {
    description: "Retweets, quotes of and replies to the principals. One row an event.",
    primaryKey: ["amplification_id"],
    references: { account_id: "accounts", principal_id: "principals" },
    optional: false,
    fields: {
      amplification_id: required("id", "Id of the retweet, quote or reply itself"),
      kind: required("text", "Reply takes precedence over quote, quote over retweet", {
        enum: ["retweet", "quote", "reply"],
      }),
      account_id: required("id", "The amplifier"),
      principal_id: required("id", "The principal whose post was amplified"),
      target_post_id: optional("id", "The amplified post; it may be older than the study's windows"),
      created_at: required("instant", "When the amplifier acted", { minimum: `${firstPlatformDay}T00:00:00Z` }),
      target_created_at: optional("instant", "When the amplified post was posted", {
        minimum: `${firstPlatformDay}T00:00:00Z`,
      }),
      text: optional("text", "Text of a quote or reply where a method reads it"),
    },
  },
  labels: {
    description: "State-affiliation labels as observed. One row an account and scrape round, labelled or not.",
    primaryKey: ["account_id", "round"],
    references: { account_id: "accounts" },
    optional: false,
    fields: {
      account_id: required("id", accountId),
      round: required("day", "Day of the scrape round, as in the name of the label file", {
        minimum: firstPlatformDay,
      }),
      label: optional(
        "text",
        "The label in the platform's own words, in whatever language; empty where none was shown",
      ),
      verified: optional("boolean", "Whether the profile carried the verification badge in that round"),
    },
  },
  statuses: {
    description: "Whether an account could still be found. One row an account and query day.",
    primaryKey: ["account_id", "observed_on"],
    references: { account_id: "accounts" },
    optional: false,
    fields: {
      account_id: required("id", accountId),
      observed_on: required("day", "Day on which the platform was asked", { minimum: firstPlatformDay }),
      status: required("text", "Active when found, suspended on code 63, deleted on code 50", {
        enum: ["active", "suspended", "deleted"],
      }),
    },
  },
  activity: {
    description:
      "Own posts of any kind by week, where full histories are known. One row an account and week with posts.",
    primaryKey: ["account_id", "week"],
    references: { account_id: "accounts" },
    optional: true,
    fields: {
      account_id: required("id", accountId),
      week: required("day", "First day of the week, the study's week start", { minimum: firstPlatformDay }),
      posts: required("integer", "Own posts of any kind in that week", { minimum: 1 }),
    },
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;

export const tableNames = Object.keys(tables) as TableName[];

type Fields<Name extends TableName> = (typeof tables)[Name]["fields"];

/** A row of a table, with the type of every column. */
export type Row<Name extends TableName> = {
  -readonly [Column in keyof Fields<Name>]: Fields<Name>[Column] extends Field ? ValueOf<Fields<Name>[Column]> : never;
};

export type Platform = Row<"accounts">["platform"];
export type PrincipalGroup = Row<"principals">["group"];

/** File of a table in a corpus folder. */
export function tableFile(name: TableName): string {
  return `${name}.parquet`;
}

/** The table of that name, seen without its literal types, for code that treats all tables alike. */
export function tableOf(name: TableName): Table {
  return tables[name];
}
