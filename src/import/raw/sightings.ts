import type { Platform } from "../../corpus/schema.js";
import type { StagedRows } from "../../corpus/staged-rows.js";
import type { NormalName } from "./normal-form.js";
import type { PrincipalIndex } from "./principal-index.js";
import type { Names } from "./pseudonyms.js";
import { Refusal } from "./refusal.js";
import { snowflakeSecond } from "./snowflake-second.js";

/** A post acted on; null for what the source does not say. */
export interface Target {
  id: string | null;
  account: string | null;
  at: number | null;
}

/** Who wrote a post, as the source shows the profile beside it. */
export interface Author {
  /** Id, or @handle in lower case. */
  account: string;
  handle: string | null;
  createdAt: number | null;
  followers: number | null;
  verified: boolean | null;
}

export interface PostSighting {
  id: string;
  author: Author;
  createdAt: number;
  /** Undefined where the post is none; with nulls where it is one and the source does not say of what. */
  retweet?: Target | undefined;
  quote?: Target | undefined;
  reply?: Target | undefined;
  language: string | null;
  text: string | null;
  /** Whether the text is known not to be cut short. */
  whole: boolean;
  /** When the source saw it, and with which counts. */
  seenAt: number | null;
  likes: number | null;
  replies: number | null;
  shares: number | null;
}

/** Longer than any text the platforms take: 63,206 letters on Facebook. */
const longestText = 70_000;

/**
 * Takes what the readers see, in the names of the corpus: under pseudonyms, nothing of anybody but the principals gets past here.
 *
 * What is sure to concern no principal is refused at once, so that it need not wait on disk.
 */
export class Sightings {
  /** Place of the row that is being read. */
  line = 0;

  constructor(
    readonly platform: Platform,
    /** Number of what is read, among what is read into the same tables. */
    private readonly part: number,
    private readonly tables: Record<NormalName, StagedRows>,
    private readonly principals: PrincipalIndex,
    private readonly names: Names,
  ) {}

  /**
   * A post, with its author's profile and counts.
   *
   * @param own whether the row is about this post; false for one that only came with it
   * @throws Refusal if the row is about it and it is sure to concern no principal
   */
  post(post: PostSighting, own: boolean): void {
    const { platform } = this;
    const { account } = post.author;
    const byPrincipal = this.principals.mayHave(platform, account);
    const targets = [post.retweet, post.quote, post.reply].filter((one) => one !== undefined);
    const concerns = targets.some((target) => this.principals.mayHave(platform, target.account) && target.id !== null);
    if (!byPrincipal && !concerns) {
      if (own) throw unconcerned();
      return;
    }
    const isRetweet = post.retweet !== undefined;
    this.tables.posts.append(
      this.part,
      this.line,
      own,
      platform,
      this.postName(post.id, account),
      this.names.account(platform, account),
      post.createdAt,
      ...this.target(post.retweet),
      ...this.target(post.quote),
      ...this.target(post.reply),
      post.language,
      isRetweet ? null : this.text(post.text),
      post.whole,
    );
    this.profile(post.author, post.seenAt, false);
    if (byPrincipal && !isRetweet) this.counts(post, false);
  }

  counts({ id, seenAt, likes, replies, shares }: Counts, own: boolean): void {
    const name = this.names.post(this.platform, id);
    this.tables.counts.append(this.part, this.line, own, this.platform, name, seenAt, likes, replies, shares);
  }

  profile({ account, handle, createdAt, followers, verified }: Author, seenAt: number | null, own: boolean): void {
    const { platform } = this;
    const says = [handle, createdAt, followers, verified].some((one) => one !== null);
    if (!own && !says) return;
    const shown = handle === null ? null : this.names.handle(platform, handle);
    const name = this.names.account(platform, account);
    this.tables.profiles.append(
      this.part,
      this.line,
      own,
      platform,
      name,
      shown,
      createdAt,
      followers,
      verified,
      seenAt,
    );
  }

  label(account: string, round: string, label: string | null, verified: boolean | null): void {
    const name = this.names.account(this.platform, account);
    this.tables.labels.append(this.part, this.line, true, this.platform, name, round, label, verified);
  }

  status(account: string, observedOn: string, status: "active" | "suspended" | "deleted"): void {
    const name = this.names.account(this.platform, account);
    this.tables.statuses.append(this.part, this.line, true, this.platform, name, observedOn, status);
  }

  history(account: string, post: string, createdAt: number): void {
    const name = this.names.account(this.platform, account);
    this.tables.histories.append(
      this.part,
      this.line,
      true,
      this.platform,
      name,
      this.names.post(this.platform, post),
      createdAt,
    );
  }

  reject(reason: string, remedy: string): void {
    this.tables.rejects.append(this.part, this.line, reason, remedy);
  }

  private target(target: Target | undefined): [boolean, string | null, string | null, number | null] {
    if (target === undefined) return [false, null, null, null];
    const { id, account } = target;
    const at = target.at ?? (id === null || this.platform !== "twitter" ? null : snowflakeSecond(id));
    const name = id === null ? null : this.postName(id, account);
    return [true, name, account === null ? null : this.names.account(this.platform, account), at];
  }

  private postName(id: string, account: string | null): string {
    const name = this.names.post(this.platform, id);
    if (this.names.replaces && account !== null && this.principals.has(this.platform, account)) {
      this.tables.known_posts.append(name, id);
    }
    return name;
  }

  private text(text: string | null): string | null {
    if (text === null || text === "") return null;
    if (text.length > longestText)
      throw new Refusal("text is longer than any the platform takes", "restore the record");
    return this.names.text(this.platform, text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text);
  }
}

/** Counts of a post as seen at some time. */
export interface Counts {
  id: string;
  seenAt: number | null;
  likes: number | null;
  replies: number | null;
  shares: number | null;
}

/** For a row in order that the study has no use for. */
export function unconcerned(): Refusal {
  return new Refusal("concerns no principal of the study", "nothing, unless the study should list the account", true);
}
