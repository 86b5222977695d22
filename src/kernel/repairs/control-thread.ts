import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { Router } from "zeromq";
import { messageFrom, replyFrames } from "../messages.js";
import { stopMain } from "./stop-main.js";

/**
 * A thread that reads the kernel's control channel, so that an interrupt is heard while the main thread is busy. Everything else is
 * passed on to the main thread, and its answers are sent from here. The thread that waits for SIGINT tells this one.
 */
const { address, key, signals }: { address: string; key: string; signals: MessagePort } = workerData;
const socket = new Router({ linger: 1000 });
let sent: Promise<void> = Promise.resolve();

await socket.bind(address);
parentPort?.postMessage("bound");
parentPort?.on("message", (message: "close" | Uint8Array[]) => {
  if (message === "close") void sent.then(close);
  else send(message);
});

signals.on("message", stopMain);

for await (const frames of socket) {
  const { type, header, identities } = messageFrom(key, frames);
  if (type !== "interrupt_request") {
    parentPort?.postMessage(frames);
    continue;
  }
  stopMain();
  send([...identities, ...replyFrames(key, "interrupt_reply", header, { status: "ok" })]);
}

function send(frames: (string | Uint8Array)[]): void {
  sent = sent.then(() => (socket.closed ? undefined : socket.send(frames.map((frame) => Buffer.from(frame)))));
}

function close(): void {
  signals.close();
  socket.close();
  parentPort?.close();
}
