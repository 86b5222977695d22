import { describe, expect, it } from "vitest";
import { realBackground } from "../../src/evaluation/background.js";
import { flaggedInIdleTwin, flaggedInShuffle } from "../../src/evaluation/without-network.js";
import { smallBackground } from "./small-background.js";

/** Of the size of the 200 in `bench/` it would take minutes. */
const scale = 0.01;
const seeds = Array.from({ length: 10 }, (_, at) => at + 1);

describe("where there is no network", () => {
  it("flags nobody in at least nine of ten twins", { timeout: 600_000 }, async () => {
    const flagged: number[] = [];
    for (const seed of seeds) flagged.push(await flaggedInIdleTwin(seed, scale));
    expect(flagged.filter((accounts) => accounts > 0).length, `${flagged}`).toBeLessThanOrEqual(1);
  });

  it("flags nobody in at least nine of ten shuffles of traffic, the real where it is present", {
    timeout: 600_000,
  }, async () => {
    const background = (await realBackground()) ?? smallBackground();
    const flagged = seeds.map((seed) => flaggedInShuffle(background, seed));
    expect(flagged.filter((accounts) => accounts > 0).length, `${flagged}`).toBeLessThanOrEqual(1);
  });
});
