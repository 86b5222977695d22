import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { projectPath } from "../files/project.js";
import { KernelFailure } from "./kernel-failure.js";

/** How a kernel is started. */
export interface KernelOptions {
  /** Working folder; modules that cells import are looked up from it. */
  cwd: string;
  /** Environment variables on top of this process's own. */
  env?: Record<string, string>;
  /** Modules loaded into the kernel before tslab; by default the repairs that a headless run needs. */
  preloads?: readonly string[];
}

const repairs = ["serialise-sends", "exit-with-runner"].map((name) => projectPath("dist", "kernel", `${name}.cjs`));

/** The operating system's side of a kernel. */
export interface KernelProcess {
  /** Rejects when the process ends or can't be started. */
  died: Promise<never>;
  /** What the process wrote to its own standard error, past tslab. */
  errorText(): string;
  /** Asks for the end of the process at once; does not wait for it. */
  kill(): void;
  /** Settles when the process has ended and all it wrote has been read. */
  closed: Promise<void>;
}

/** Starts tslab as the kernel of a connection file. */
export function startProcess(connectionFile: string, { cwd, env, preloads = repairs }: KernelOptions): KernelProcess {
  const tslab = createRequire(import.meta.url).resolve("tslab/bin/tslab");
  const args = [...preloads.flatMap((path) => ["--require", path]), tslab, "kernel", "--config-path", connectionFile];
  // Which features count as experimental depends on the Node version: such a notice must not decide over a notebook.
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
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
  died.catch(() => undefined); // it is heard only while a request is under way
  return { died, closed, errorText: () => errorText, kill: () => void child.kill("SIGKILL") };
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
