import type { Verdict } from "../claims/verdict.js";
import { Layout } from "./layout.js";
import type { FindingMaterial, Material } from "./material.js";
import { verdicts } from "./parts.js";
import { crosswalkPage, drawingFile, findingPage, notebookPage, Place, startPage, titleOf } from "./places.js";
import { VerdictTable } from "./verdict-table.js";

/** The page that a reviewer opens first. */
export function StartPage({ material }: { material: Material }) {
  const place = new Place(material, startPage);
  const { corpus, study, rows, findings } = material;
  const isTwin = corpus.basis === "synthetic twin";
  return (
    <Layout {...{ material, place }} title="Overview" scripts={["run.js"]}>
      <header class="opening">
        <p class="kicker">
          Replication report <span class="basis">{corpus.basis}</span>
        </p>
        <h1>{study.title}, rerun</h1>
        <p>
          Two working papers of May 2021, figure by figure and number by number: {rows.length} claims, {findings.length}{" "}
          findings, and the line of code behind each number. The run read <strong>{corpus.title}</strong>:{" "}
          {corpus.description}
        </p>
        {isTwin && (
          <p class="caution">
            <strong>How agreement must be read.</strong> The twin is invented data, built to the published totals: that
            it agrees with them proves the code, not the study. Each verdict carries its basis. <em>Calibrated</em>: the
            twin was built to this number. <em>Emergent</em>: it falls out, or a detector finds it blind.{" "}
            <em>Published figures</em>: arithmetic on what the sources print.
          </p>
        )}
      </header>
      <section aria-labelledby="verdicts-title">
        <h2 id="verdicts-title">What came out</h2>
        <VerdictTable material={material} place={place} />
        {material.headlines.length > 0 && (
          <ul class="headlines">
            {material.headlines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
      <Listed
        {...{ material, place }}
        verdict="sources contradict each other"
        title="Where the sources contradict each other"
      />
      <Listed {...{ material, place }} verdict="differs" title="Where the result differs" />
      <section aria-labelledby="findings-title">
        <h2 id="findings-title">Findings</h2>
        <ul class="cards">
          {findings.map((finding) => (
            <Card key={finding.name} {...{ material, place, finding }} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="run-title">
        <h2 id="run-title">The run</h2>
        <div id="run">
          <p>
            When, where and how long it ran is in <code>run.json</code>, the one file with a clock in it.
          </p>
        </div>
        <p>
          The same inputs give the same bytes: <a href={place.toReport("checksums.sha256")}>checksums.sha256</a> lists
          every file of the run, and <a href={place.toReport("claims.json")}>claims.json</a> has the claims for
          programs.
          {material.notebooks.length > 0 && " Notebooks of no one finding: "}
          {material.notebooks.map(({ path }, at) => (
            <>
              {at > 0 && ", "}
              <a href={place.toReport(notebookPage(path))}>
                {titleOf(path.replace(/^.*\//, "").replace(/\.ipynb$/, ""))}
              </a>
            </>
          ))}
          {material.notebooks.length > 0 && "."}
        </p>
        {corpus.sources.length > 0 && (
          <p>Read from {corpus.sources.map(({ path, sha256 }) => `${path} (${sha256.slice(0, 12)}…)`).join(", ")}.</p>
        )}
      </section>
    </Layout>
  );
}

interface ListedProps {
  material: Material;
  place: Place;
  verdict: "differs" | "sources contradict each other";
  title: string;
}

/** The claims of a verdict that a sceptical reader wants to see first, each with its sentence. */
function Listed({ material, place, verdict, title }: ListedProps) {
  const rows = material.rows.filter((row) => row.verdict === verdict);
  if (rows.length === 0) return null;
  const id = `${verdict.replaceAll(" ", "-")}-title`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl class="listed">
        {rows.map(({ id: claim, claim: { claim: sentence, published }, outcome }) => (
          <div key={claim}>
            <dt>
              <a href={`${place.toReport(crosswalkPage)}#claim-${claim}`}>{claim}</a>
            </dt>
            <dd>
              {outcome && "contradiction" in outcome && outcome.contradiction !== undefined
                ? outcome.contradiction
                : sentence}
              <span class="quiet">
                {" "}
                Published: {published}.{outcome && "value" in outcome ? ` Computed: ${outcome.text}.` : ""}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Card({ material, place, finding }: { material: Material; place: Place; finding: FindingMaterial }) {
  const [first] = finding.figures;
  const rows = material.rows.filter(({ claim }) => claim.finding === finding.name);
  const text = finding.missing ?? first?.provenance.title ?? finding.about;
  return (
    <li>
      <div class="thumbnail" aria-hidden="true">
        {first && <img src={place.toReport(drawingFile(first.stem))} alt="" loading="lazy" decoding="async" />}
      </div>
      <div>
        <h3>
          <a href={place.toReport(findingPage(finding.name))}>{finding.title ?? titleOf(finding.name)}</a>
        </h3>
        {text !== undefined && <p>{text}</p>}
        <p class="quiet">{countsOf(rows.map(({ verdict }) => verdict))}</p>
      </div>
    </li>
  );
}

/** `8 claims: 7 reproduced, 1 differs` */
function countsOf(found: Verdict[]): string {
  const parts = verdicts
    .map((verdict) => ({ verdict, count: found.filter((one) => one === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`);
  return parts.length === 0
    ? "No claims"
    : `${found.length === 1 ? "Claims" : `${found.length} claims`}: ${parts.join(", ")}`.replace(
        /^Claims: 1 /,
        "1 claim: ",
      );
}
