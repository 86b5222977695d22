#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
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

/** Adds its command, or commands, to the program. */
type Add = (program: Command) => void;

/** In the order of the help. Each is loaded when it is called for, because what some of them need takes longer than others' work. */
const commands = new Map<string, () => Promise<Add>>([
  ["reproduce", async () => (await import("./commands/reproduce.js")).addReproduce],
  ["claims", async () => (await import("./commands/claims.js")).addClaims],
  ["compare", async () => (await import("./commands/compare.js")).addCompare],
  ["archive", async () => (await import("./commands/archive.js")).addArchive],
  ["coactivity", async () => (await import("./commands/coactivity.js")).addCoActivity],
  ["detect", async () => (await import("./commands/detect.js")).addDetect],
  ["evaluate", async () => (await import("./commands/evaluate.js")).addEvaluate],
  ["twin", async () => (await import("./commands/twin.js")).addTwin],
  ["import", async () => (await import("./commands/import.js")).addImport],
  ["data", async () => (await import("./commands/data.js")).addData],
  ["privacy", async () => (await import("./commands/privacy.js")).addPrivacy],
  ["validate", async () => (await import("./commands/validate.js")).addValidate],
  ["notebook", async () => (await import("./commands/notebook.js")).addNotebook],
  ["lab", async () => (await import("./commands/lab.js")).addLab],
  ["exercises", async () => (await import("./commands/exercises.js")).addExercises],
  ["kernel", async () => (await import("./commands/kernel.js")).addKernel],
  ["doctor", async () => (await import("./commands/doctor.js")).addDoctor],
]);

const named = commands.get(process.argv[2] ?? "");
for (const load of named ? [named] : commands.values()) (await load())(program);

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
