/**
 * Repairs cells that fail because a package was changed, say by `npm ci`. TypeScript then looks for packages again, and waits a moment
 * before it does; tslab takes that wait for its own and gives up with `Unexpected pending rebuildTimer`, cell after cell. Here the two
 * waits are told apart.
 */
import tslab = require("./tslab.cjs");

/** TypeScript's own name for the function that looks again. */
const lookAgain = "invalidateResolutionsOfFailedLookup";

tslab.replace(tslab.typescript, "createWatchProgram", (create) => (host) => {
  const waiting = new Set<unknown>();
  tslab.replace(host, "setTimeout", (wait) => (callback, ...rest) => {
    if (callback.name !== lookAgain) return wait(callback, ...rest);
    const timer = setTimeout(() => {
      waiting.delete(timer);
      callback();
    }, 0).unref();
    waiting.add(timer);
    return timer;
  });
  tslab.replace(host, "clearTimeout", (clear) => (timer) => {
    if (!waiting.delete(timer)) return clear(timer);
    clearTimeout(timer as NodeJS.Timeout);
  });
  return create(host);
});
