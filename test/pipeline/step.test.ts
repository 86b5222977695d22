import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/errors.js";
import { checkSteps, type Step, selectSteps } from "../../src/pipeline/step.js";

const step = (name: string, after: string[] = [], outputs = [`${name}.txt`]): Step => ({
  name,
  title: name,
  after,
  modules: [],
  inputs: [],
  parameters: {},
  outputs,
  run: async () => undefined,
});

describe("a list of steps", () => {
  it("holds names once, in order, and every output once and inside the root", () => {
    expect(() => checkSteps([step("a"), step("b/c", ["a"])])).not.toThrow();
    expect(() => checkSteps([step("A b")])).toThrow('not a name for a step: "A b"');
    expect(() => checkSteps([step("a"), step("a")])).toThrow("two steps have one name: a");
    expect(() => checkSteps([step("b", ["a"]), step("a")])).toThrow("b must be listed after the step it reads from: a");
    expect(() => checkSteps([step("a", [], ["x"]), step("b", [], ["x"])])).toThrow("two steps make x: a and b");
    for (const outside of ["../x", "/x", "a//x", "./x", "C:x", ""]) {
      expect(() => checkSteps([step("a", [], [outside])])).toThrow(`a would write outside the root: ${outside}`);
    }
  });

  it("is cut down to the steps named and all they need, in its own order", () => {
    const steps = [step("a"), step("b", ["a"]), step("c"), step("d", ["b"]), step("e", ["d"])];
    expect(selectSteps(steps, ["d", "c"]).map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
    expect(selectSteps(steps)).toHaveLength(5);
  });

  it("tells an unknown name from the known ones", () => {
    expect(() => selectSteps([step("a"), step("b")], ["c"])).toThrow(new UsageError('unknown step: "c"; known: a, b'));
  });
});
