import type { Plot } from "./notebook-cells.js";
import type { Place } from "./places.js";

/** The script that draws plots, and the library that it loads when a reader opens the first. */
export const plotScript = "assets/plots.js";
export const plotLibrary = "assets/plotly.min.js";

/** A plot to explore. Nothing of it is loaded or drawn before it is opened; the figures above say the same without it. */
export function PlotView({ plot, place }: { plot: Plot; place: Place }) {
  const title = titleIn(plot.layout);
  return (
    <details class="explore" data-library={place.toReport(plotLibrary)} data-plot={JSON.stringify(plot)}>
      <summary>Explore: {title}</summary>
      <section
        class="plot"
        aria-label={`Interactive plot: ${title}. The figures and tables of this page have its numbers.`}
      />
      <noscript>
        <p>This view needs JavaScript; the figures above do not.</p>
      </noscript>
    </details>
  );
}

function titleIn({ title }: Record<string, unknown>): string {
  if (typeof title === "string") return title;
  const text = typeof title === "object" && title !== null && "text" in title ? title.text : undefined;
  return typeof text === "string" ? text : "the same data";
}
