import type { CrosswalkRow } from "../claims/crosswalk.js";
import { codeExcerpt } from "./code-excerpt.js";
import { highlighted } from "./highlight.js";
import type { Material } from "./material.js";
import { Scrolling } from "./parts.js";
import { codeAnchor } from "./places.js";
import { Trusted } from "./trusted.js";

/** The functions that compute some claims, each once, with the claims it serves. */
export function CodeView({ material, rows }: { material: Material; rows: CrosswalkRow[] }) {
  const places = [...new Set(rows.flatMap(({ code }) => code ?? []))].sort();
  const shown = places.flatMap((place) => {
    const source = material.code.get(place.split("#")[0] ?? "");
    return source === undefined ? [] : [{ place, excerpt: codeExcerpt(place, source) }];
  });
  return (
    <>
      {shown.map(({ place, excerpt }) => (
        <article key={place} id={codeAnchor(place)} class="excerpt">
          <h3>
            <code>{excerpt.file}</code>, line {excerpt.line}
          </h3>
          <p>Computes {claimsBy(rows, place)}.</p>
          <Scrolling label={`Code of ${excerpt.file} from line ${excerpt.from}`}>
            <div class="numbered">
              <pre aria-hidden="true" class="lines">
                {excerpt.text
                  .split("\n")
                  .map((_, at) => String(excerpt.from + at))
                  .join("\n")}
              </pre>
              <pre>
                <Trusted element="code" html={highlighted(excerpt.text)} />
              </pre>
            </div>
          </Scrolling>
        </article>
      ))}
    </>
  );
}

function claimsBy(rows: CrosswalkRow[], place: string): string {
  const ids = rows.filter(({ code }) => code === place).map(({ id }) => id);
  return `${ids.length === 1 ? "claim" : "claims"} ${ids.join(", ")}`;
}
