import { randomUUID } from "node:crypto";
import { Dealer, Subscriber } from "zeromq";
import type { Connection } from "./connection.js";
import { type Content, type Message, messageFrom, requestFrames } from "./messages.js";

/** What the kernel does with one request. */
export interface Exchange {
  /** Content of the reply. */
  reply: Promise<Content>;
  /** Settles when the kernel has published that it is done with the request. */
  idle: Promise<void>;
}

/** Gets what the kernel publishes about a request: `status`, `stream`, `display_data` and so on. */
export type Receive = (message: Message) => void;

/** The client's end of the two sockets that a notebook needs: requests and their replies, and what the kernel publishes. */
export class Client {
  /** Rejects when the kernel sends what the protocol does not allow. */
  readonly failed: Promise<never>;
  readonly #session = randomUUID();
  readonly #shell = new Dealer({ linger: 0, routingId: this.#session });
  readonly #iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  readonly #key: string;
  readonly #open = new Map<string, { replied: (content: Content) => void; receive: Receive }>();
  #requests = 0;

  constructor(connection: Connection) {
    this.#key = connection.key;
    this.#iopub.subscribe();
    this.#iopub.connect(connection.iopub);
    this.#shell.connect(connection.shell);
    const reading = [
      this.#read(this.#shell, (message) => this.#exchange(message)?.replied(message.content)),
      this.#read(this.#iopub, (message) => this.#exchange(message)?.receive(message)),
    ];
    this.failed = new Promise((_, reject) => {
      for (const reader of reading) reader.catch(reject);
    });
    this.failed.catch(() => undefined); // it is heard only while a request is under way
  }

  /** Sends a request. `receive` also gets what comes after the exchange is over. */
  request(type: string, content: Content, receive: Receive = () => undefined): Exchange {
    this.#requests += 1;
    const id = `${this.#session}-${this.#requests}`;
    const exchange = promise<Content>();
    const idle = promise<void>();
    this.#open.set(id, {
      replied: exchange.resolve,
      receive: (message) => {
        receive(message);
        if (message.type === "status" && message.content.execution_state === "idle") idle.resolve();
      },
    });
    const sent = this.#shell.send(requestFrames(this.#key, { id, type, session: this.#session }, content));
    return { reply: sent.then(() => exchange.settled), idle: idle.settled };
  }

  close(): void {
    this.#shell.close();
    this.#iopub.close();
  }

  #exchange({ request }: Message) {
    return request === undefined ? undefined : this.#open.get(request);
  }

  async #read(socket: Dealer | Subscriber, take: (message: Message) => void): Promise<void> {
    for await (const frames of socket) take(messageFrom(this.#key, frames));
  }
}

function promise<T>(): { settled: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const settled = new Promise<T>((done) => {
    resolve = done;
  });
  return { settled, resolve };
}
