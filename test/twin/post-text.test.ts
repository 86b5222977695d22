import { describe, expect, it } from "vitest";
import { oii2021 } from "../../src/study/oii-2021.js";
import { expand } from "../../src/twin/grammar.js";
import { makePosts } from "../../src/twin/make-posts.js";
import { londonPrincipals } from "../../src/twin/post-groups.js";
import { diplomatPhrases, phraseOf, postText } from "../../src/twin/post-text.js";
import { sentence, topicNames } from "../../src/twin/post-topics.js";
import { twinPrincipals } from "../../src/twin/principals.js";
import { randomStream } from "../../src/twin/random.js";

const seed = 2021;
const principals = twinPrincipals(seed);
const posts = makePosts(principals, { seed, scale: 0.05, study: oii2021 });
const { ambassador } = londonPrincipals(principals);
const rows = Array.from(
  { length: (posts.start[ambassador + 1] ?? 0) - (posts.start[ambassador] ?? 0) },
  (_, at) => (posts.start[ambassador] ?? 0) + at,
);

describe("a grammar", () => {
  it("replaces symbols until none is left, and begins with a capital", () => {
    const grammar = { sentence: ["{hello}, {name}"], hello: ["good {time}"], time: ["day"], name: ["all"] };
    expect(expand(grammar, "sentence", randomStream(1, "grammar"))).toBe("Good day, all");
  });

  it("names the symbol it does not have", () => {
    expect(() => expand({ sentence: ["{nobody}"] }, "sentence", randomStream(1, "grammar"))).toThrow(/symbol: nobody/);
  });

  it("makes hundreds of different sentences on every topic", () => {
    for (const topic of topicNames) {
      const random = randomStream(1, topic);
      const made = new Set(Array.from({ length: 1_000 }, () => sentence(random, topic)));
      expect(made.size).toBeGreaterThan(250);
      for (const one of made) expect(one).toMatch(/^[A-Z][A-Za-z ,:']+\.$/);
    }
  });
});

describe("texts of posts", () => {
  it("are the same whenever they are asked for, and none of a retweet", () => {
    const read = (some: number[]) => some.map((row) => postText(posts, row, seed));
    expect(read([...rows].reverse()).reverse()).toEqual(read(rows));
    for (const row of rows) expect(postText(posts, row, seed) === null).toBe(posts.kind[row] === 1);
  });

  it("carry every set phrase, each post at most one, about one in five any", () => {
    const own = rows.filter((row) => posts.kind[row] !== 1);
    const carried = own.map((row) => phraseOf(posts, row, seed));
    expect(new Set(carried.filter((phrase) => phrase !== undefined))).toEqual(new Set(diplomatPhrases));
    const share = carried.filter((phrase) => phrase !== undefined).length / own.length;
    expect(Math.abs(share - 0.2)).toBeLessThan(0.04);
    own.forEach((row, at) => {
      const text = (postText(posts, row, seed) ?? "").toLowerCase();
      expect(diplomatPhrases.filter((phrase) => text.includes(phrase))).toEqual(carried[at] ? [carried[at]] : []);
    });
  });
});

describe("set phrases", () => {
  it("are 30 of 6 to 12 plain words that share no run of six words", () => {
    const runs = diplomatPhrases.flatMap((phrase) => {
      const words = phrase.split(" ");
      expect(phrase).toMatch(/^[a-z ]+$/);
      expect(words.length).toBeGreaterThanOrEqual(6);
      expect(words.length).toBeLessThanOrEqual(12);
      return words.slice(5).map((_, at) => words.slice(at, at + 6).join(" "));
    });
    expect(diplomatPhrases).toHaveLength(30);
    expect(new Set(runs).size).toBe(runs.length);
  });
});
