/**
 * Starts the tslab that is installed with this project, on the connection file named last. tslab's own command would rather start any
 * other tslab that it finds above the notebook's folder, one without the repairs.
 *
 * Run it by `node --require <repair> ... start.cjs CONNECTION_FILE`.
 */
import tslab = require("./tslab.cjs");

const connectionFile = process.argv[2];
if (connectionFile === undefined)
  throw new Error("no connection file; `kernel install` writes how the kernel is started");
tslab.main.startKernel({ configPath: connectionFile, enableFindLocal: false, globalVersion: tslab.version });
