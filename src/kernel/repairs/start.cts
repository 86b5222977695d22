/**
 * Starts the tslab that is installed with this project, on the connection file named last. tslab's own command would rather start any
 * other tslab that it finds above the notebook's folder, one without the repairs. The repairs are named, not loaded by `--require`,
 * which threads that a cell starts would inherit.
 *
 * Run it by `node start.cjs REPAIR... CONNECTION_FILE`.
 */
import tslab = require("./tslab.cjs");

const names = process.argv.slice(2);
const connectionFile = names.pop();
if (connectionFile === undefined)
  throw new Error("no connection file; `kernel install` writes how the kernel is started");
for (const name of names) require(`./${name}.cjs`);
tslab.main.startKernel({ configPath: connectionFile, enableFindLocal: false, globalVersion: tslab.version });
