import { existsSync } from "node:fs";
import type { Command } from "commander";
import { UsageError, UserError } from "../errors.js";
import { projectPath, projectRoot } from "../files/project.js";
import { openBrowser } from "../lab/open-browser.js";
import { startLab } from "../lab/server.js";
import { wholeFrom } from "./numbers.js";

interface Options {
  port: string;
  browser: boolean;
  student?: boolean;
  readOnly?: boolean;
}

const exercises = "notebooks/exercises";

export function addLab(program: Command): void {
  program
    .command("lab")
    .description("open the notebooks in JupyterLab, without Python; ends with Ctrl+C")
    .option("--port <n>", "port on this machine; 0 for one that is free", "8888")
    .option("--no-browser", "print the address only")
    .option("--student", "open the exercises, with the folder of their solutions hidden")
    .option("--read-only", "save nothing")
    .action(async ({ port, browser, student = false, readOnly = false }: Options) => {
      const number = wholeFrom(0, "port", port);
      if (number > 65_535) throw new UsageError(`port must be a whole number from 0 to 65535: ${port}`);
      if (student && !existsSync(projectPath(exercises))) {
        throw new UserError(`no exercises here: ${exercises}; leave out --student`);
      }
      const lab = await startLab({
        ...{ root: projectRoot, port: number, readOnly },
        hidden: student ? [`${exercises}/solutions`] : [],
        open: student ? exercises : "notebooks/00-start-here.ipynb",
      });
      process.stdout.write(`JupyterLab is at ${lab.url}\nend it, and the kernels with it, with Ctrl+C\n`);
      if (browser) openBrowser(lab.url);
      await askedToEnd();
      await lab.close();
    });
}

function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}
