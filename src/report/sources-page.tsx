import { Layout } from "./layout.js";
import type { Material } from "./material.js";
import { Commas } from "./parts.js";
import { crosswalkPage, Place, sourcesPage } from "./places.js";

/** Where the claims were printed. */
export function SourcesPage({ material }: { material: Material }) {
  const place = new Place(material, sourcesPage);
  return (
    <Layout {...{ material, place }} title="Sources">
      <header class="opening">
        <h1>Where the claims were printed</h1>
        <p>The papers, and what was written about them. The addresses lead out of this report, to the web.</p>
      </header>
      <dl class="sources">
        {material.sources.map((source) => (
          <div key={source.key} id={`source-${source.key}`}>
            <dt>
              <code>{source.key}</code>
            </dt>
            <dd>
              {/^https?:\/\//.test(source.url) ? (
                <a href={source.url}>{source.title}</a>
              ) : (
                <strong>{source.title}</strong>
              )}
              <span class="quiet">{details(source)}</span>
              <ClaimsFrom {...{ material, place }} source={source.key} />
            </dd>
          </div>
        ))}
      </dl>
    </Layout>
  );
}

function details({ publisher, date, note }: Material["sources"][number]): string {
  const parts = [publisher, date, note].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` ${parts.join(", ")}.`;
}

function ClaimsFrom({ material, place, source }: { material: Material; place: Place; source: string }) {
  const rows = material.rows.filter(({ claim }) => claim.sources.includes(source));
  if (rows.length === 0) return null;
  return (
    <p class="quiet">
      Claims{" "}
      <Commas>
        {rows.map(({ id }) => (
          <a key={id} href={`${place.toReport(crosswalkPage)}#claim-${id}`}>
            {id}
          </a>
        ))}
      </Commas>
    </p>
  );
}
