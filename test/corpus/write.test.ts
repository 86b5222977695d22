import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.js";
import { writeCorpus } from "../../src/corpus/write.js";
import { account, instant, label, principal, temporaryFolder, tinyCorpus } from "../tiny-corpus.js";

const info = { name: "t", title: "T", description: "", basis: "real data", listName: "list", sources: [] } as const;

describe("a written corpus", () => {
  it("gives back every value as it was, ids beyond 2^53 included", async () => {
    const row = account("1385284013264224256", {
      handle: 'quote " comma , line\nbreak',
      created_at: instant("2021-04-22T17:09:02Z"),
      followers: 119_000,
      verified: false,
      observed_on: null,
    });
    const corpus = await tinyCorpus({ accounts: [row] });
    expect(await corpus.rows("from accounts")).toEqual([row]);
  });

  it("has the same bytes whatever the order of the rows", async () => {
    const rows = ["30", "4", "100", "@handle"].map((id) => account(id));
    const hashes = new Set<string>();
    for (const order of [rows, [...rows].reverse()]) {
      const written = await writeCorpus(await temporaryFolder(), { ...info, sources: [] }, { accounts: order });
      hashes.add(written.map(({ sha256 }) => sha256).join());
    }
    expect(hashes.size).toBe(1);
  });

  it("describes each table with its rows and hash", async () => {
    const folder = await temporaryFolder();
    await writeCorpus(
      folder,
      { ...info, sources: [] },
      { accounts: [account("1")], labels: [label("1", "2021-03-01", null)] },
    );
    const described = JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8"));
    const labels = described.resources.find((resource: { name: string }) => resource.name === "labels");
    expect(labels).toMatchObject({ path: "labels.parquet", rows: 1, schema: { primaryKey: ["account_id", "round"] } });
    expect(labels.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it("comes without the optional table when no rows are given for it", async () => {
    const corpus = await tinyCorpus({});
    await expect(corpus.rows("from activity")).rejects.toThrow(/activity/);
    expect(await corpus.count("posts")).toBe(0);
  });

  it("keeps any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), async (text) => {
        const written = text.replaceAll("\0", "");
        const folder = await temporaryFolder();
        await writeCorpus(folder, { ...info, sources: [] }, { principals: [principal("1", { name: written })] });
        const corpus = await Corpus.open(folder);
        const [row] = await corpus.rows("select name from principals");
        corpus.close();
        expect(row).toEqual({ name: written });
      }),
      { numRuns: 20 },
    );
  });
});
