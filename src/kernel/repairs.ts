import { projectPath } from "../files/project.js";

/** The repairs of tslab, in the order in which they are loaded: a later one stands around an earlier one. */
export const repairs: readonly string[] = [
  "serialise-sends",
  "join-writes",
  "positions",
  "error-messages",
  "object-shorthand",
  "changed-packages",
  "find-project",
  "stale-build",
  "refuse-exit",
  "failing-cells",
  "interrupt",
];

/**
 * Arguments of node that start the repaired kernel; the path of the connection file comes after them.
 *
 * @param names which repairs to load, see `repairs/`
 *
 * @example
 * spawn(process.execPath, [...kernelArguments(repairs), "connection.json"]);
 */
export function kernelArguments(names: readonly string[]): string[] {
  // Which features count as experimental depends on the Node version: such a notice must not decide over a notebook.
  return ["--disable-warning=ExperimentalWarning", projectPath("dist", "kernel", "repairs", "start.cjs"), ...names];
}
