import { parentPort } from "node:worker_threads";
import { messageOf } from "../../../errors.js";
import { errorCode } from "../../../files/file-error.js";
import { type CsvProblem, parseEvents } from "../../events/parse-events.js";
import type { RawEvents } from "../../events/raw-events.js";
import { takeBlocks } from "../edge-task.js";
import type { HelperReply, HelperRequest } from "./helper.js";

parentPort?.on("message", (request: HelperRequest) => {
  try {
    if (request.kind === "edges") post({ kind: "edges", counts: takeBlocks(request.task) });
    else postEvents(parseEvents(request.part));
  } catch (thrown) {
    post({ kind: "failed", message: messageOf(thrown), code: errorCode(thrown) });
  }
});

/** The columns are handed over, not copied. */
function postEvents(events: RawEvents | CsvProblem): void {
  const moved: ArrayBufferLike[] = [];
  if (!("message" in events)) {
    const { actor, target, seconds, idHash, actors, targets, ids } = events;
    for (const column of [actor, target, seconds, idHash]) moved.push(column.buffer);
    for (const { bytes, starts } of [actors, targets, ids]) moved.push(bytes.buffer, starts.buffer);
  }
  post({ kind: "events", events }, moved);
}

function post(message: HelperReply, moved: ArrayBufferLike[] = []): void {
  parentPort?.postMessage(
    message,
    moved.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
