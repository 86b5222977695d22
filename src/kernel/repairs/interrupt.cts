/**
 * Repairs interrupts. tslab heeds SIGINT only while it waits and ignores `interrupt_request`, so that a cell whose loop never ends after
 * its first `await` can only be killed, with all variables. Here two threads stand by that such a loop can't hold up: one reads the control
 * channel, the other waits for SIGINT. The cell fails with `Interrupted`; if the kernel does not react, V8 is told to stop what runs.
 */
import fs = require("node:fs");
import nodePath = require("node:path");
import nodeVm = require("node:vm");
import workers = require("node:worker_threads");
import cells = require("./cell.cjs");
import serialiseSends = require("./serialise-sends.cjs");
import tslab = require("./tslab.cjs");

import type { Frames, Server } from "./tslab-parts.cjs";

class Interrupted extends Error {
  override name = "Interrupted";
}

/** Shared with the threads: whether the kernel has heard of the interrupt, and whether it runs code of a cell. */
const flags = new Int32Array(new SharedArrayBuffer(8));
const [heard, running] = [0, 1];

let interruptRunning: () => void = () => undefined;

tslab.aroundExecution(async (execute, code) => {
  const interrupted = new Promise<false>((resolve) => {
    const cell = cells.own();
    interruptRunning = () => {
      cell?.fail(new Interrupted("the cell was interrupted"));
      resolve(false);
    };
  });
  try {
    Atomics.store(flags, running, 1);
    return await Promise.race([inOwnTurn(() => execute(code)), interrupted]);
  } finally {
    Atomics.store(flags, running, 0);
    interruptRunning = () => undefined;
  }
});

/** To stop what runs ends all functions on the stack, and drops what waits in the same turn of the event loop. */
function inOwnTurn<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setImmediate(() => work().then(resolve, reject));
  });
}

/** The compiler must never be stopped halfway. */
tslab.aroundConversion((convert) => {
  Atomics.store(flags, running, 0);
  const converted = convert();
  Atomics.store(flags, running, 1);
  return converted;
});

const connectionFile = process.argv.at(-1) ?? "";
const { transport, ip, control_port, key } = JSON.parse(fs.readFileSync(connectionFile, "utf8"));
const signals = new workers.MessageChannel();
const address = `${transport}://${ip}:${control_port}`;
const control = startThread("control-thread", { address, key, flags, signals: signals.port1 }, [signals.port1]);
const controlIsBound = new Promise((bound) => control.once("message", bound));

tslab.replace(tslab.jupyter.ZmqServer.prototype, "init", (init) => {
  return async function (this: Server) {
    await controlIsBound; // a client that hears from the kernel may rely on all its sockets
    control.on("message", (message: "interrupt" | Uint8Array[]) => {
      if (message !== "interrupt")
        void this.handleShellMessage({ send: answer }, ...message.map((frame) => Buffer.from(frame)));
    });
    await init.call(this);
  };
});

tslab.replace(tslab.jupyter.ZmqServer.prototype, "bindSocket", (bindSocket) => {
  return async function (this: Server, socket, port) {
    if (socket !== this.control) await bindSocket.call(this, socket, port);
  };
});

tslab.replace(tslab.main, "startKernel", (start) => (options) => {
  start(options);
  const heed = process.listeners("SIGINT");
  process.removeAllListeners("SIGINT"); // a listener would take the signal away from the thread
  const sigint = startThread("sigint-thread", { signals: signals.port2 }, [signals.port2]);
  control.on("message", (message) => {
    if (message !== "interrupt") return;
    Atomics.store(flags, heard, 1);
    Atomics.notify(flags, heard);
    serialiseSends.resume();
    interruptRunning();
    for (const listener of heed) listener("SIGINT");
  });
  tslab.replace(tslab.jupyter.ZmqServer.prototype, "close", (close) => {
    return function (this: Server) {
      close.call(this);
      void sigint.terminate();
      control.ref(); // it has still to send the answer
      control.postMessage("close");
    };
  });
});

/** What tslab asks for here, to be interrupted in its first turn, would take the signal away from the thread too. */
tslab.replace(nodeVm, "runInThisContext", (run) => (code, options) => {
  return run(code, typeof options === "object" ? { ...options, breakOnSigint: false } : options);
});

/** Sends the kernel's answer to what came through the control channel. */
function answer(frames: Frames): void {
  control.postMessage(frames.map((frame) => Buffer.from(frame)));
}

function startThread(name: string, workerData: object, transferList: import("node:worker_threads").TransferListItem[]) {
  const file = nodePath.join(__dirname, `${name}.js`);
  const thread = new workers.Worker(file, { workerData, transferList, execArgv: [] });
  thread.unref();
  return thread;
}
