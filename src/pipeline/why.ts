import { inspectStep, openWorkplace, type Workplace, type WorkplaceOptions } from "./inspect.js";
import { findStep, type Step } from "./step.js";

/**
 * Says what the next run would do with a step, one sentence a cause, without running anything.
 *
 * @throws UsageError for an unknown step, UserError if an input is missing
 *
 * @example
 * await why(steps, "figures/labelling-rates", { root }); // ["would run: src/figures/theme.ts changed"]
 */
export async function why(steps: readonly Step[], name: string, options: WorkplaceOptions): Promise<string[]> {
  const place = openWorkplace(steps, options);
  const step = findStep(steps, name);
  const { reasons } = await inspectStep(step, place);
  if (reasons.length > 0) return reasons.map((reason) => `would run: ${reason}`);
  const upstream = await reasonsUpstream(step, place);
  return upstream.length > 0 ? upstream : ["up to date: nothing it depends on has changed since the last run"];
}

/** Steps it needs that would run first: whether it then runs depends on whether their outputs change. */
async function reasonsUpstream(step: Step, place: Workplace): Promise<string[]> {
  const needed = new Set(step.after);
  for (const name of needed) for (const earlier of findStep(place.steps, name).after) needed.add(earlier);
  const sentences: string[] = [];
  for (const name of needed) {
    const { reasons } = await inspectStep(findStep(place.steps, name), place);
    sentences.push(
      ...reasons.map((reason) => `would run if the outputs of ${name} change, which runs first: ${reason}`),
    );
  }
  return sentences;
}
