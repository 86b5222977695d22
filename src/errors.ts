/**
 * An error the user can act on. Its message is `problem: value; what to do`, printed as one line without a stack trace.
 *
 * @example
 * throw new UserError('unknown corpus: "twim"; known: twin, public, or a folder made by `import`');
 */
export class UserError extends Error {
  override name = "UserError";
  /** Exit code of the command line: 1 for bad input, 2 for misuse. */
  readonly exitCode: 1 | 2 = 1;
}

/** A command line that cannot be understood: an unknown command or option, or a value of the wrong form. Exit code 2. */
export class UsageError extends UserError {
  override name = "UsageError";
  override readonly exitCode = 2;
}

/** The text of anything thrown, for a message that a person reads. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
