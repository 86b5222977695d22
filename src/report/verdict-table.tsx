import type { Material } from "./material.js";
import { Scrolling, toneOf, VerdictMark, verdicts } from "./parts.js";
import { crosswalkPage, type Place } from "./places.js";

/** How many claims there are of each verdict and basis; every number leads to its claims. */
export function VerdictTable({ material: { rows }, place }: { material: Material; place: Place }) {
  const bases = [...new Set(rows.map(({ basis }) => basis ?? "none"))].sort();
  const present = verdicts.filter((verdict) => rows.some((row) => row.verdict === verdict));
  const count = (verdict: string, basis?: string) =>
    rows.filter((row) => row.verdict === verdict && (basis === undefined || (row.basis ?? "none") === basis)).length;
  const address = (query: string) => `${place.toReport(crosswalkPage)}?${query}`;
  const shares = present.map((verdict) => ({ tone: toneOf(verdict), verdict, count: count(verdict) }));
  return (
    <>
      <Bar shares={shares} total={rows.length} />
      <Scrolling label="Claims by verdict and basis">
        <table class="verdicts">
          <caption>Claims by verdict and basis</caption>
          <thead>
            <tr>
              <th scope="col">verdict</th>
              <th scope="col" class="number">
                claims
              </th>
              {bases.map((basis) => (
                <th key={basis} scope="col" class="number">
                  {basis === "none" ? "not computed" : basis}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {present.map((verdict) => (
              <tr key={verdict}>
                <th scope="row">
                  <VerdictMark verdict={verdict} />
                </th>
                <td class="number">
                  <a href={address(`verdict=${encodeURIComponent(verdict)}`)}>{count(verdict)}</a>
                </td>
                {bases.map((basis) => (
                  <td key={basis} class="number">
                    {count(verdict, basis) === 0 ? (
                      <span class="quiet">·</span>
                    ) : (
                      <a href={address(`verdict=${encodeURIComponent(verdict)}&basis=${encodeURIComponent(basis)}`)}>
                        {count(verdict, basis)}
                      </a>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  );
}

/** The verdicts' shares as a bar, for the eye only: the table below has the numbers. */
function Bar({ shares, total }: { shares: { tone: string; verdict: string; count: number }[]; total: number }) {
  const width = 1000;
  const starts = shares.map((_, at) => shares.slice(0, at).reduce((sum, { count }) => sum + count, 0));
  const at = (count: number) => Math.round((count / Math.max(1, total)) * width);
  return (
    <svg class="bar" viewBox={`0 0 ${width} 16`} preserveAspectRatio="none" aria-hidden="true">
      {shares.map(({ tone, verdict, count }, index) => (
        <rect
          key={verdict}
          class={tone}
          x={at(starts[index] ?? 0)}
          y="0"
          width={Math.max(2, at((starts[index] ?? 0) + count) - at(starts[index] ?? 0) - 3)}
          height="16"
        />
      ))}
    </svg>
  );
}
