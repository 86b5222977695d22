import { spawn } from "node:child_process";
import { KernelFailure } from "./kernel-failure.js";
import { kernelArguments, repairs } from "./repairs.js";

/** How a kernel is started. */
export interface KernelOptions {
  /** Working folder; modules that cells import are looked up from it. */
  cwd: string;
  /** Environment variables on top of this process's own. */
  env?: Record<string, string>;
  /** Arguments of node that start the kernel, up to its connection file; by default tslab with all repairs. */
  command?: readonly string[];
}

const repairedKernel = kernelArguments([...repairs, "exit-with-runner"]);

/** The operating system's side of a kernel. */
export interface KernelProcess {
  /** Rejects when the process ends or can't be started. */
  died: Promise<never>;
  /** Settles when the process has ended well, with exit code 0; rejects when it ended otherwise. */
  ended: Promise<void>;
  /** What the process wrote to its own standard error, past tslab. */
  errorText(): string;
  /** Asks for the end of the process at once; does not wait for it. */
  kill(): void;
  /** Settles when the process has ended and all it wrote has been read. */
  closed: Promise<void>;
}

/** Starts the kernel of a connection file. */
export function startProcess(
  connectionFile: string,
  { cwd, env, command = repairedKernel }: KernelOptions,
): KernelProcess {
  const child = spawn(process.execPath, [...command, connectionFile], {
    cwd,
    env: { ...withoutLocale(process.env), TZ: "UTC", LANG: "C.UTF-8", ...env },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let errorText = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errorText += text;
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()).once("error", () => resolve()));
  const died = new Promise<never>((_, reject) => {
    child.once("error", (error) => reject(new KernelFailure(`kernel can't be started: ${error.message}`)));
    child.once("close", (code, signal) => reject(deathOf(code, signal, errorText)));
  });
  const ended = died.catch((thrown: unknown) => {
    if (child.exitCode !== 0) throw thrown;
  });
  for (const outcome of [died, ended]) outcome.catch(() => undefined); // they are heard only while somebody waits
  return { died, ended, closed, errorText: () => errorText, kill: () => void child.kill("SIGKILL") };
}

/** Colours, and the language of dates and numbers, must not reach an output. */
function withoutLocale(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith("LC_") && !["LANGUAGE", "FORCE_COLOR"].includes(name)),
  );
}

function deathOf(code: number | null, signal: NodeJS.Signals | null, errorText: string): KernelFailure {
  return signal === null
    ? new KernelFailure(
        `kernel exited with code ${code}`,
        "remove process.exit() if a cell calls it; let the cell throw instead",
        errorText,
      )
    : new KernelFailure(`kernel was killed by ${signal}`, "look for a crash or for too little memory", errorText);
}
