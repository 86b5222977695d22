/**
 * Repairs lost output. tslab calls the `send` of its sockets without awaiting it, and zeromq refuses to start a send while another
 * is under way, so after some 500 writes in one go all further output vanishes, and the cell still counts as a success. Here each
 * message waits for the one before it on the same socket, and the output socket queues instead of dropping.
 */
import fs = require("node:fs");
import tslab = require("./tslab.cjs");

type SendingSocket = import("zeromq").Publisher | import("zeromq").Router;

interface Outgoing {
  message: Parameters<SendingSocket["send"]>[0];
  sent(): void;
}

/** What waits to be sent by a socket. */
interface Line {
  waiting: Outgoing[];
  underWay: Outgoing | undefined;
  send: SendingSocket["send"];
  isClosed(): boolean;
}

const { exit } = process;
const { Publisher, Router } = tslab.zeromq;
const lines = new Map<SendingSocket, Line>();

for (const { prototype } of [Publisher, Router]) {
  const sendNow: SendingSocket["send"] = prototype.send;
  replaceMethod(prototype, "send", function (this: SendingSocket, message) {
    const send = async (outgoing: typeof message) => sendNow.call(this, outgoing);
    const line = lines.get(this) ?? { waiting: [], underWay: undefined, send, isClosed: () => this.closed };
    lines.set(this, line);
    return new Promise<void>((sent) => {
      line.waiting.push({ message, sent });
      advance(line); // a free socket sends at once: the reply to a shutdown comes before the socket is closed
    });
  });
}

const { bind } = Publisher.prototype;
replaceMethod(Publisher.prototype, "bind", function (this: import("zeromq").Publisher, address) {
  this.sendHighWaterMark = 0;
  return bind.call(this, address);
});

function advance(line: Line): void {
  if (line.underWay) return;
  const next = line.waiting.shift();
  if (next === undefined) return;
  line.underWay = next;
  const sent = () => {
    next.sent();
    release(line, next);
  };
  if (line.isClosed()) sent();
  else
    line.send(next.message).then(sent, (reason) => {
      if (!isBusy(reason)) die(reason);
      line.waiting.unshift(next);
      setImmediate(() => release(line, next));
    });
}

function release(line: Line, sent: Outgoing): void {
  if (line.underWay !== sent) return;
  line.underWay = undefined;
  advance(line);
}

function isBusy(reason: unknown): boolean {
  return reason instanceof Error && "code" in reason && reason.code === "EBUSY";
}

/** Goes on after an interrupt, by which the news that a message was sent may have been lost. */
function resume(): void {
  for (const line of lines.values()) if (line.underWay) release(line, line.underWay);
}

/** Replaces a method of a socket; zeromq's are read-only, so assigning does not do. */
function replaceMethod<Socket extends SendingSocket, Name extends "send" | "bind">(
  prototype: Socket,
  name: Name,
  method: (this: Socket, ...args: Parameters<Socket[Name]>) => Promise<void>,
): void {
  Object.defineProperty(prototype, name, { value: method, configurable: true });
}

/** A kernel that can't send its output must not go on as if it had. */
function die(reason: unknown): void {
  fs.writeSync(2, `cannot send output: ${reason instanceof Error ? reason.message : String(reason)}\n`);
  exit(1);
}

const serialiseSends = { resume };
export = serialiseSends;
