import { spawn } from "node:child_process";
import { projectPath } from "../../src/files/project.js";

/** What a run of the command line came to. */
export interface CliRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the built command line, as a user would. */
export function startCli(args: string[], env: Record<string, string> = {}) {
  const inherited = { ...process.env };
  delete inherited.AMPLIFICATION_AUDIT_EXTERNAL;
  return spawn(process.execPath, [projectPath("dist", "cli.js"), ...args], { env: { ...inherited, ...env } });
}

/** Runs the built command line to its end. */
export function runCli(args: string[], env: Record<string, string> = {}): Promise<CliRun> {
  const child = startCli(args, env);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}
