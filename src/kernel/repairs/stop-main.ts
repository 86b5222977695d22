import { Session } from "node:inspector";
import { parentPort, workerData } from "node:worker_threads";

const flags: Int32Array = workerData.flags;
const [heard, running] = [0, 1];
const patience = 300; // milliseconds

/**
 * Node counts which callbacks stand in which, and ends the process when the count is not even. What is stopped does not count down.
 */
const forgetCallbacks = `{
  const { noDeprecation } = process; // this is the only way to tell Node, and it warns
  process.noDeprecation = true;
  process.binding("async_wrap").clearAsyncIdStack();
  process.noDeprecation = noDeprecation;
}`;

/**
 * Tells the main thread that it was interrupted, and stops the code of a cell that keeps it from hearing. To be called in another thread,
 * with the flags of `interrupt.cts` in its data; returns when the main thread has heard.
 */
export function stopMain(): void {
  Atomics.store(flags, heard, 0);
  parentPort?.postMessage("interrupt");
  while (Atomics.wait(flags, heard, 0, patience) === "timed-out") {
    if (Atomics.load(flags, running) === 0) continue;
    const session = new Session();
    session.connectToMainThread();
    session.post("Runtime.evaluate", { expression: forgetCallbacks });
    session.post("Runtime.terminateExecution");
    Atomics.wait(flags, heard, 0, patience); // to disconnect would take the command back
    session.disconnect();
  }
}
