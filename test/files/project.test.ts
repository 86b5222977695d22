import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { projectPath } from "../../src/files/project.js";

describe("the project's folder", () => {
  it("is the one that holds its package.json", async () => {
    const description = JSON.parse(await readFile(projectPath("package.json"), "utf8"));
    expect(description.name).toBe("amplification-audit");
  });
});
