/**
 * Repairs lost output. tslab calls the `send` of its sockets without awaiting it, and zeromq refuses to start a send while another
 * is under way, so after some 500 writes in one go all further output vanishes, and the cell still counts as a success. Here each
 * send waits for the one before it on the same socket, and the output socket queues without a limit instead of dropping.
 *
 * Loaded into the kernel before tslab: `node --require .../serialise-sends.cjs .../tslab kernel`.
 */
import fs = require("node:fs");
import nodeModule = require("node:module");

type Zeromq = typeof import("zeromq");
type SendingSocket = import("zeromq").Publisher | import("zeromq").Router;

/** The copy of zeromq that tslab itself will load. */
const zeromq: Zeromq = nodeModule.createRequire(require.resolve("tslab/package.json"))("zeromq");

serialiseSends(zeromq.Publisher.prototype);
serialiseSends(zeromq.Router.prototype);

const bind = zeromq.Publisher.prototype.bind;
replace(zeromq.Publisher.prototype, "bind", function (address) {
  this.sendHighWaterMark = 0;
  return bind.call(this, address);
});

function serialiseSends(prototype: SendingSocket): void {
  const send: SendingSocket["send"] = prototype.send;
  const lastSend = new WeakMap<SendingSocket, Promise<void>>();
  replace(prototype, "send", function (message) {
    const sendNow = () => (this.closed ? Promise.resolve() : send.call(this, message));
    const previous = lastSend.get(this);
    // A free socket sends at once: the reply to a shutdown would otherwise come after the socket is closed.
    const turn = (previous === undefined ? sendNow() : previous.then(sendNow)).catch(die);
    lastSend.set(this, turn);
    return turn.then(() => {
      if (lastSend.get(this) === turn) lastSend.delete(this);
    });
  });
}

/** Replaces a method; zeromq's are read-only, so assigning does not do. */
function replace<Socket extends SendingSocket, Name extends "send" | "bind">(
  prototype: Socket,
  name: Name,
  method: (this: Socket, ...args: Parameters<Socket[Name]>) => Promise<void>,
): void {
  Object.defineProperty(prototype, name, { value: method, configurable: true });
}

/** A kernel that can't send its output must not go on as if it had. */
function die(reason: unknown): never {
  fs.writeSync(2, `cannot send output: ${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exit(1);
}
