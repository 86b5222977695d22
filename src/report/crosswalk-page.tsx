import { ClaimsTable } from "./claims-table.js";
import { Layout } from "./layout.js";
import type { Material } from "./material.js";
import { verdicts } from "./parts.js";
import { crosswalkPage, Place } from "./places.js";

/** Every published claim in one table. The form to filter it appears where scripts run; without, the table is whole. */
export function CrosswalkPage({ material }: { material: Material }) {
  const place = new Place(material, crosswalkPage);
  const { rows } = material;
  const distinct = (values: string[]) => [...new Set(values)].sort();
  const choices = [
    ["verdict", verdicts.filter((verdict) => rows.some((row) => row.verdict === verdict))],
    ["basis", distinct(rows.map(({ basis }) => basis ?? "none"))],
    ["paper", distinct(rows.map(({ claim }) => claim.paper))],
    ["finding", distinct(rows.map(({ claim }) => claim.finding ?? "none"))],
  ] as const;
  return (
    <Layout {...{ material, place }} title="All claims" scripts={["assets/crosswalk.js"]}>
      <header class="opening">
        <h1>Every claim, its code, its figure, its verdict</h1>
        <p>
          {rows.length} numbers and statements that the two papers and the press about them printed, in our own words,
          and checks (C) of these against each other. Each is set against what this run computed from{" "}
          <strong>{material.corpus.title}</strong> ({material.corpus.basis}), or says why nothing was.
        </p>
      </header>
      <form id="filter" class="filter" hidden aria-label="Filter the claims">
        {choices.map(([name, values]) => (
          <label key={name}>
            {name}
            <select name={name}>
              <option value="">all</option>
              {values.map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="reset">Show all</button>
        <p id="count" role="status">
          {rows.length} of {rows.length} claims
        </p>
      </form>
      <ClaimsTable {...{ material, place, rows }} label="All claims" withFinding />
    </Layout>
  );
}
