import { Dealer } from "zeromq";
import { CellOutput } from "../../src/kernel/cell-output.js";
import { Client } from "../../src/kernel/client.js";
import { makeConnection } from "../../src/kernel/connection.js";
import { type KernelOptions, startProcess } from "../../src/kernel/kernel-process.js";
import { type Content, type Message, requestFrames } from "../../src/kernel/messages.js";

/** What a kernel did with a cell, to the last message. */
export interface Ran {
  reply: Content;
  types: string[];
  output: CellOutput;
  stdout: string;
}

/** A kernel as a front end has it, that runs cells one by one and goes on after a failure. Whoever starts it closes it. */
export interface Session {
  run(code: string): Promise<Ran>;
  /** Sends `interrupt_request` on the control channel. */
  requestInterrupt(): Promise<void>;
  /** Resolves when the kernel's process has ended, to what it wrote to standard error. */
  ended(): Promise<string>;
  close(): Promise<void>;
}

export async function startSession(options: KernelOptions): Promise<Session> {
  const connection = await makeConnection();
  const process = startProcess(connection.file, options);
  const client = new Client(connection);
  const control = new Dealer({ linger: 0 });
  control.connect(connection.shell.replace(/1$/, "4"));
  const info = () => client.request("kernel_info_request", {});
  // A publisher drops what it sends before the subscription has reached it.
  await Promise.race([process.died, info().reply.then(() => repeated(() => info().idle))]);
  return {
    run: (code) => Promise.race([run(client, code), process.died]),
    requestInterrupt: () =>
      control.send(requestFrames(connection.key, { id: "i", type: "interrupt_request", session: "s" }, {})),
    ended: () => process.closed.then(() => process.errorText()),
    async close() {
      process.kill();
      await process.closed;
      control.close();
      client.close();
      connection.remove();
    },
  };
}

async function run(client: Client, code: string): Promise<Ran> {
  const output = new CellOutput(new Map());
  const types: string[] = [];
  const receive = (message: Message) => {
    types.push(message.type);
    output.receive(message);
  };
  const { reply, idle } = client.request("execute_request", { code, silent: false, store_history: true }, receive);
  const [content] = await Promise.all([reply, idle]);
  const stdout = output.outputs.map((shown) => (shown.output_type === "stream" ? shown.text : "")).join("");
  return { reply: content, types, output, stdout };
}

/** Does something again until it settles within a fifth of a second. */
async function repeated(attempt: () => Promise<void>): Promise<void> {
  let isDone = false;
  while (!isDone) {
    await Promise.race([
      attempt().then(() => {
        isDone = true;
      }),
      new Promise((resolve) => setTimeout(resolve, 200)),
    ]);
  }
}
