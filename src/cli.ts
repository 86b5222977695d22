#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addClaims } from "./commands/claims.js";
import { addData } from "./commands/data.js";
import { addDoctor } from "./commands/doctor.js";
import { addKernel } from "./commands/kernel.js";
import { addNotebook } from "./commands/notebook.js";
import { addReproduce } from "./commands/reproduce.js";
import { addTwin } from "./commands/twin.js";
import { addValidate } from "./commands/validate.js";
import { messageOf, UserError } from "./errors.js";
import { projectPath } from "./files/project.js";

const { version, description } = JSON.parse(readFileSync(projectPath("package.json"), "utf8")) as Record<
  string,
  string
>;

const program = new Command("amplification-audit")
  .description(description ?? "")
  .version(version ?? "")
  .configureOutput({ outputError: () => undefined })
  .exitOverride();

for (const add of [addReproduce, addClaims, addTwin, addData, addValidate, addKernel, addNotebook, addDoctor])
  add(program);

// Whoever reads may stop early, as `| head` does: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeFor(error);
}

/** Prints what went wrong, one message without a stack trace, and says with which code to end. */
function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : misuse(error);
  process.stderr.write(`${messageOf(error)}\n`);
  return error instanceof UserError ? error.exitCode : 70;
}

/** Says what of the command line was not understood. Without any command the help has been printed, which says it all. */
function misuse({ code, message }: CommanderError): number {
  if (code !== "commander.help") {
    const [problem = ""] = message.replace(/^error: /, "").split("\n");
    const quoted = problem
      .replace(/\.$/, "")
      .replaceAll("'", '"')
      .replace(/ ("[^"]*")$/, ": $1");
    process.stderr.write(`${quoted}; \`--help\` lists the commands and their options\n`);
  }
  return 2;
}
