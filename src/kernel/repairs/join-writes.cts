/**
 * Repairs writes that cost a message each. tslab sends every write at once, a kilobyte of headers with a few bytes of text, so 100,000
 * lines fill the memory; it sends to whichever cell runs, even what an earlier one started; and it never calls back a writer that waits
 * for its text to be taken. Here writes are joined up to 64 KiB, go to the cell they come from, and are answered. A cell that prints
 * more than 64 MiB in one go fails.
 */
import nodeUtil = require("node:util");
import cells = require("./cell.cjs");
import tslab = require("./tslab.cjs");

import type { StreamName } from "./tslab-parts.cjs";

const mostJoined = 64 * 1024;
const mostInOneGo = 64 * 1024 * 1024;

interface Waiting {
  name: StreamName;
  texts: string[];
  length: number;
  /** Characters written since the kernel last had time to send. */
  inOneGo: number;
}

const waiting = new WeakMap<cells.Cell, Waiting>();

tslab.replace(tslab.jupyter.JupyterHandlerImpl.prototype, "createWriteToIopub", () => {
  return (name) => {
    const decoder = new nodeUtil.TextDecoder();
    return (data, ...rest) => {
      const text = typeof data === "string" ? data : decoder.decode(data, { stream: true });
      const cell = cells.own() ?? cells.lastRun();
      if (cell && text !== "") keep(cell, name, text);
      const written = rest.at(-1);
      if (typeof written === "function") setImmediate(() => written());
      return true;
    };
  };
});

function keep(cell: cells.Cell, name: StreamName, text: string): void {
  const kept = waiting.get(cell) ?? open(cell, name);
  if (kept.name !== name) cell.flush();
  if (kept.inOneGo + text.length > mostInOneGo) {
    cell.fail(new RangeError("the cell prints more than 64 MiB in one go; print less, or await something in between"));
    return;
  }
  if (kept.inOneGo === 0) {
    setImmediate(() => {
      kept.inOneGo = 0;
      cell.flush();
    });
  }
  kept.name = name;
  kept.inOneGo += text.length;
  kept.length += text.length;
  kept.texts.push(text);
  if (kept.length >= mostJoined) cell.flush();
}

function open(cell: cells.Cell, name: StreamName): Waiting {
  const kept: Waiting = { name, texts: [], length: 0, inOneGo: 0 };
  waiting.set(cell, kept);
  cell.flush = () => {
    if (kept.length === 0) return;
    const text = kept.texts.join("");
    kept.texts = [];
    kept.length = 0;
    cell.write(kept.name, text);
  };
  return kept;
}
