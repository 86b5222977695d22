import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { withCrosswalk } from "../src/claims/crosswalk-table.js";
import { projectPath } from "../src/files/project.js";
import { claimsOf } from "../src/pipeline/claims-of.js";
import { planFor } from "../src/pipeline/resolve-plan.js";

describe("the README", () => {
  it("has the claims with the lines that compute them as they are now (`npx vitest run test/readme.test.ts -u` rewrites it)", async () => {
    const readme = await readFile(projectPath("README.md"), "utf8");
    const { claims } = await claimsOf(planFor("twin"), projectPath("data", "external"));
    await expect(withCrosswalk(readme, claims.rows)).toMatchFileSnapshot(projectPath("README.md"));
  });

  it("links to files that exist", async () => {
    const readme = await readFile(projectPath("README.md"), "utf8");
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(20);
    for (const path of links)
      await expect(
        readFile(projectPath(path)).catch((error) => error.code),
        path,
      ).resolves.not.toBe("ENOENT");
  });
});
