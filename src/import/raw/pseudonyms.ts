import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { UserError } from "../../errors.js";
import { explainingReads } from "../../files/file-error.js";
import type { PrincipalIndex } from "./principal-index.js";

/** What stands for accounts, posts and handles in a corpus: themselves, or labels. */
export interface Names {
  /** Whether anything is replaced at all. */
  readonly replaces: boolean;
  account(platform: string, account: string): string;
  post(platform: string, post: string): string;
  handle(platform: string, handle: string): string;
  text(platform: string, text: string): string;
}

/** Everything under its own name. */
export const clearNames: Names = {
  replaces: false,
  account: (_platform, account) => account,
  post: (_platform, post) => post,
  handle: (_platform, handle) => handle,
  text: (_platform, text) => text,
};

const shortestKey = 16;
const remembered = 100_000;

/**
 * Reads the key of the pseudonyms: the bytes of a file, white space around them left out.
 *
 * @throws UserError for a key of fewer than 16 bytes, which could be guessed
 */
export async function readKey(path: string): Promise<Buffer> {
  const key = Buffer.from((await explainingReads(path, () => readFile(path, "latin1"))).trim(), "latin1");
  if (key.length < shortestKey) {
    const remedy = "write 32 random bytes, for example with `openssl rand -hex 32`";
    throw new UserError(`key is too short: ${path} (${key.length} bytes); ${remedy}`);
  }
  return key;
}

/**
 * Labels by keyed HMAC (RFC 2104, SHA-256, the first 96 bits): without the key nobody can tell whose they are, not even by trying every
 * handle or id, which undoes a plain or publicly salted hash. The same key gives the same labels, so imports made with it can be joined.
 *
 * Principals keep their ids and handles. Posts get labels whoever wrote them, because a reader does not always know; the merger puts
 * the ids of principals' posts back.
 */
export class Pseudonyms implements Names {
  readonly replaces = true;
  private readonly labels = new Map<string, string>();

  constructor(
    private readonly key: Buffer,
    private readonly principals: PrincipalIndex,
  ) {}

  account(platform: string, account: string): string {
    const principal = this.principals.idOf(platform, account);
    if (principal !== undefined) return principal;
    return account.startsWith("@") ? `@${this.handle(platform, account.slice(1))}` : this.label("a", platform, account);
  }

  post(platform: string, post: string): string {
    return this.label("t", platform, post);
  }

  handle(platform: string, handle: string): string {
    const key = handle.toLowerCase();
    return this.principals.has(platform, `@${key}`) ? handle : this.label("h", platform, key);
  }

  /**
   * The text with labels for what points to somebody: mentions, addresses of pages and of mail, long numbers. Mentions of principals and
   * addresses of their profiles stay. Names written out cannot be told from other words and stay too.
   */
  text(platform: string, text: string): string {
    return text
      .replace(links, (link) => this.link(link))
      .replace(mails, (mail) => this.label("m", platform, mail.toLowerCase()))
      .replace(mentions, (_all, handle: string) => `@${this.handle(platform, handle)}`)
      .replace(numbers, (digits) => this.label("n", platform, digits));
  }

  private link(link: string): string {
    const [, host = "", handle = ""] = profile.exec(link) ?? [];
    const platform = /facebook/i.test(host) ? "facebook" : "twitter";
    const isPrincipals = handle !== "" && this.principals.has(platform, `@${handle.toLowerCase()}`);
    return isPrincipals ? `${host.toLowerCase()}/${handle}` : this.label("u", "", link);
  }

  private label(kind: string, platform: string, value: string): string {
    const named = `${kind} ${platform} ${value}`;
    const known = this.labels.get(named);
    if (known !== undefined) return known;
    const label = `${kind}_${createHmac("sha256", this.key).update(named).digest("hex").slice(0, 24)}`;
    if (this.labels.size >= remembered) this.labels.clear();
    this.labels.set(named, label);
    return label;
  }
}

const links =
  /\b(?:https?:\/\/|www\.)[^\s<>"]+|\b(?:t\.co|bit\.ly|(?:[a-z]{1,20}\.)?(?:twitter|x|facebook|fb)\.com|fb\.me)\/[^\s<>"]+/giu;
const mails = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
/** Both the ordinary sign and the wide one of Chinese and Japanese keyboards. */
const mentions = /[@\uFF20]([A-Za-z0-9_]{1,50})/g;
const numbers = /(?<![\w.])\d{7,20}(?![\w.]\w)/g;
const profile = /^(?:https?:\/\/)?(?:www\.|mobile\.|m\.)?((?:twitter|x|facebook)\.com)\/@?([A-Za-z0-9_.]+)\/?$/i;
