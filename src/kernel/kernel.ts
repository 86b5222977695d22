import { setTimeout as delay } from "node:timers/promises";
import { messageOf } from "../errors.js";
import { atExit } from "./at-exit.js";
import { Client, type Exchange, type Receive } from "./client.js";
import { type Connection, makeConnection } from "./connection.js";
import { KernelFailure, reinstall } from "./kernel-failure.js";
import { type KernelOptions, type KernelProcess, startProcess } from "./kernel-process.js";

const startSeconds = 60;
const finishSeconds = 10;

/** A running tslab kernel and the connection to it. Whoever starts it closes it. */
export class Kernel {
  readonly #process: KernelProcess;
  readonly #client: Client;
  readonly #connection: Connection;
  readonly #forget: () => void;

  private constructor(connection: Connection, options: KernelOptions) {
    this.#connection = connection;
    this.#process = startProcess(connection.file, options);
    this.#client = new Client(connection);
    this.#forget = atExit(() => {
      this.#process.kill();
      connection.remove();
    });
  }

  /**
   * Starts a kernel and waits until it answers.
   *
   * @throws KernelFailure if it ends before that, or does not answer within a minute
   */
  static async start(options: KernelOptions): Promise<Kernel> {
    const kernel = new Kernel(await makeConnection(), options);
    try {
      const silent = new KernelFailure(`no answer within ${startSeconds} s`);
      await within(startSeconds, kernel.#answering(), silent);
      kernel.#connection.remove(); // the sockets are connected; nothing is left lying about, however this process ends
      return kernel;
    } catch (thrown) {
      await kernel.close();
      const cause = { cause: thrown };
      throw new KernelFailure(`kernel does not start: ${messageOf(thrown)}`, reinstall, kernel.errorText, cause);
    }
  }

  /**
   * Runs the code of a cell; `receive` gets what the kernel publishes about it.
   *
   * The code is done once it was replied to and a later request has gone through both sockets: published messages come in order, so
   * whatever the code had still to say has come before that.
   *
   * @returns the status of the reply: `ok`, `error` or `abort`
   * @throws KernelFailure if the kernel ends, breaks the protocol, takes too long or loses output
   */
  async execute(code: string, receive: Receive, timeoutSeconds: number): Promise<string> {
    const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false };
    const tooLong = new KernelFailure(
      `still running after ${timeoutSeconds} s`,
      "look for work that never ends, or allow more time",
    );
    return within(timeoutSeconds, this.#complete(this.#client.request("execute_request", content, receive)), tooLong);
  }

  /** What the kernel's process wrote to its own standard error, past any cell. Complete once the kernel is closed. */
  get errorText(): string {
    return this.#process.errorText();
  }

  /**
   * Lets the kernel end by itself, once all that its cells started is done.
   *
   * @throws KernelFailure if it does not end within ten seconds, or ends by a failure
   */
  async finish(): Promise<void> {
    const left = new KernelFailure("kernel has work left after the last cell", "await all that the cells start");
    await within(
      finishSeconds,
      this.#orFailure(this.#client.request("shutdown_request", { restart: false }).reply),
      left,
    );
    await within(finishSeconds, this.#process.ended, left);
  }

  /** Ends the kernel at once, waits until it is gone and removes its files. */
  async close(): Promise<void> {
    this.#process.kill();
    await this.#process.closed;
    this.#client.close();
    this.#connection.remove();
    this.#forget();
  }

  async #complete({ reply, idle }: Exchange): Promise<string> {
    let ended = false;
    void idle.then(() => {
      ended = true;
    });
    const { status } = await this.#orFailure(reply);
    await this.#answering(); // asks again: the answer to a single question may be lost with the output
    if (!ended) throw new KernelFailure("kernel lost output of the cell", "print less in one cell");
    return String(status);
  }

  /** A publisher drops what it sends before the subscription has reached it: ask until an answer comes through both sockets. */
  async #answering(): Promise<void> {
    const answered = () => this.#fence().then(() => true);
    while (!(await Promise.race([answered(), delay(200, false)])));
  }

  async #fence(): Promise<void> {
    const { reply, idle } = this.#client.request("kernel_info_request", {});
    await this.#orFailure(Promise.all([reply, idle]));
  }

  #orFailure<T>(work: Promise<T>): Promise<T> {
    const brokenProtocol = this.#client.failed.catch((thrown: unknown) => {
      throw new KernelFailure(messageOf(thrown));
    });
    return Promise.race([work, this.#process.died, brokenProtocol]);
  }
}

async function within<T>(seconds: number, work: Promise<T>, failure: KernelFailure): Promise<T> {
  const cancel = new AbortController();
  const late = delay(seconds * 1000, undefined, { signal: cancel.signal }).then(() => {
    throw failure;
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    cancel.abort();
  }
}
