import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Facts } from "../../src/claims/consistency.js";
import { consistencyFunctions } from "../../src/claims/consistency.js";
import { lastPrintedUnit, percent, printed, roundedFrom } from "../../src/claims/consistency-numbers.js";
import { UserError } from "../../src/errors.js";

type Row = Record<string, string>;

function published(name: string): Row[] {
  const file = new URL(`../../data/published/${name}.csv`, import.meta.url);
  return parse<Row>(readFileSync(file), { columns: true });
}

const claims = published("claims");
const facts = published("facts");
const sources = new Set(published("sources").map((row) => row.key));
const checks = claims.filter((row) => row.finding === "consistency");

/** The published facts, some of them corrected: `{ "V1 tweets": 200000 }`. */
function factsWith(corrections: Record<string, number> = {}): Facts {
  const known = new Map(facts.map((row) => [`${row.claim} ${row.quantity}`, Number(row.value)]));
  for (const [key, value] of Object.entries(corrections)) {
    if (!known.has(key)) throw new Error(`the test corrects an unknown fact: ${key}`);
    known.set(key, value);
  }
  return (claim, quantity) => {
    const value = known.get(`${claim} ${quantity}`);
    if (value === undefined) throw new UserError(`unknown fact: ${claim} ${quantity}; see data/published/facts.csv`);
    return value;
  };
}

function check(id: string, corrections?: Record<string, number>) {
  const compute = consistencyFunctions[id];
  if (compute === undefined) throw new Error(`no check ${id}`);
  return compute(factsWith(corrections));
}

describe("the checks on the published numbers", () => {
  const known: [id: string, value: number, text: string, contradiction: RegExp | undefined][] = [
    ["C1", 201382 / 259, "201,382 / 259 = 777.5; with both end days 201,382 / 260 = 774.5", undefined],
    ["C2", 449, "189 + 84 + 176 = 449", undefined],
    [
      "C3",
      1 / 7,
      "27 / 189 = 14.3%, one in 7.0; 1 / 8 = 12.5%, which would be 23.6 accounts",
      /one in 7, but sources print one in 8 beside 14.0%/,
    ],
    ["C4", 62, "31 + 2 + 29 = 62; 31 + 29 = 60", undefined],
    [
      "C5",
      45332,
      "200,000 / 43,000 = 4.7; both London accounts had 45,332 retweets",
      /those of 26,879 suspended accounts/,
    ],
    ["C6", 199042.064, "10.1% x 735,664 + 6.3% x 1,980,000 = 74,302 + 124,740 = 199,042", undefined],
    ["C7", 360000 / 735664, "360,000 / 735,664 = 48.9%", /more than 50.0%, but its own number gives 48.9%/],
    ["C8", 935423, "201,382 + 34,041 + 700,000 = 935,423; 950,000 leaves 714,577 for state media", undefined],
    ["C9", 362e6, "355,000,000 + 7,000,000 = 362,000,000", undefined],
    ["C10", 29.3e6, "27,000,000 + 1,000,000 + 1,300,000 = 29,300,000", /both to state media alone and to all accounts/],
    ["C11", 735664, "735,664 / 1,300,000 = 56.6%", undefined],
    ["C12", 10 / 43, "10,000 / 43,000 = 23.3%", /more than 50.0%.*accounts still active in March/],
    ["C14", 0.44, "30.0% <= 44.0% <= 75.0%; typical weeks end at 50.0%, peak weeks begin at 50.0%", undefined],
    [
      "C15",
      8.50924,
      "259 days / 30.4 = 8.5 months; to 31 January 236 / 30.4 = 7.8",
      /9 months, another 7; it spans 8.5/,
    ],
    ["C16", 43678.16, "18,000 / 44.5% = 40,449 to 19,000 / 43.5% = 43,678; both London accounts 45,332", undefined],
    ["C17", 273, "189 + 84 = 273 accounts; 270 persons would leave 3 with accounts on both platforms", undefined],
    ["C18", 63, "63 - 62 = 1", /63 accounts, the paper and another file name 62/],
  ];

  it.each(known)("%s gives %d", (id, value, text, contradiction) => {
    const result = check(id);
    expect(result.value).toBeCloseTo(value, value > 1 ? 2 : 6);
    expect(result.text).toBe(text);
    if (contradiction === undefined) expect(result).not.toHaveProperty("contradiction");
    else expect(result.contradiction).toMatch(contradiction);
  });

  it("are all tried above", () => {
    expect(known.map(([id]) => id)).toEqual(Object.keys(consistencyFunctions));
  });

  it.each(checks)("$id agrees with its claim within the tolerance, or names a contradiction", (claim) => {
    const { value, contradiction } = check(claim.id ?? "");
    const [low, high] = [Number(claim.value), Number(claim.upper || claim.value)];
    const slack = Number(claim.tolerance);
    const holds: Record<string, boolean> = {
      equal: Math.abs(value - low) <= slack,
      about: Math.abs(value - low) <= slack,
      "more than": value > low,
      "at most": value <= low,
      between: low <= value && value <= high,
    };
    expect(contradiction !== undefined || holds[claim.relation ?? ""]).toBe(true);
  });
});

