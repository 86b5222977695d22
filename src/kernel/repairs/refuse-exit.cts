/**
 * Repairs a death that nobody explains. `process.exit()` in a cell, or in what it calls, ends the kernel at once: the front end says that
 * the kernel died, and not why. Here it fails the cell like any other error.
 */
import cells = require("./cell.cjs");
import tslab = require("./tslab.cjs");

for (const name of ["exit", "abort"] as const) {
  tslab.replace(process, name, (end) => {
    return (code?: number | string | null): never => {
      if (!cells.own()) return end.call(process, code);
      throw new Error(`process.${name}() would end the kernel with all its variables; throw an error instead`);
    };
  });
}
