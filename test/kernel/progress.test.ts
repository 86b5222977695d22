import { describe, expect, it, vi } from "vitest";
import { progress } from "../../src/kernel/progress.js";

describe("progress outside a notebook", () => {
  it("prints one line, when all is done", () => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const read = progress("accounts read", 3);
    read.step();
    read.step(2);
    const written = write.mock.calls;
    write.mockRestore();
    expect(written).toEqual([["accounts read: 3 of 3\n"]]);
  });

  it("refuses a total that is no count, and more steps than that", () => {
    expect(() => progress("x", 1.5)).toThrow("total must be a whole number of at least 0: 1.5");
    expect(() => progress("x", 1).step(2)).toThrow("more steps than the total of 1: 2");
  });
});
