import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.js";
import { projectPath } from "../../src/files/project.js";
import { parseStudyFile, readStudyFile, studyFileText } from "../../src/study/study-file.js";

const example = projectPath("data", "examples", "study.json");
type Json = Record<string, unknown>;
const given = JSON.parse(readFileSync(example, "utf8")) as Json;

function refusalOf(change: Json): string {
  try {
    parseStudyFile(JSON.stringify({ ...given, ...change }), "study.json");
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.message;
    throw thrown;
  }
  throw new Error("accepted");
}

describe("a study file", () => {
  it("says another study than the papers', as the example does", async () => {
    const { study, corpus, principals } = await readStudyFile(example);
    expect(study).toMatchObject({ weekStart: "monday", coActivitySeconds: 30, focusCountry: "DE", recentYears: 5 });
    expect(corpus).toMatchObject({ basis: "real data", listName: "ministries' accounts" });
    expect(principals.map(({ id }) => id)).toEqual([
      "1000000000000000001",
      "1000000000000000002",
      null,
      "100000000000001",
    ]);
  });

  it("comes back from its text as it was", async () => {
    const file = await readStudyFile(example);
    expect(parseStudyFile(studyFileText(file), "again.json")).toEqual(file);
  });

  it.each<[string, Json, string]>([
    ["a field that is missing", { weekStart: undefined }, "study.json: weekStart: missing; add it"],
    [
      "a value that is not allowed",
      { weekStart: "tuesday" },
      'study.json: weekStart: unknown: "tuesday"; write one of sunday, monday',
    ],
    [
      "a day that does not exist",
      { labelDay: "2021-02-30" },
      'study.json: labelDay: not a calendar day: "2021-02-30"; write YYYY-MM-DD',
    ],
    [
      "a window that ends before it begins",
      { postingWindow: { from: "2023-02-01", to: "2023-01-31" } },
      'study.json: postingWindow.to: before `from`: "2023-01-31"; correct it',
    ],
    [
      "status days out of order",
      { statusDays: ["2023-09-01", "2023-06-01"] },
      'study.json: statusDays[1]: not later than the day before it: "2023-06-01"; correct it',
    ],
    ["no principals", { principals: [] }, "study.json: principals: not a list with something in it: []; write [ ... ]"],
    [
      "a number as an id",
      { principals: [{ platform: "twitter", id: 12, handle: "a", group: "diplomat" }] },
      "study.json: principals[0].id: not text: 12; put it in quotation marks",
    ],
    [
      "an address as a handle",
      { principals: [{ platform: "twitter", handle: "https://x.com/a", group: "diplomat" }] },
      'study.json: principals[0].handle: not a handle, without @ or address: "https://x.com/a"; correct it',
    ],
    [
      "a formula as a name",
      { principals: [{ platform: "twitter", handle: "a", group: "diplomat", name: "=1+1" }] },
      'study.json: principals[0].name: begins as a formula does: "=1+1"; begin with a letter or digit',
    ],
    [
      "an account listed twice",
      { principals: ["a", "A"].map((handle) => ({ platform: "twitter", handle, group: "diplomat" })) },
      'study.json: principals[1]: the same account as principals[0]: "@a"; keep one',
    ],
  ])("is refused for %s, and the field is named", (_what, change, message) => {
    expect(refusalOf(change)).toBe(message);
  });

  it("is refused for a field that nobody knows, so that a misspelt one is not passed over", () => {
    expect(refusalOf({ weekstart: "monday" })).toMatch(
      /^study\.json: weekstart: unknown field; known: name, title, postingWindow, /,
    );
  });

  it("is read or refused with a message, whatever it holds", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(given)), fc.jsonValue(), (field, value) => {
        try {
          parseStudyFile(JSON.stringify({ ...given, [field]: value }), "study.json");
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
