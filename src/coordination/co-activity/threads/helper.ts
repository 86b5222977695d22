import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ByteTexts } from "../../events/byte-texts.js";
import type { CsvPart, CsvProblem } from "../../events/parse-events.js";
import type { RawEvents } from "../../events/raw-events.js";
import type { EdgeCounts } from "../edge-lines.js";
import type { EdgeTask } from "../edge-task.js";

export type HelperRequest = { kind: "parse"; part: CsvPart } | { kind: "edges"; task: EdgeTask };

export type HelperReply =
  | { kind: "events"; events: RawEvents | CsvProblem }
  | { kind: "edges"; counts: EdgeCounts }
  | { kind: "failed"; message: string; code: string | undefined };

/** A thread that reads and writes beside this one. It exists in the built package only. */
export class Helper {
  private readonly worker = new Worker(new URL("./helper-thread.js", import.meta.url));

  /** Reads a part of a CSV file. */
  async parse(part: CsvPart): Promise<RawEvents | CsvProblem> {
    const reply = await this.ask({ kind: "parse", part });
    if (reply.kind !== "events") throw new Error(`helper thread answered ${reply.kind} to parse`);
    const { events } = reply;
    if ("message" in events) return events;
    const { actors, targets, ids } = events;
    return { ...events, actors: ByteTexts.from(actors), targets: ByteTexts.from(targets), ids: ByteTexts.from(ids) };
  }

  /** Takes its share of the blocks of edges. */
  async edges(task: EdgeTask): Promise<EdgeCounts> {
    const reply = await this.ask({ kind: "edges", task });
    if (reply.kind !== "edges") throw new Error(`helper thread answered ${reply.kind} to edges`);
    return reply.counts;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private async ask(request: HelperRequest): Promise<HelperReply> {
    const answer = once(this.worker, "message") as Promise<[HelperReply]>;
    this.worker.postMessage(request);
    const [reply] = await answer;
    if (reply.kind === "failed") throw Object.assign(new Error(reply.message), { code: reply.code });
    return reply;
  }
}
