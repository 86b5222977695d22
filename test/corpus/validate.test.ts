import { describe, expect, it } from "vitest";
import type { Row } from "../../src/corpus/schema.js";
import { validateCorpus, violationText } from "../../src/corpus/validate.js";
import { account, instant, label, principal, tinyCorpus } from "../tiny-corpus.js";

const lines = async (rows: Parameters<typeof tinyCorpus>[0], limit?: number) => {
  const { violations, total } = await validateCorpus(await tinyCorpus(rows), limit);
  return { total, texts: violations.map((violation) => violationText(violation).replace(/^[^/]*\//, "")) };
};

describe("validation", () => {
  it("passes a sound corpus", async () => {
    const sound = { accounts: [account("1")], principals: [principal("1", { country: "GB" })] };
    expect(await lines(sound)).toEqual({ total: 0, texts: [] });
  });

  it("names file, row, column, rule and value", async () => {
    const { texts } = await lines({ accounts: [account("1"), account("2", { followers: -5 })] });
    expect(texts).toEqual(['accounts.parquet:2:followers: before or below 0: "-5"']);
  });

  it("finds a duplicate id on each of its rows", async () => {
    const { texts } = await lines({ accounts: [account("1"), account("1"), account("2")] });
    expect(texts).toEqual([
      'accounts.parquet:1:account_id: duplicate account_id: "1"',
      'accounts.parquet:2:account_id: duplicate account_id: "1"',
    ]);
  });

  it("finds words, patterns, dates and references that the schema does not allow", async () => {
    const { texts } = await lines({
      accounts: [account("1", { platform: "myspace" as "twitter", created_at: instant("1999-01-01T00:00:00Z") })],
      principals: [principal("1", { country: "gb" })],
      labels: [label("2", "2021-03-01", null)],
      statuses: [{ account_id: "1", observed_on: "2021-03-01", status: null } as unknown as Row<"statuses">],
    });
    expect(texts).toEqual([
      'accounts.parquet:1:platform: not one of twitter, facebook: "myspace"',
      'accounts.parquet:1:created_at: before or below 2004-02-04T00:00:00Z: "1999-01-01 00:00:00"',
      'principals.parquet:1:country: does not match [A-Z]{2}: "gb"',
      'labels.parquet:1:account_id: not in accounts: "2"',
      "statuses.parquet:1:status: value is missing: empty",
    ]);
  });

  it("lists the first violations and counts all", async () => {
    const broken = Array.from({ length: 50 }, (_, at) => account(String(at), { followers: -1 }));
    const { texts, total } = await lines({ accounts: broken }, 3);
    expect(texts).toHaveLength(3);
    expect(total).toBe(50);
  });
});
