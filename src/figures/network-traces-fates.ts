import type { Fate } from "../findings/network/member-accounts.js";
import { colours, dashes, ink } from "./theme.js";

/** What became of an account, in words, colour and dash pattern; the same in all figures of the network. */
export const fateStyles: Record<Fate, { text: string; colour: string; dash: number[] }> = {
  suspended: { text: "suspended by the first query", colour: colours.suspended, dash: dashes.suspended },
  "suspended later": { text: "suspended later", colour: colours.network, dash: dashes.network },
  deleted: { text: "deleted", colour: colours.reference, dash: [2, 1] },
  active: { text: "still active", colour: colours.active, dash: dashes.active },
  unknown: { text: "status unknown", colour: ink, dash: dashes.reference },
};

/** Colour and dash encodings by fate with a legend of those that occur. */
export function fateScales(fates: readonly Fate[]) {
  const present = (Object.keys(fateStyles) as Fate[]).filter((fate) => fates.includes(fate));
  const styles = present.map((fate) => fateStyles[fate]);
  const scale = (range: unknown[]) => ({ domain: styles.map(({ text }) => text), range });
  const legend = { symbolType: "stroke", symbolSize: 80, symbolStrokeWidth: 1, orient: "top" };
  return {
    color: { field: "fate", type: "nominal", title: null, scale: scale(styles.map(({ colour }) => colour)), legend },
    strokeDash: { field: "fate", type: "nominal", title: null, scale: scale(styles.map(({ dash }) => dash)), legend },
  };
}
