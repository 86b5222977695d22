import type { Row } from "../../corpus/schema.js";
import type { Study } from "../../study/study.js";
import type { Amplifiers } from "../amplifiers.js";
import type { Events } from "../events.js";
import type { Posts } from "../posts.js";
import type { TwinPrincipal } from "../principals.js";

/** What a generated twin consists of, as far as it is calibrated. */
export interface TwinParts {
  principals: readonly TwinPrincipal[];
  labels: readonly Row<"labels">[];
  posts: Posts;
  amplifiers: Amplifiers;
  events: Events;
  /** Numbers of the amplifiers in the network. */
  members: readonly number[];
  study: Study;
  scale: number;
}
