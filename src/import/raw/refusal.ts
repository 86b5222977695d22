/**
 * Thrown by a reader for a row that it cannot take. Neither text quotes what the row says: rejects are kept on disk, and a name or an
 * id has no business there.
 */
export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    readonly reason: string,
    readonly remedy: string,
    /** Whether the row is sound and only of no use here, so that a file of such rows is still what it should be. */
    readonly isSound = false,
  ) {
    super(`${reason}; ${remedy}`);
  }
}
