import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readClaims } from "../../src/claims/claim.js";
import { readFacts } from "../../src/claims/facts.js";
import { readParts } from "../../src/claims/parts.js";
import { projectPath } from "../../src/files/project.js";
import { temporaryFolder } from "../temporary-folder.js";

/** The ledger with a piece of its text replaced. */
async function ledger(change: [from: string, to: string]): Promise<string> {
  const path = join(await temporaryFolder(), "claims.csv");
  const text = await readFile(projectPath("data", "published", "claims.csv"), "utf8");
  await writeFile(path, text.replace(...change));
  return path;
}

describe("the ledger of claims", () => {
  it.each<[[string, string], RegExp]>([
    [["V2,2021.1", "V1,2021.1"], /claims\.csv:3:1: duplicate id: "V1"; give each claim one row$/],
    [[",201382,,equal,", ",many,,equal,"], /claims\.csv:2:5: not a number: "many"; write it with digits and a point$/],
    [[",equal,", ",roughly,"], /claims\.csv:2:7: unknown relation: "roughly"; known: equal, about, /],
    [["tolerance_reason", "why"], /claims\.csv:1:\d+: column is missing: "tolerance_reason"|missing.*tolerance_reason/],
  ])("is refused with file, line and column: %j", async (change, message) => {
    await expect(readClaims(await ledger(change))).rejects.toThrow(message);
  });

  it("gives each claim its further numbers, with their values from the facts", async () => {
    const claims = await readClaims();
    expect(claims.find(({ id }) => id === "G1")?.parts).toEqual([
      { quantity: "retweeters", value: 150_000, relation: "about", tolerance: 5000 },
    ]);
    expect(claims.find(({ id }) => id === "V1")?.parts).toEqual([]);
    const stated = [...(await readParts(projectPath("data", "published", "parts.csv"))).keys()];
    expect(stated.filter((claim) => !claims.some(({ id }) => id === claim))).toEqual([]);
  });

  it.each<[[string, string], RegExp]>([
    [["G1,retweeters", "G1,songs"], /unknown fact: "G1 songs"/],
    [[",about,", ",stated,"], /parts\.csv:\d+:3: unknown relation: "stated"; known: equal, about, /],
    [[",5000,", ",many,"], /parts\.csv:\d+:4: not a number: "many"; write it with digits and a point$/],
  ])("refuses further numbers with file, line and column: %j", async (change, message) => {
    const folder = await temporaryFolder();
    const published = (name: string) => readFile(projectPath("data", "published", name), "utf8");
    await writeFile(join(folder, "facts.csv"), await published("facts.csv"));
    await writeFile(join(folder, "parts.csv"), (await published("parts.csv")).replace(...change));
    await expect(readParts(join(folder, "parts.csv"))).rejects.toThrow(message);
  });

  it("gives facts by claim and quantity, and names one that is not there", async () => {
    const facts = await readFacts();
    expect(facts("V1", "tweets")).toBe(201_382);
    expect(() => facts("V1", "songs")).toThrow('unknown fact: "V1 songs"');
  });
});
