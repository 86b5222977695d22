import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { detectNetwork } from "../coordination/detection/detect-network.js";
import { accountTraces } from "../coordination/traces/account-traces.js";
import type { Corpus } from "../corpus/corpus.js";
import { readTableFile } from "../corpus/read-table-file.js";
import { rulesOfThumb } from "../findings/rule-agreement.js";
import type { Study } from "../study/study.js";
import { truthTable } from "../twin/truth.js";

/** How far a way of picking accounts agrees with what was planted in a twin. */
export interface PlantedAgreement {
  /** "the detector", or a rule of thumb of the papers. */
  pickedBy: string;
  /** Accounts picked; those of them that are in the planted network; members of it that were not picked. */
  accounts: number;
  inNetwork: number;
  missed: number;
  /** Picked accounts that were planted to look coordinated and are not, by what they are. */
  lookAlikes: string;
  /** Picked accounts of the ordinary audience. */
  ordinary: number;
}

/**
 * The detector and the papers' rules of thumb beside the truth, which neither has seen. Only a twin has one: null for other corpora,
 * and for a twin whose truth does not lie beside it.
 *
 * @example
 * const agreement = await plantedAgreement(corpus, oii2021);
 */
export async function plantedAgreement(corpus: Corpus, study: Study): Promise<PlantedAgreement[] | null> {
  const truth = truthBeside(corpus.folder);
  if (truth === null) return null;
  const planted = new Map(
    (await readTableFile<{ account_id: string; group: string }>(truth, truthTable)).map((row) => {
      return [row.account_id, row.group] as const;
    }),
  );
  const { members } = await detectNetwork(corpus, study);
  const { rows } = await accountTraces(corpus, study);
  const byRules = rulesOfThumb.map(({ rule, picks }) => {
    return { pickedBy: rule, picked: rows.filter(picks).map(({ account }) => account) };
  });
  return [{ pickedBy: "the detector", picked: members }, ...byRules].map(({ pickedBy, picked }) => {
    return { pickedBy, ...agreementOf(picked, planted) };
  });
}

/**
 * Sorts picked accounts by what was planted.
 *
 * @param planted group of every planted account; "network" for the coordinated ones
 * @example
 * const planted = new Map([["a", "network"], ["b", "network"], ["c", "fan"]]);
 * agreementOf(["a", "c", "d"], planted); // { accounts: 3, inNetwork: 1, missed: 1, lookAlikes: "1 fan", ordinary: 1 }
 */
export function agreementOf(
  picked: readonly string[],
  planted: ReadonlyMap<string, string>,
): Omit<PlantedAgreement, "pickedBy"> {
  const groups = new Map<string, number>();
  for (const account of picked) {
    const group = planted.get(account) ?? "ordinary";
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  const inNetwork = groups.get("network") ?? 0;
  const lookAlikes = [...groups].filter(([group]) => group !== "network" && group !== "ordinary");
  return {
    accounts: picked.length,
    inNetwork,
    missed: [...planted.values()].filter((group) => group === "network").length - inNetwork,
    lookAlikes: lookAlikes
      .sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
      .map(([group, count]) => `${count} ${group}`)
      .join(", "),
    ordinary: groups.get("ordinary") ?? 0,
  };
}

/** `twin` leaves the truth beside the folder of the corpus, `reproduce` in a folder of the same name. */
function truthBeside(folder: string): string | null {
  const name = "truth.parquet";
  const places = [join(dirname(folder), name), join(dirname(folder), "..", "truth", basename(folder), name)];
  return places.find((path) => existsSync(path)) ?? null;
}
