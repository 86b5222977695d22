/** What to do when the kernel itself is broken. */
export const reinstall = "run again; if it persists, install again with `npm ci`";

/** The kernel, not the code of a cell, has failed. The runner adds notebook and cell. */
export class KernelFailure extends Error {
  override name = "KernelFailure";

  constructor(
    problem: string,
    /** What to do about it. */
    readonly advice: string = reinstall,
    /** What the kernel's process wrote to its standard error. */
    readonly details = "",
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}
