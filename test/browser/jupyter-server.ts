import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { installKernel } from "../../src/kernel/kernelspec.js";

/** The version of a front end that is installed beside `jupyter`; undefined if there is none. */
export function frontEndVersion(name: "notebook" | "lab"): string | undefined {
  const { status, stdout } = spawnSync("jupyter", [name, "--version"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

export interface JupyterServer {
  /** Address of the server, without a slash at the end. */
  address: string;
  token: string;
  stop(): Promise<void>;
}

/**
 * Starts Jupyter on the notebooks of a folder, with the project's kernel installed for it alone: all that Jupyter writes goes to that
 * folder too.
 */
export async function startJupyter(name: "notebook" | "lab", folder: string): Promise<JupyterServer> {
  const data = join(folder, ".jupyter-data");
  await mkdir(data);
  await installKernel(data);
  const token = "of-the-test";
  const app = name === "lab" ? "ServerApp" : "NotebookApp";
  const server = spawn(
    "jupyter",
    [
      name,
      "--no-browser",
      "--allow-root",
      "--ip=127.0.0.1",
      `--port=${await freePort()}`,
      `--${app}.token=${token}`,
      `--notebook-dir=${folder}`,
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        HOME: folder,
        JUPYTER_DATA_DIR: data,
        JUPYTER_CONFIG_DIR: data,
        JUPYTER_RUNTIME_DIR: data,
      },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const address = await addressOf(server);
  return {
    address,
    token,
    async stop() {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
    },
  };
}

/** A port that was free a moment ago: Jupyter does not say which one it took if it may choose. */
async function freePort(): Promise<number> {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const address = holder.address();
  holder.close();
  await once(holder, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The address that a server prints when it is ready. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      const [, address] = /(http:\/\/127\.0\.0\.1:\d+)\/\S*token=/.exec(log) ?? [];
      if (address !== undefined) resolve(address);
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`Jupyter does not start:\n${log}`)));
  });
}
