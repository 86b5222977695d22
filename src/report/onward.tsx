import type { Material } from "./material.js";
import { findingPage, type Place, titleOf } from "./places.js";

/** The findings before and after one, at the end of its page. */
export function Onward({ material, place, name }: { material: Material; place: Place; name: string }) {
  const { findings } = material;
  const at = findings.findIndex((finding) => finding.name === name);
  const [before, after] = [findings[at - 1], findings[at + 1]];
  return (
    <nav aria-label="Findings before and after" class="onward">
      {before !== undefined && (
        <a rel="prev" href={place.toReport(findingPage(before.name))}>
          <span aria-hidden="true">←</span> {before.title ?? titleOf(before.name)}
        </a>
      )}
      {after !== undefined && (
        <a rel="next" href={place.toReport(findingPage(after.name))}>
          {after.title ?? titleOf(after.name)} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
