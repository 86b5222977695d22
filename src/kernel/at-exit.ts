/** What must be undone before this process ends. */
const cleanups = new Set<() => void>();

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a synchronous clean-up if this process ends, normally or by a signal that asks it to.
 *
 * @returns takes the clean-up back, once it has been done otherwise
 */
export function atExit(cleanup: () => void): () => void {
  if (cleanups.size === 0) listen();
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) stopListening();
  };
}

function listen(): void {
  process.on("exit", cleanUp);
  for (const signal of signals) process.on(signal, endBySignal);
}

function stopListening(): void {
  process.off("exit", cleanUp);
  for (const signal of signals) process.off(signal, endBySignal);
}

function cleanUp(): void {
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
  stopListening();
}

/** Without a listener of its own, the program is to end by the signal as it would have without us. */
function endBySignal(signal: NodeJS.Signals): void {
  cleanUp();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
