import type { Row } from "../corpus/schema.js";
import type { Study } from "../study/study.js";
import { Amplifiers } from "./amplifiers.js";
import type { TwinParts } from "./calibrate/twin-parts.js";
import { Events } from "./events.js";
import { twinLabels } from "./labels.js";
import { type LondonPlan, plantLondon } from "./london/plant-london.js";
import { makePosts } from "./make-posts.js";
import { addOrdinary } from "./ordinary/add-ordinary.js";
import { twinPrincipals } from "./principals.js";

/** Seed of the twin that the committed figures are drawn from. */
export const defaultSeed = 2021;

/** What decides a twin: the same options, the same twin. */
export interface TwinOptions {
  /** Another seed gives another twin with the same calibrated totals. */
  seed: number;
  /** Size of everything outside London: 1 is the published size. London stays whole down to 0.05. */
  scale: number;
  /** Share of coordinated actions that a member of the network joins, 0 to 1. */
  effort: number;
  study: Study;
}

/** A twin in memory: columns of numbers, which `writeTwin` turns into a corpus. */
export interface Twin extends TwinParts {
  options: TwinOptions;
  london: LondonPlan;
  labels: Row<"labels">[];
}

/**
 * Generates a twin: principals, labels and posts, then what is planted around London, then the ordinary amplifiers that fill
 * what is missing to the published totals.
 *
 * About 15 seconds and 1 GB at scale 1.
 *
 * @param report is told of each part as it begins
 * @example
 * makeTwin({ seed: 2021, scale: 0.01, effort: 1, study: oii2021 });
 */
export function makeTwin(options: TwinOptions, report: (part: string) => void = () => undefined): Twin {
  const { seed, scale, effort, study } = options;
  report("principals and labels");
  const principals = twinPrincipals(seed);
  const labels = twinLabels(seed, principals);
  report("posts");
  const posts = makePosts(principals, { seed, scale, study });
  const [amplifiers, events] = [new Amplifiers(), new Events()];
  report("London");
  const london = plantLondon({ principals, posts, amplifiers, events, seed, scale, effort, study });
  report("ordinary amplifiers");
  addOrdinary({ principals, posts, amplifiers, events, seed, scale, study });
  return { options, principals, labels, posts, amplifiers, events, london, members: london.members, study, scale };
}
