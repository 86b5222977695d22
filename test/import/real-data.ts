import { describe } from "vitest";
import { externalFolder, externalVariable, locate, sourceOf } from "../../src/import/sources.js";

/**
 * Tests on real files, skipped with the reason where one is absent. A file that is there but not the registered one is not skipped:
 * the tests then fail.
 */
export async function describeWithRealData(
  title: string,
  ids: readonly string[],
  tests: (folder: string) => void,
): Promise<void> {
  const folder = externalFolder();
  const states = await Promise.all(ids.map(async (id) => ({ id, ...(await locate(sourceOf(id), folder)) })));
  const absent = states.find(({ state }) => state === "absent");
  const reason = absent && `skipped: no ${absent.id}; run \`data fetch\` or set ${externalVariable}`;
  describe.skipIf(absent)(reason ? `${title} (${reason})` : title, () => tests(folder));
}
