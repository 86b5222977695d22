import { describe, expect, it } from "vitest";
import { consistencyOutcomes } from "../../src/claims/checks/consistency.js";
import { readClaims } from "../../src/claims/claim.js";
import { CodeLocations } from "../../src/claims/code-location.js";
import { readFacts } from "../../src/claims/facts.js";
import { findings } from "../../src/pipeline/findings.js";

const claims = await readClaims();
const checks = [
  ...findings.flatMap(({ name, checks: own }) => own.map(({ claim, by }) => ({ finding: name, claim, by }))),
  ...consistencyOutcomes(await readFacts()).map(({ claim, by }) => ({ finding: "consistency", claim, by })),
];

describe("the checks of the claims", () => {
  it("belong to a claim of the ledger, which names their finding, and no claim has two", () => {
    for (const { claim, finding } of checks) {
      expect(
        claims.find(({ id }) => id === claim),
        claim,
      ).toMatchObject({ finding, reason: null });
    }
    expect(new Set(checks.map(({ claim }) => claim)).size).toBe(checks.length);
  });

  it("are missing only where the ledger says why", () => {
    for (const { id, reason } of claims.filter((claim) => !checks.some((check) => check.claim === claim.id))) {
      expect(reason, id).toMatch(/\S/);
    }
  });

  it("lead to the one line where the computing function stands", async () => {
    const locations = await CodeLocations.read();
    for (const { claim, by, finding } of checks) {
      const place = locations.of(by);
      expect(place, claim).toMatch(
        finding === "consistency" ? /^src\/claims\/consistency-\w+\.ts#\d+$/ : /^src\/(findings|coordination)\//,
      );
    }
  });
});