describe("a corrected fact", () => {
  it.each<[id: string, corrections: Record<string, number>]>([
    ["C3", { "L3 one_in": 7 }],
    ["C5", { "C5 ambassador_retweets_in_press": 43000 }],
    ["C7", { "G8 top_percent_retweets": 370000 }],
    ["C10", { "V13 comments_and_shares": 29000000 }],
    ["C10", { "V4 replies": 100000, "V5 shares": 200000 }],
    ["C12", { "C12 suspended_retweets_in_press": 30000 }],
    ["C15", { "C15 months_of_the_investigation": 9 }],
    ["C18", { "C18 accounts_in_file_name": 62 }],
  ])("removes the contradiction of %s: %o", (id, corrections) => {
    expect(check(id).contradiction).toBeDefined();
    expect(check(id, corrections).contradiction).toBeUndefined();
  });

  it.each<[id: string, corrections: Record<string, number>, contradiction: RegExp]>([
    ["C1", { "V1 tweets": 210000 }, /not 778 a day/],
    ["C2", { "V7 accounts": 175 }, /add up to 448 accounts, not to 449/],
    ["C2", { "V15 diplomat_accounts": 280 }, /over 280 diplomat accounts, but their parts add up to 273/],
    ["C3", { "L1 labelled_share": 0.12, "L3 one_in": 7 }, /gives 14.3%, but the printed share is 12.0%/],
    ["C4", { "U5 accounts": 63 }, /statuses add up to 62, but another number printed is 63/],
    ["C4", { "U7 suspended_in_the_end": 61 }, /rounds of suspension add up to 60/],
    ["C4", { "U7 deleted": 1 }, /deleted accounts of the first count come to 2/],
    ["C6", { "G3 suspended_share": 0.104 }, /but 198,000 and nearly 200,000 are printed/],
    ["C6", { "G4 suspended_share": 0.061 }, /but 198,000/],
    ["C8", { "V12 posts": 930000 }, /leaves 694,577 for state media, which is not "over 700,000"/],
    ["C9", { "V13 likes": 370000000 }, /printed as over 370,000,000/],
    ["C11", { "V5 shares": 700000 }, /more than the 700,000/],
    ["C14", { "U9 network_share": 0.29 }, /overall share of 29.0% is outside/],
    ["C14", { "U15 peak_share_low": 0.45 }, /ranges overlap/],
    ["C16", { "U9 network_share": 0.46 }, /at most 41,758 retweets/],
    ["C16", { "U2 retweets": 42000 }, /at most 42,000 retweets/],
    ["C17", { "C17 diplomats_in_press": 300 }, /300 diplomats hold 273 accounts/],
  ])("brings a contradiction to %s: %o", (id, corrections, contradiction) => {
    expect(check(id).contradiction).not.toEqual(check(id, corrections).contradiction);
    expect(check(id, corrections).contradiction).toMatch(contradiction);
  });

  it("no longer traces the press's number to the accounts active in March when that number differs", () => {
    expect(check("C12", { "U21 retweets": 11000 }).contradiction).not.toMatch(/still active/);
  });

  it("is what every number of a check comes from: without facts nothing is computed", () => {
    const nothing: Facts = (claim, quantity) => {
      throw new UserError(`unknown fact: ${claim} ${quantity}; see data/published/facts.csv`);
    };
    for (const compute of Object.values(consistencyFunctions)) expect(() => compute(nothing)).toThrow(UserError);
  });
});

describe("numbers in a text", () => {
  it.each([
    [0, 0, "0"],
    [999, 0, "999"],
    [1000, 0, "1,000"],
    [355000000, 0, "355,000,000"],
    [1234.5678, 2, "1,234.57"],
    [-1234567, 0, "-1,234,567"],
  ])("%d with %d decimals is %s", (value, decimals, text) => {
    expect(printed(value, decimals)).toBe(text);
  });

  it("prints a share as a percentage", () => {
    expect(percent(27 / 189)).toBe("14.3%");
  });

  it.each([
    [201382, 1],
    [1980000, 10000],
    [0.101, 0.001],
    [0.5, 0.1],
    [0, 1],
  ])("%d is printed to %d", (value, unit) => {
    expect(lastPrintedUnit(value)).toBe(unit);
  });

  it("knows what rounds to a printed number", () => {
    expect(roundedFrom(43000)).toEqual({ low: 42500, high: 43500 });
  });
});

