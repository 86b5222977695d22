import { writeAll } from "../../files/write-all.js";
import { ByteTexts } from "../events/byte-texts.js";
import { type EdgeCounts, EdgeLines } from "./edge-lines.js";
import { Gatherer } from "./gather.js";
import type { Semantics } from "./options.js";
import type { PartnerRows } from "./rows.js";

/** What every thread that writes edges needs. Its columns are shared. */
export interface EdgeTask {
  rows: PartnerRows;
  actors: number;
  semantics: Semantics;
  /** Names as CSV cells. */
  cells: Pick<ByteTexts, "bytes" | "starts" | "count">;
  /** Stretches of accounts: where each begins, and the number of accounts at the end. */
  blocks: Uint32Array;
  /** The open file. */
  descriptor: number;
  /** Shared by the threads: the next block to take, the block whose turn it is to be placed, and whether a thread failed. */
  state: Int32Array;
  /** Shared, and changed only by the thread whose turn it is: where in the file the next block begins. */
  place: Float64Array;
}

const [next, turn, failed] = [0, 1, 2];

/** A new state of a task: no block taken yet, and the first begins behind the header. */
export function edgeState(header: number): Pick<EdgeTask, "state" | "place"> {
  const place = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  place[0] = header;
  return { state: new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)), place };
}

/**
 * Takes blocks until none is left, and writes each where it belongs in the file. The length of the text decides where the next block
 * begins, so a thread waits, once its text is made, until the blocks before it have their places; the writing itself is side by side.
 *
 * @returns what this thread wrote
 */
export function takeBlocks(task: EdgeTask): EdgeCounts {
  const { rows, actors, semantics, blocks, descriptor, state, place } = task;
  const gatherer = new Gatherer(rows, actors, semantics);
  const edges = new EdgeLines(gatherer, ByteTexts.from(task.cells), rows.time.perSecond, semantics === "qut");
  const sum = { edges: 0, weight: 0 };
  try {
    for (let block = Atomics.add(state, next, 1); block + 1 < blocks.length; block = Atomics.add(state, next, 1)) {
      const counts = edges.append(blocks[block] as number, blocks[block + 1] as number);
      if (!awaitTurn(state, block)) return sum;
      const at = place[0] as number;
      place[0] = at + edges.lines.length;
      passTurn(state, block + 1);
      writeAll(descriptor, edges.lines.written(), at);
      edges.lines.length = 0;
      sum.edges += counts.edges;
      sum.weight += counts.weight;
    }
    return sum;
  } catch (thrown) {
    Atomics.store(state, failed, 1);
    passTurn(state, -1);
    throw thrown;
  }
}

/** Returns false if another thread failed meanwhile. */
function awaitTurn(state: Int32Array, block: number): boolean {
  for (let now = Atomics.load(state, turn); now !== block; now = Atomics.load(state, turn)) {
    if (Atomics.load(state, failed) === 1) return false;
    Atomics.wait(state, turn, now);
  }
  return true;
}

function passTurn(state: Int32Array, block: number): void {
  if (Atomics.load(state, failed) === 1) Atomics.store(state, turn, -1);
  else Atomics.store(state, turn, block);
  Atomics.notify(state, turn);
}
