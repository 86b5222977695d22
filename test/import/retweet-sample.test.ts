import { describe, expect, it } from "vitest";
import { readRetweetSample } from "../../src/import/retweet-sample.js";
import { fileOf, refusalOf } from "./table.js";

const header = "object_id,account_id,content_id,timestamp_share";

describe("a sample of retweets", () => {
  it("has a retweet of two tweets once", async () => {
    const path = await fileOf([header, "t1,a,r1,100", "t2,a,r1,100", "t1,b,r2,160"]);
    expect(await readRetweetSample(path)).toEqual({
      rows: 3,
      retweets: [
        { account: "a", seconds: 100 },
        { account: "b", seconds: 160 },
      ],
    });
  });

  it("is refused with the place where a row cannot be one", async () => {
    const refused = async (...lines: string[]) => {
      const path = await fileOf([header, ...lines]);
      return refusalOf(() => readRetweetSample(path));
    };
    expect(await refused("t1,a,r1,1e9")).toBe(
      'table.csv:2:4: not a time in whole Unix seconds: "1e9"; write digits only',
    );
    expect(await refused("t1,,r1,100")).toBe(
      "table.csv:2:2: account_id is empty; restore the file as it was published",
    );
    expect(await refused("t1,a,r1,100", "t1,b,r1,100")).toBe(
      "table.csv:3:3: retweet with another account or time before: r1; keep one",
    );
  });
});