describe("the ledger of claims", () => {
  const range = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
  const all = [range("V", 20), range("L", 5), range("G", 14), range("U", 32), range("C", 20)].flat();
  all.splice(11, 0, "V11b");
  const numeric = /^\d+(\.\d+)?$/;
  const allowed: Record<string, string[]> = {
    paper: ["2021.1", "2021.2", "press", "both"],
    relation: ["equal", "about", "more than", "at least", "fewer than", "at most", "between", "stated"],
    basis: ["calibrated", "emergent", "published figures", ""],
    platform: ["twitter", "facebook", "twitter facebook", ""],
    finding: [
      ...["account-growth", "labelling-rates", "posting-volumes", "engagement", "suspended-amplifiers"],
      ...["super-spreaders", "rapid-fire", "network-detection", "network-traces", "peak-week-shares"],
      ...["status", "robustness", "consistency", ""],
    ],
  };

  it("has every claim once, in the order of the papers' findings", () => {
    expect(claims.map((row) => row.id)).toEqual(all);
  });

  it.each(claims)("$id is a sentence with known words and sources", (row) => {
    expect(row.claim).toMatch(/^["A-Z0-9].{30,}\.$/);
    expect(row.published).not.toBe("");
    for (const [column, values] of Object.entries(allowed)) expect(values).toContain(row[column]);
    for (const key of (row.sources ?? "").split(" ")) expect(sources).toContain(key);
    expect(row.window).toMatch(/^(\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?)?$/);
  });

  it.each(claims)("$id has numbers where it says so", (row) => {
    const stated = row.relation === "stated";
    for (const column of ["value", "tolerance"]) expect(row[column]).toMatch(stated ? /^$/ : numeric);
    for (const column of ["unit", "tolerance_reason"]) expect(row[column] === "").toBe(stated);
    expect(row.upper).toMatch(row.relation === "between" ? numeric : /^$/);
    if (row.unit === "share") expect(Number(row.value)).toBeLessThanOrEqual(1);
    if (row.upper !== "") expect(Number(row.upper)).toBeGreaterThan(Number(row.value));
  });

  it.each(claims)("$id has a check or a reason for having none", (row) => {
    if (row.finding !== "") expect(row.reason).toBe("");
    else expect(row.reason).toMatch(/^[A-Z].{20,}\.$/);
    expect(row.basis === "").toBe(row.finding === "");
  });

  it("computes each consistency check that gives no reason, and no other", () => {
    expect(checks.map((row) => row.id)).toEqual(Object.keys(consistencyFunctions));
    for (const row of checks) expect(row.basis).toBe("published figures");
  });
});

describe("the published facts", () => {
  it("name a known claim and source, and a quantity once per claim", () => {
    const ids = new Set(claims.map((row) => row.id));
    for (const row of facts) {
      expect(ids).toContain(row.claim);
      expect(sources).toContain(row.source);
      expect(row.quantity).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(row.value).toMatch(/^\d+(\.\d+)?$/);
      expect(row.unit).not.toBe("");
    }
    expect(new Set(facts.map((row) => `${row.claim} ${row.quantity}`)).size).toBe(facts.length);
  });

  it("hold the value of the claim they belong to", () => {
    const differing = claims.filter(
      (claim) =>
        !checks.includes(claim) &&
        facts.some((fact) => fact.claim === claim.id) &&
        !facts.some((fact) => fact.claim === claim.id && fact.value === claim.value),
    );
    // L3 and L5 are published as counts and U17 as a number of days; their claims are shares.
    expect(differing.map((claim) => claim.id)).toEqual(["L3", "L5", "U17", "U20"]);
  });

  it.each(["V2", "U1"])("%s has the days between the ends of its window", (id) => {
    const window = claims.find((row) => row.id === id)?.window ?? "";
    const [from = Number.NaN, to = Number.NaN] = window.split("/").map((day) => Date.parse(`${day}T00:00:00Z`));
    expect(factsWith()(id, "days_between")).toBe((to - from) / 86_400_000);
  });
});

describe("the sources", () => {
  it("have a key once, a title, and are each cited", () => {
    const rows = published("sources");
    expect(sources.size).toBe(rows.length);
    const cited = new Set(claims.flatMap((row) => (row.sources ?? "").split(" ")));
    for (const row of rows) {
      expect(row.title).not.toBe("");
      expect(cited).toContain(row.key);
      expect(row.url).toMatch(/^(https:\/\/\S+)?$/);
      expect(row.date).toMatch(/^(\d{4}-\d\d(-\d\d)?)?$/);
    }
  });

  it.each(["claims", "facts", "sources"])(
    "and the other files end lines with LF and start without a mark: %s",
    (name) => {
      const text = readFileSync(new URL(`../../data/published/${name}.csv`, import.meta.url), "utf8");
      expect(text).not.toMatch(/\r|^\uFEFF/);
      expect(text.endsWith("\n")).toBe(true);
    },
  );
});
