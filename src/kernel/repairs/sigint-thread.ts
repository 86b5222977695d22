import { runInThisContext } from "node:vm";
import { type MessagePort, workerData } from "node:worker_threads";
import { errorCode } from "../../files/file-error.js";

/**
 * A thread that waits for SIGINT. Node hands signals to the event loop of the main thread, which is of no use when that one is busy; a
 * script that may be interrupted by SIGINT, in whatever thread, is interrupted at once. It goes on waiting at once, because without
 * such a script the signal would end the process.
 */
const { signals }: { signals: MessagePort } = workerData;

for (;;) {
  try {
    runInThisContext("Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)", { breakOnSigint: true });
  } catch (thrown) {
    if (errorCode(thrown) !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw thrown;
    signals.postMessage("interrupt");
  }
}
