import { describe, expect, it } from "vitest";
import { accountLine, ImportTally, rejectionLines } from "../../src/import/import-account.js";
import { tableOf } from "./table.js";

describe("the account of an import", () => {
  it("says in one line what became of the rows", async () => {
    const table = await tableOf(["\uFEFFa,b", "1,x", "1,x", '2,"\nz"', "?,y"], ["a"]);
    const tally = new ImportTally(table);
    const [, , , last] = table.rows;
    tally.keep();
    tally.merge();
    tally.keep();
    if (last) tally.reject(last, "b", 'not a letter: "y"', "write x or z");
    tally.note("without a label", 2);
    tally.note("without a label");
    tally.note("never seen", 0);
    const account = { ...tally.close(), file: "labels.csv" };
    expect(accountLine(account)).toBe(
      "labels.csv: 4 rows = 2 kept + 1 merged + 1 rejected " +
        "(byte-order mark: 1; rows with line breaks inside fields: 1; without a label: 3)",
    );
    expect(rejectionLines(account)).toEqual(['labels.csv:6:2: not a letter: "y"; write x or z']);
  });

  it("leaves the brackets out where there is nothing to note", async () => {
    const tally = new ImportTally(await tableOf(["a"], ["a"]));
    expect(accountLine({ ...tally.close(), file: "a.csv" })).toBe("a.csv: 0 rows = 0 kept + 0 merged + 0 rejected");
  });

  it("does not close over a row that was forgotten or counted twice", async () => {
    const table = await tableOf(["a", "1"], ["a"]);
    expect(() => new ImportTally(table).close()).toThrow("0 rows accounted for, 1 read");
    const twice = new ImportTally(table);
    twice.keep();
    twice.merge();
    expect(() => twice.close()).toThrow("2 rows accounted for, 1 read");
  });
});
