/**
 * Knows which cell the running code belongs to: the one it was started by, however late it runs. The other repairs build on it.
 */
import async_hooks = require("node:async_hooks");
import tslab = require("./tslab.cjs");

import type { Frames, Handler, Message, Server, StreamName, WriteDisplay, WriteStream } from "./tslab-parts.cjs";

class CellOfRequest {
  /** Place in the order of execution, from 1; 0 as long as the cell waits. */
  count = 0;
  code = "";
  /** The first thing that went wrong; undefined if nothing did. */
  failure: { reason: unknown } | undefined;
  /** Whether the kernel has replied: what goes wrong afterwards can't change the reply. */
  isDone = false;
  /** Sends what was written and waits to be sent. */
  flush: () => void = () => undefined;
  /** Takes what the cell writes. */
  write: WriteStream = () => undefined;
  /** Takes what the cell displays. */
  display: WriteDisplay = () => undefined;

  constructor(
    private readonly server: Server,
    private readonly request: Message,
  ) {}

  /** Publishes a message about this cell, after all that it wrote before. */
  publish(type: string, content: object): void {
    this.flush();
    const message = this.request.createReply();
    message.header.msg_type = type;
    message.content = content;
    message.signAndSend(this.server.connInfo.key, this.server.iopub);
  }

  fail(reason: unknown): void {
    this.failure ??= { reason };
  }
}

const storage = new async_hooks.AsyncLocalStorage<CellOfRequest>();
/** Replies that wait for the kernel to be idle. */
const replies = new WeakMap<Message, () => void>();
let latest: CellOfRequest | undefined;

/** The cell that the running code was started by; undefined for the kernel's own code. */
function own(): CellOfRequest | undefined {
  return storage.getStore();
}

/** The cell that code belongs to which knows none: the one that ran last, as in other kernels. */
function lastRun(): CellOfRequest | undefined {
  return latest;
}

tslab.replace(tslab.jupyter.ZmqServer.prototype, "handleExecute", (handleExecute) => {
  return function (this: Server, socket, request) {
    const cell = new CellOfRequest(this, request);
    // A client that has its reply may ask for something else: what is published about the cell must all be on its way by then.
    const reply = { send: (frames: Frames) => replies.set(request, () => socket.send(frames)) };
    return storage.run(cell, async () => {
      await handleExecute.call(this, reply, request);
      cell.flush();
      cell.isDone = true;
    });
  };
});

tslab.replace(tslab.jupyter.ZmqServer.prototype, "publishStatus", (publish) => {
  return function (this: Server, status, request) {
    publish.call(this, status, request);
    if (status === "idle") replies.get(request)?.();
  };
});

tslab.replace(tslab.jupyter.JupyterHandlerImpl.prototype, "handleExecuteImpl", (run) => {
  return function (this: Handler, request, stream, display) {
    const cell = own();
    if (cell) {
      latest = cell;
      cell.count = this.execCount + 1;
      cell.code = request.code;
      cell.write = (name: StreamName, text: string) => stream(name, text);
    }
    if (cell) cell.display = display;
    return run.call(this, request, stream, (content, isUpdate) => {
      const shownIn = own() ?? cell; // what an earlier cell started shows in that cell
      shownIn?.flush();
      shownIn?.display(content, isUpdate);
    });
  };
});

declare namespace cells {
  type Cell = CellOfRequest;
}

const cells = { own, lastRun };
export = cells;
