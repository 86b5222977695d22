import { createHmac, randomUUID } from "node:crypto";

/**
 * Messages of the Jupyter protocol on the wire: routing frames, a delimiter, the signature, then header, parent header, metadata and
 * content as JSON (https://jupyter-client.readthedocs.io/en/stable/messaging.html).
 */
const delimiter = "<IDS|MSG>";

/** Content of a message; its fields depend on the type. */
export type Content = Record<string, unknown>;

/** A message as it was received. */
export interface Message {
  /** `execute_reply`, `status`, `stream`, `display_data` and so on. */
  type: string;
  /** Id of the request that the message answers; undefined for one that answers none. */
  request: string | undefined;
  content: Content;
  /** The whole header, which an answer repeats. */
  header: Content;
  /** Where an answer goes to. */
  identities: Buffer[];
}

/** Which request is sent. */
export interface RequestHeader {
  id: string;
  type: string;
  session: string;
}

/** The frames of a request, signed. */
export function requestFrames(key: string, { id, type, session }: RequestHeader, content: Content): string[] {
  const header = {
    msg_id: id,
    msg_type: type,
    session,
    username: "runner",
    date: new Date().toISOString(),
    version: "5.3",
  };
  return signedFrames(key, [header, {}, {}, content]);
}

/** The frames of an answer to a message with the given header, signed; the identities of the message go before them. */
export function replyFrames(key: string, type: string, request: Content, content: Content): string[] {
  const header = { ...request, msg_id: randomUUID(), msg_type: type, date: new Date().toISOString() };
  return signedFrames(key, [header, request, {}, content]);
}

/** The frames of a message from its header, parent header, metadata and content, signed. */
export function signedFrames(key: string, messageParts: readonly object[]): string[] {
  const parts = messageParts.map((part) => JSON.stringify(part));
  return [delimiter, signature(key, parts), ...parts];
}

/**
 * A message read from its frames.
 *
 * @throws Error when the frames are no message, or are not signed with the key
 */
export function messageFrom(key: string, frames: readonly Buffer[]): Message {
  const [header, parent, , content] = partsFrom(key, frames);
  return {
    type: String(header.msg_type),
    request: typeof parent.msg_id === "string" ? parent.msg_id : undefined,
    content,
    header,
    identities: frames.slice(0, delimiterAt(frames)),
  };
}

/**
 * Header, parent header, metadata and content of a message.
 *
 * @throws Error when the frames are no message, or are not signed with the key
 */
export function partsFrom(key: string, frames: readonly Buffer[]): [Content, Content, Content, Content] {
  const start = delimiterAt(frames);
  const [signed, ...parts] = frames.slice(start + 1);
  if (start === -1 || signed === undefined || parts.length < 4) throw new Error("message is not whole");
  if (signed.toString("latin1") !== signature(key, parts)) {
    throw new Error("message has a wrong signature");
  }
  const [header = {}, parent = {}, metadata = {}, content = {}] = parts.map(
    (part): Content => JSON.parse(part.toString("utf8")),
  );
  return [header, parent, metadata, content];
}

function delimiterAt(frames: readonly Buffer[]): number {
  return frames.findIndex((frame) => frame.toString("latin1") === delimiter);
}

function signature(key: string, parts: readonly (string | Buffer)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}
