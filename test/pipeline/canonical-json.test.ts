import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/pipeline/canonical-json.js";

describe("canonical JSON", () => {
  it("is the same for objects that differ in the order of keys, at every depth", () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  it("keeps the order of arrays", () => {
    expect(canonicalJson([2, 1])).toBe("[2,1]");
  });

  it("refuses what JSON would lose without a word", () => {
    expect(() => canonicalJson({ seeds: new Set([1]) })).toThrow('not plain JSON: Set at "seeds"');
  });
});
