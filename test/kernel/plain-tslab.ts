import { createRequire } from "node:module";

/** How tslab itself starts its kernel, without any repair. */
export const plainTslab: readonly string[] = [
  "--disable-warning=ExperimentalWarning",
  createRequire(import.meta.url).resolve("tslab/bin/tslab"),
  "kernel",
  "--config-path",
];
