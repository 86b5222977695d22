import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteTexts, viewOn } from "../../../src/coordination/events/byte-texts.js";
import { sortedTexts } from "../../../src/coordination/events/sort-texts.js";

function sorted(strings: readonly string[]): string[] {
  const texts = new ByteTexts();
  for (const string of strings) {
    const bytes = Buffer.from(string);
    texts.append(viewOn(bytes), 0, bytes.length);
  }
  return Array.from(sortedTexts(texts), (number) => texts.text(number));
}

describe("sorting names", () => {
  it("sorts as `<` does, by code unit, in ASCII and beyond", () => {
    const some = fc.constantFrom("", "a", "aa", "user00", "\u{1f600}", "\uffee", "ä");
    const name = fc.oneof(
      fc.string(),
      fc.tuple(some, fc.string({ maxLength: 3 })).map((parts) => parts.join("")),
    );
    const ascii = fc.stringMatching(/^(user0*)?[0-9]{0,6}$/);
    for (const one of [name, ascii]) {
      fc.assert(
        fc.property(fc.array(one, { maxLength: 200 }), (names) => {
          expect(sorted(names)).toEqual([...names].sort());
        }),
      );
    }
  });
});
