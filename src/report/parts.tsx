import type { ComponentChildren } from "preact";
import type { Verdict } from "../claims/verdict.js";

/** A sign beside the word, so that colour never says anything alone. */
const signs: Record<Verdict, { sign: string; tone: string }> = {
  reproduced: { sign: "✓", tone: "good" },
  "within rounding": { sign: "≈", tone: "near" },
  differs: { sign: "≠", tone: "bad" },
  "sources contradict each other": { sign: "↯", tone: "doubt" },
  "stated in the source with nothing to compute": { sign: "“", tone: "quiet" },
  "not computable from this corpus": { sign: "–", tone: "quiet" },
};

/** The verdicts in the order in which they are always listed. */
export const verdicts = Object.keys(signs) as Verdict[];

export function toneOf(verdict: Verdict): string {
  return signs[verdict].tone;
}

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { sign, tone } = signs[verdict];
  return (
    <span class={`verdict ${tone}`}>
      <span aria-hidden="true">{sign}</span> {verdict}
    </span>
  );
}

interface ScrollingProps {
  label: string;
  /** Another class beside its own. */
  kind?: string;
  children: ComponentChildren;
}

/** A table or figure that scrolls in a region of its own where the page is narrower than it, by keyboard too. */
export function Scrolling({ label, kind = "", children }: ScrollingProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class={`scrolling ${kind}`.trim()} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** Lists things as a sentence's parts, with commas between. */
export function Commas({ children }: { children: ComponentChildren[] }) {
  return <>{children.flatMap((child, at) => (at === 0 ? [child] : [", ", child]))}</>;
}
