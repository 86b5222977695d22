import { NumberColumn } from "./columns.js";

/** Kinds of amplification, as numbers in the columns. */
export const eventKinds = ["retweet", "quote", "reply"] as const;

export const retweet = 0;
export const quote = 1;
export const reply = 2;

/** Amplification events, column by column. Times in milliseconds since 1970, on whole seconds. */
export class Events {
  readonly amplifier = new NumberColumn();
  readonly principal = new NumberColumn();
  /** Number of the post acted on; -1 for a post older than the posting window. */
  readonly post = new NumberColumn();
  readonly kind = new NumberColumn();
  readonly time = new NumberColumn();
  /** When the post acted on was posted. */
  readonly targetTime = new NumberColumn();
  /** Texts of quotes and replies, where a method reads them. */
  readonly texts = new Map<number, string>();

  get count(): number {
    return this.time.length;
  }

  add(
    amplifier: number,
    principal: number,
    post: number,
    kind: number,
    time: number,
    targetTime: number,
    text?: string,
  ): void {
    if (text !== undefined) this.texts.set(this.count, text);
    this.amplifier.push(amplifier);
    this.principal.push(principal);
    this.post.push(post);
    this.kind.push(kind);
    this.time.push(time);
    this.targetTime.push(targetTime);
  }
}
