/** A request that is refused: what the answer's status is, and the sentence that JupyterLab shows. */
export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    /** Status of HTTP: 403, 404, 409, 413 and so on. */
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
