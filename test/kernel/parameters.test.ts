import { describe, expect, it } from "vitest";
import type { Notebook } from "../../src/kernel/nbformat.js";
import { type ParameterValue, withParameters } from "../../src/kernel/parameters.js";
import { codeCell, smallNotebook } from "./small-notebook.js";

function declaring(source: string): Notebook {
  const notebook = smallNotebook("1", "2");
  return { ...notebook, cells: [codeCell("own", source, ["parameters"]), ...notebook.cells] };
}

const declared = declaring(`// What to read.
const corpusName = "twin"; // or a folder

const address: string = 'https://example.org/a;b';
const top = -1_000
const isFresh = false;`);

const valid = "valid: corpusName (string), address (string), top (number), isFresh (boolean)";

function refusal(notebook: Notebook, values: Record<string, ParameterValue>): string {
  try {
    withParameters(notebook, values, "03");
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "UserError") return thrown.message;
    throw thrown;
  }
  throw new Error("accepted");
}

describe("parameters of a notebook", () => {
  it("adds a tagged cell right after the declaring one, with the values given, in the declared order", () => {
    const { cells } = withParameters(declared, { isFresh: true, corpusName: 'a "b"\n' }, "03");
    expect(cells.map(({ id }) => id)).toEqual(["own", "injected-parameters", "cell-1", "cell-2"]);
    expect(cells[1]).toEqual(
      codeCell("injected-parameters", 'const corpusName: string = "a \\"b\\"\\n";\nconst isFresh: boolean = true;', [
        "injected-parameters",
      ]),
    );
  });

  it("leaves the notebook as it is when none are given", () => {
    expect(withParameters(declared, {}, "03")).toBe(declared);
    expect(withParameters(smallNotebook("1"), {}, "03")).toEqual(smallNotebook("1"));
  });

  it("refuses a name that is not declared, with the valid ones", () => {
    expect(refusal(declared, { corpsName: "public" })).toBe(`notebook 03: unknown parameter: corpsName; ${valid}`);
    expect(refusal(smallNotebook("1"), { a: 1 })).toBe(
      "notebook 03: unknown parameter: a; the notebook has no parameters",
    );
  });

  it("refuses a value of another type", () => {
    expect(refusal(declared, { top: "10" })).toBe(`notebook 03: parameter top is not a number: "10"; ${valid}`);
    expect(refusal(declared, { top: Number.NaN })).toBe(`notebook 03: parameter top is not a number: NaN; ${valid}`);
    expect(refusal(declared, { isFresh: 1 })).toBe(`notebook 03: parameter isFresh is not a boolean: 1; ${valid}`);
  });

  it.each(["let a = 1;", "const a = f();", "const a = [1];", 'const a = "b" + "c";'])(
    "refuses to replace what is not a literal: %s",
    (line) => {
      expect(refusal(declaring(line), { a: 1 })).toBe(
        `notebook 03: not a parameter: ${line}; write \`const name = literal;\``,
      );
    },
  );
});
