/** Something in an output that could lead to a person. */
export interface Trace {
  kind: "handle" | "id" | "e-mail address" | "link" | "known account";
  value: string;
  /** Where in the text it begins. */
  at: number;
}

/** What is allowed to be there: handles and ids of principals, in lower case. */
export type Allowed = ReadonlySet<string>;

/** Hosts that hold standards, code, licences and citations, and no profiles. */
const harmlessHosts = [
  "www.w3.org",
  "github.com",
  "raw.githubusercontent.com",
  "doi.org",
  "creativecommons.org",
  "openfontlicense.org",
  "demtech.oii.ox.ac.uk",
  "specs.frictionlessdata.io",
];
const links = /\bhttps?:\/\/([^\s/"'<>\\)]{1,255})([^\s"'<>\\)]{0,2000})/g;
const bareProfiles = /(?<![\w.])(?:www\.)?((?:twitter|facebook|instagram|weibo)\.com|t\.co|fb\.me)(\/[\w.@-]{1,100})/gi;
/** Fifteen digits or more are an id of this century; a fraction, a hash or a part of a word is none. */
const longNumbers = /(?<![\w.#-])\d{15,20}(?![\w.]\w|\w)/g;
const namedIds = /\b(?:user|account|author|tweet|post|status|amplification)_?id\W{1,6}(\d{4,20})\b/gi;
const mailLocal = /[\p{L}\p{N}._%+-]{1,64}$/u;
const mailHost = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63})+/u;
/** A package in quotation marks, as provenance lists them: `"@types/node"`. */
const packageName = /^[a-z0-9-]+\/[a-z0-9.-]+["'@]/;
/** No handle goes on with a hyphen, as rules of style sheets do: `@font-face`. */
const handle = /^[A-Za-z0-9_]{2,50}(?![\w-])/;
/** The word itself where columns are explained, rules of style sheets, and labels that stand for somebody. */
const harmlessHandle = /^(?:handle|media|import|keyframes|h_[0-9a-f]{24})$/;

/**
 * Handles, ids, e-mail addresses and links in a text, except those that are allowed.
 *
 * @example
 * findTraces("thanks @someone", new Set()); // [{ kind: "handle", value: "someone", at: 7 }]
 */
export function findTraces(text: string, allowed: Allowed): Trace[] {
  const found = [...atSigns(text, allowed), ...linksIn(text, allowed), ...idsIn(text, allowed)];
  return found.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
}

function* atSigns(text: string, allowed: Allowed): Generator<Trace> {
  for (const { index: at } of text.matchAll(/[@\uFF20]/g)) {
    const before = mailLocal.exec(text.slice(Math.max(0, at - 64), at))?.[0] ?? "";
    const after = text.slice(at + 1, at + 256);
    const host = mailHost.exec(after)?.[0];
    if (before !== "" && host !== undefined) {
      yield { kind: "e-mail address", value: `${before}@${host}`, at: at - before.length };
    } else if (before === "" && !(/["']/.test(text.charAt(at - 1)) && packageName.test(after))) {
      const named = handle.exec(after)?.[0];
      if (named !== undefined && !harmlessHandle.test(named) && !allowed.has(named.toLowerCase()))
        yield { kind: "handle", value: named, at };
    }
  }
}

function* linksIn(text: string, allowed: Allowed): Generator<Trace> {
  for (const { 0: value, 1: host = "", 2: path = "", index: at } of text.matchAll(links)) {
    if (!harmlessHosts.includes(host.toLowerCase()) && !isAllowedProfile(path, allowed))
      yield { kind: "link", value, at };
  }
  for (const { 0: value, 2: path = "", index: at } of text.matchAll(bareProfiles)) {
    if (text.slice(at - 3, at) !== "://" && !isAllowedProfile(path, allowed)) yield { kind: "link", value, at };
  }
}

function isAllowedProfile(path: string, allowed: Allowed): boolean {
  return allowed.has(path.replace(/^\/@?/, "").replace(/\/$/, "").toLowerCase());
}

function* idsIn(text: string, allowed: Allowed): Generator<Trace> {
  const seen = new Set<number>();
  for (const { 0: value, index: at } of text.matchAll(longNumbers)) {
    seen.add(at);
    if (!allowed.has(value)) yield { kind: "id", value, at };
  }
  for (const { 0: all, 1: value = "", index } of text.matchAll(namedIds)) {
    const at = index + all.length - value.length;
    if (!seen.has(at) && !allowed.has(value)) yield { kind: "id", value, at };
  }
}

/**
 * Accounts of a corpus that occur in a text by their handle or id, written with or without @.
 *
 * @param known handles and ids in lower case
 */
export function* findKnown(text: string, known: ReadonlySet<string>): Generator<Trace> {
  if (known.size === 0) return;
  for (const { 0: value, index: at } of text.matchAll(/[A-Za-z0-9_.]{4,64}/g)) {
    if (known.has(value.toLowerCase())) yield { kind: "known account", value, at };
  }
}
