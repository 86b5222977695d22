import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import { type Connection, makeConnection } from "../kernel/connection.js";
import { type KernelProcess, startProcess } from "../kernel/kernel-process.js";
import { type Content, partsFrom, requestFrames, signedFrames } from "../kernel/messages.js";

/** The sockets that a front end talks over. */
export type Channel = "shell" | "control" | "iopub";

/** A message between a front end and the kernel. */
export interface ChannelMessage {
  channel: Channel;
  header: Content;
  parent_header: Content;
  metadata: Content;
  content: Content;
}

/** Gets all that a kernel says. */
export type Hear = (message: ChannelMessage) => void;

/** One process of the repaired kernel with its sockets. It passes messages on and understands none of them. */
export class LiveKernel {
  /** Settles when the process has ended, asked for or not. */
  readonly ended: Promise<void>;
  /** Settles when what is sent is heard and what is answered arrives. */
  readonly ready: Promise<void>;
  readonly #process: KernelProcess;
  readonly #shell = new Dealer({ linger: 0 });
  readonly #control = new Dealer({ linger: 0 });
  readonly #iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  readonly #connection: Connection;
  readonly #session = randomUUID();
  #isClosed = false;
  #answered: () => void = () => undefined;
  #sending: Promise<unknown> = Promise.resolve();

  private constructor(
    connection: Connection,
    cwd: string,
    private readonly hear: Hear,
  ) {
    this.#connection = connection;
    this.#process = startProcess(connection.file, { cwd });
    this.#iopub.subscribe();
    this.#iopub.connect(connection.iopub);
    this.#shell.connect(connection.shell);
    this.#control.connect(connection.control);
    const sockets = [
      ["shell", this.#shell],
      ["control", this.#control],
      ["iopub", this.#iopub],
    ] as const;
    for (const [channel, socket] of sockets) this.#read(channel, socket).catch(() => this.#process.kill());
    this.ended = this.#process.closed.then(() => this.#close());
    this.ready = Promise.race([this.#nudge(), this.ended]);
  }

  /** Starts one whose cells look up their imports from a folder. @throws UserError if no sockets can be made */
  static async start(cwd: string, hear: Hear): Promise<LiveKernel> {
    return new LiveKernel(await makeConnection(), cwd, hear);
  }

  /** Sends a request, after those before it. */
  async send({ channel, header, parent_header, metadata, content }: ChannelMessage): Promise<void> {
    const socket = channel === "control" ? this.#control : this.#shell;
    const frames = signedFrames(this.#connection.key, [header, parent_header, metadata, content]);
    const before = this.#sending;
    this.#sending = (async () => {
      await before;
      if (channel === "shell") await this.ready;
      if (!this.#isClosed) await socket.send(frames);
    })().catch(() => undefined); // the process has ended meanwhile
    await this.#sending;
  }

  /** Interrupts the running cell. */
  async interrupt(): Promise<void> {
    const header = { id: randomUUID(), type: "interrupt_request", session: this.#session };
    await this.#control.send(requestFrames(this.#connection.key, header, {}));
  }

  /** Ends the process at once. */
  async kill(): Promise<void> {
    this.#process.kill();
    await this.ended;
  }

  /** A publisher drops what it sends before the subscription has reached it: ask until an answer comes. */
  async #nudge(): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      this.#answered = resolve;
    });
    const ask = () => {
      const header = { id: randomUUID(), type: "kernel_info_request", session: this.#session };
      this.#shell.send(requestFrames(this.#connection.key, header, {})).catch(() => undefined);
    };
    const timer = setInterval(ask, 200);
    ask();
    try {
      await Promise.race([answered, this.#process.closed]);
    } finally {
      clearInterval(timer);
    }
  }

  async #read(channel: Channel, socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) {
      const [header, parent_header, metadata, content] = partsFrom(this.#connection.key, frames);
      if (parent_header.session !== this.#session) this.hear({ channel, header, parent_header, metadata, content });
      else if (channel === "iopub") this.#answered();
    }
  }

  #close(): void {
    this.#isClosed = true;
    for (const socket of [this.#shell, this.#control, this.#iopub]) socket.close();
    this.#connection.remove();
  }
}
