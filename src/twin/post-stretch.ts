import type { PostCounts } from "./post-totals.js";
import type { RandomStream } from "./random.js";
import { type Curve, momentOn } from "./rhythm.js";

/** Posts of one stretch in order of time. */
export interface StretchPosts {
  time: Float64Array;
  /** Index into `postKinds`. */
  kind: Uint8Array;
  /** Position in this stretch of the post that this one continues; -1 for all others. */
  threadOf: Int32Array;
}

const text = 0;
const retweet = 1;
const quote = 2;
const reply = 3;

const second = 1000;
const longestThread = 12;
/** A thread is written in one go: each post follows the one before it within these seconds. */
const shortestGap = 15;
const longestGap = 150;
const roomForThread = longestThread * longestGap * second;

/** Posts of a stretch: moments along the curve, kinds in random order, threads hung on some of the texts. */
export function stretchPosts(curve: Curve, counts: PostCounts, random: RandomStream): StretchPosts {
  const { thread, ...others } = counts;
  const independent = others.text + others.retweet + others.quote + others.reply;
  const posts: StretchPosts = {
    time: new Float64Array(independent + thread),
    kind: shuffledKinds(others, independent + thread, random),
    threadOf: new Int32Array(independent + thread).fill(-1),
  };
  for (let at = 0; at < independent; at += 1) posts.time[at] = momentOn(curve, random.fraction());
  const hung = thread > 0 ? hangThreads(posts, independent, thread, curve.to, random) : 0;
  for (let at = independent + hung; at < posts.time.length; at += 1) {
    posts.kind[at] = text; // no text early enough to hang a thread on
    posts.time[at] = momentOn(curve, random.fraction());
  }
  return inOrderOfTime(posts, curve.from);
}

function shuffledKinds(counts: Omit<PostCounts, "thread">, length: number, random: RandomStream): Uint8Array {
  const kinds = new Uint8Array(length).fill(reply);
  const { text: texts, retweet: retweets, quote: quotes } = counts;
  kinds.fill(text, 0, texts).fill(retweet, texts, texts + retweets);
  kinds.fill(quote, texts + retweets, texts + retweets + quotes);
  for (let at = texts + retweets + quotes + counts.reply - 1; at > 0; at -= 1) {
    const other = Math.floor(random.fraction() * (at + 1));
    const kind = kinds[at] as number;
    kinds[at] = kinds[other] as number;
    kinds[other] = kind;
  }
  return kinds;
}

/** Fills the rows from `first` on with posts that continue texts; returns how many it could place. */
function hangThreads(posts: StretchPosts, first: number, wanted: number, end: number, random: RandomStream): number {
  let placed = 0;
  for (let head = 0; head < first && placed < wanted; head += 1) {
    if (posts.kind[head] !== text || (posts.time[head] as number) > end - roomForThread) continue;
    const length = Math.min(wanted - placed, threadLength(random));
    for (let follower = 0; follower < length; follower += 1) {
      const row = first + placed;
      const before = follower === 0 ? head : row - 1;
      posts.threadOf[row] = before;
      posts.time[row] = (posts.time[before] as number) + random.integer(shortestGap, longestGap) * second;
      placed += 1;
    }
  }
  return placed;
}

/** Half of the threads are one post longer than a single one; few have many. */
function threadLength(random: RandomStream): number {
  let length = 1;
  while (length < longestThread && random.fraction() < 0.5) length += 1;
  return length;
}

function inOrderOfTime({ time, kind, threadOf }: StretchPosts, from: number): StretchPosts {
  const count = time.length;
  // Seconds and rows packed into one exact number, so that the native sort does the work.
  const keys = time.map((moment, row) => Math.floor((moment - from) / second + 1) * count + row).sort();
  const order = Uint32Array.from(keys, (key) => key % count);
  const place = new Int32Array(count);
  order.forEach((row, at) => {
    place[row] = at;
  });
  return {
    time: Float64Array.from(order, (row) => time[row] as number),
    kind: Uint8Array.from(order, (row) => kind[row] as number),
    threadOf: Int32Array.from(order, (row) => {
      const before = threadOf[row] as number;
      return before < 0 ? -1 : (place[before] as number);
    }),
  };
}
