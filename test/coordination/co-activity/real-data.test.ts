import { join } from "node:path";
import { expect, it } from "vitest";
import { coActivity } from "../../../src/coordination/co-activity/co-activity.js";
import type { CoActivityOptions } from "../../../src/coordination/co-activity/options.js";
import { readEvents } from "../../../src/coordination/events/read-events.js";
import { describeWithRealData } from "../../import/real-data.js";
import { cooRTweetBySql } from "./sql.js";

const file = "coortweet/russian_coord_tweets.csv";

await describeWithRealData("co-activity in the sample of CooRTweet", [file], (folder) => {
  const events = () => readEvents(join(folder, file));

  it.each<[CoActivityOptions, coActions: number, pairs: number]>([
    [{ window: 60 }, 6281, 6206],
    [{ window: 59 }, 6177, 6104], // whole seconds: what strictly less than 60 gives
    [{ window: 10 }, 1098, 1092],
    [{ window: 60, semantics: "bins" }, 3255, 3225],
    [{ window: 60, semantics: "bins", binOrigin: "epoch" }, 3093, 3063],
    [{ window: 60, semantics: "chained" }, 11865, 11699],
  ])("%j: %d co-actions of %d pairs", async (options, coActions, pairs) => {
    const { weight } = coActivity(await events(), options);
    expect([weight.reduce((sum, one) => sum + one, 0), weight.length]).toEqual([coActions, pairs]);
  });

  it("has 63 pairs with two or more, and 40 repeated ids", async () => {
    const { weight, repeated } = coActivity(await events(), { window: 60 });
    expect([weight.filter((one) => one >= 2).length, repeated]).toEqual([63, 40]);
  });

  it("gives under `coortweet` what the definition gives in SQL", async () => {
    const { weight } = coActivity(await events(), { window: 60, semantics: "coortweet" });
    const total = weight.reduce((sum, one) => sum + one, 0);
    expect([total, weight.length]).toEqual(await cooRTweetBySql(join(folder, file), 60, 2));
  });
});
