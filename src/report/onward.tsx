import type { Material } from "./material.js";
import { findingPage, type Place, titleOf } from "./places.js";

/** The findings before and after one, at the end of its page. */
export function Onward({ material, place, name }: { material: Material; place: Place; name: string }) {
  const names = material.findings.map((finding) => finding.name);
  const at = names.indexOf(name);
  const [before, after] = [names[at - 1], names[at + 1]];
  return (
    <nav aria-label="Findings before and after" class="onward">
      {before !== undefined && (
        <a rel="prev" href={place.toReport(findingPage(before))}>
          <span aria-hidden="true">←</span> {titleOf(before)}
        </a>
      )}
      {after !== undefined && (
        <a rel="next" href={place.toReport(findingPage(after))}>
          {titleOf(after)} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
