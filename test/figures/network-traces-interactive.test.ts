import { expect, it } from "vitest";
import { interactiveCoActivity, interactiveTimeLine } from "../../src/figures/network-traces-interactive.js";
import { utcDay } from "../../src/study/time.js";

const twin = { basis: "synthetic twin" } as const;

it("the network to explore has a line a pair, and its accounts by number, members apart", () => {
  const nodes = [
    { x: 0.12345, y: 0, member: true, together: 7 },
    { x: 1, y: 0.5, member: false, together: 7 },
  ];
  const { data } = interactiveCoActivity({ coActivity: { counts: [], fewest: 5, nodes, edges: [[0, 1, 7]] } }, twin);
  expect(data).toMatchObject([
    { x: [0.123, 1, null], y: [0, 0.5, null] },
    { name: "Network", x: [0.123], text: ["account 0: 7 acts within a minute of another"] },
    { name: "Benchmark group", x: [1], y: [0.5] },
  ]);
});

it("the time line to explore keeps the days on which a total changes, the first and the last", () => {
  const days = ["2020-08-12", "2020-08-13", "2020-08-14", "2020-08-15"].map(utcDay);
  const accounts = [{ account: "@a", fate: "suspended" as const, amplifications: [0, 3, 3, 3] }];
  expect(interactiveTimeLine({ cumulative: { days, accounts } }, twin).data).toMatchObject([
    {
      name: "suspended by the first query",
      text: ["@a", "@a", "@a"],
      x: ["2020-08-12", "2020-08-13", "2020-08-15"],
      y: [0, 3, 3],
    },
  ]);
});
