/**
 * Repairs failures that pass for success. tslab logs a rejected promise that nobody awaits and an exception thrown by a timer, in
 * whichever cell runs at that time or in none, and every cell still succeeds. Here they fail the cell that started the work: a cell is
 * done when nothing that it started is left to do, and if that takes more than three seconds, it says so on stderr. What fails later
 * still is reported in that cell, and after the last one by the exit code of the kernel.
 */
import fs = require("node:fs");
import timers = require("node:timers/promises");
import cells = require("./cell.cjs");
import errorMessages = require("./error-messages.cjs");
import tslab = require("./tslab.cjs");

import type { Server } from "./tslab-parts.cjs";

const longestWait = 3000; // milliseconds
const { stderr } = process;

/** Promises of running cells that were rejected and that nobody has looked at yet. */
const rejected = new Map<Promise<unknown>, { cell: cells.Cell; reason: unknown }>();

tslab.replace(tslab.main, "startKernel", (start) => (options) => {
  const events = ["unhandledRejection", "uncaughtException"] as const;
  start(options);
  for (const event of events) process.removeAllListeners(event); // tslab's, which write to stderr and forget
  process.on("unhandledRejection", (reason, promise) => {
    const cell = cells.own();
    if (cell && !cell.isDone) rejected.set(promise, { cell, reason });
    else report(reason);
  });
  process.on("rejectionHandled", (promise) => void rejected.delete(promise));
  process.on("uncaughtException", report);
});

tslab.aroundExecution(async (execute, code) => {
  const before = activeResources();
  const isGood = await execute(code);
  if (isGood) await settled(before);
  else await timers.setImmediate();
  const cell = cells.own();
  for (const [promise, { cell: rejectedIn, reason }] of rejected) {
    if (rejectedIn !== cell) continue;
    cell.fail(reason);
    rejected.delete(promise);
  }
  return isGood && cell?.failure === undefined;
});

/** tslab answers heartbeats without waiting, and closes the socket over an answer when it shuts down. */
let isShutDown = false;
tslab.replace(tslab.jupyter.ZmqServer.prototype, "close", (close) => {
  return function (this: Server) {
    isShutDown = true;
    close.call(this);
  };
});

function isOfClosedSocket(reason: unknown): boolean {
  return isShutDown && reason instanceof Error && "code" in reason && reason.code === "EBADF";
}

function report(reason: unknown): void {
  const cell = cells.own();
  if (!cell && isOfClosedSocket(reason)) return;
  if (cell && !cell.isDone) cell.fail(reason);
  else publish(reason, cell);
}

/** It is too late to fail the cell; the front end is told all the same, and whoever reads what the process writes. */
function publish(reason: unknown, cell: cells.Cell | undefined): void {
  const error = errorMessages.errorContent(reason, cell);
  if (cell) cell.publish("error", error);
  process.exitCode = 1;
  const place = cell ? `cell ${cell.count}, after it was done` : "outside a cell";
  fs.writeSync(2, `${place}: ${error.traceback.join("\n")}\n`);
}

/** Waits until nothing is left to do but what was under way before. */
async function settled(before: string[]): Promise<void> {
  const start = process.hrtime.bigint();
  for (let pause = 1; ; pause = Math.min(50, pause * 2)) {
    await timers.setImmediate(); // rejections are known only after a turn of the event loop
    const left = newSince(before);
    if (left.length === 0) return;
    if (process.hrtime.bigint() - start > BigInt(longestWait) * 1_000_000n) return warnOf(left);
    await timers.setTimeout(pause);
  }
}

function warnOf(left: string[]): void {
  const what = [...new Set(left)].sort().join(", ");
  stderr.write(`the cell is done, but work that it started still goes on: ${what}; await it, or end it\n`);
}

/** Kinds of what keeps the event loop going. The compiler watches files for as long as the kernel lives: that is no work of a cell. */
function activeResources(): string[] {
  return process.getActiveResourcesInfo().filter((kind) => !/^(FSEventWrap|StatWatcher)$/.test(kind));
}

function newSince(before: string[]): string[] {
  const old = [...before];
  return activeResources().filter((kind) => {
    const known = old.indexOf(kind);
    if (known !== -1) old.splice(known, 1);
    return known === -1;
  });
}
