import { type CrosswalkRow, outcomeText } from "../claims/crosswalk.js";
import type { Material } from "./material.js";
import { cellOf } from "./notebook-cells.js";
import { Commas, Scrolling, VerdictMark } from "./parts.js";
import { cellAnchor, codeAnchor, type Place, pageOf, sourcesPage } from "./places.js";

interface Props {
  material: Material;
  place: Place;
  rows: CrosswalkRow[];
  label: string;
  /** Whether the column of findings is shown, as on the page of all claims. */
  withFinding?: boolean;
}

/** Claims with what became of them, and links to all that stands behind each. */
export function ClaimsTable({ material, place, rows, label, withFinding = false }: Props) {
  const heads = [
    "claim",
    ...(withFinding ? ["paper", "finding"] : []),
    "published",
    "recomputed",
    "verdict",
    "basis",
    "see",
  ];
  return (
    <Scrolling label={label}>
      <table class="claims">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ClaimRow key={row.id} {...{ material, place, row, withFinding }} />
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function ClaimRow({ material, place, row, withFinding }: Omit<Props, "rows" | "label"> & { row: CrosswalkRow }) {
  const { id, claim, verdict, basis } = row;
  const page = pageOf(material, row);
  const finding = claim.finding ?? "none";
  return (
    <tr
      id={`claim-${id}`}
      data-verdict={verdict}
      data-basis={basis ?? "none"}
      data-paper={claim.paper}
      data-finding={finding}
    >
      <th scope="row">
        <span class="id">{id}</span> <span class="sentence">{claim.claim}</span>
      </th>
      {withFinding && <td>{claim.paper}</td>}
      {withFinding && <td>{page === null ? finding : <a href={place.toReport(page)}>{finding}</a>}</td>}
      <td>{claim.published || "no number"}</td>
      <td>
        {outcomeText(row)}
        <Contradiction row={row} />
      </td>
      <td>
        <VerdictMark verdict={verdict} />
      </td>
      <td>{basis ?? "—"}</td>
      <td class="see">
        <Behind {...{ material, place, row, page }} />
      </td>
    </tr>
  );
}

function Contradiction({ row: { outcome } }: { row: CrosswalkRow }) {
  if (!outcome || !("contradiction" in outcome) || outcome.contradiction === undefined) return null;
  return <p class="contradiction">{outcome.contradiction}</p>;
}

/** Links to the line that computes a claim, its figure, its cell and its sources. */
function Behind({
  material,
  place,
  row,
  page,
}: Pick<Props, "material" | "place"> & { row: CrosswalkRow; page: string | null }) {
  const { code, figure, claim, id } = row;
  const cell = page === null ? undefined : cellOf(material, row);
  const stem = figure?.replace(/^figures\//, "").replace(/\.svg$/, "");
  const drawn = material.findings.some(({ figures }) => figures.some((one) => one.stem === stem));
  const links = [
    ...(page !== null && code !== null && material.code.has(code.split("#")[0] ?? "")
      ? [
          {
            address: `${place.toReport(page)}#${codeAnchor(code)}`,
            text: `line ${code.split("#")[1]}`,
            what: `code of ${id}`,
          },
        ]
      : []),
    ...(page !== null && drawn
      ? [{ address: `${place.toReport(page)}#figure-${stem}`, text: "figure", what: `figure of ${id}` }]
      : []),
    ...(cell
      ? [
          {
            address: `${place.toReport(cell.page)}#${cellAnchor(cell.id)}`,
            text: "cell",
            what: `notebook cell of ${id}`,
          },
        ]
      : []),
    ...claim.sources.map((key) => ({
      address: `${place.toReport(sourcesPage)}#source-${key}`,
      text: key,
      what: `source ${key} of ${id}`,
    })),
  ];
  return (
    <Commas>
      {links.map(({ address, text, what }) => (
        <a key={address} href={address} aria-label={what === text ? undefined : `${text}: ${what}`}>
          {text}
        </a>
      ))}
    </Commas>
  );
}
