import { execFile } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { messageOf, UserError } from "../errors.js";

/** Where a kernel is installed: for this user, in a folder of installed software, or in the Python environment in use. */
export type InstallPlace = { user: true } | { prefix: string } | { sysPrefix: true };

/**
 * The folder in which Jupyter looks for kernels and the like
 * (https://docs.jupyter.org/en/latest/use/jupyter-directories.html#data-files).
 *
 * @throws UserError if the Python environment is asked for and there is no Python
 *
 * @example
 * await jupyterFolder({ prefix: "/opt/jupyter" }); // "/opt/jupyter/share/jupyter"
 */
export async function jupyterFolder(place: InstallPlace): Promise<string> {
  if ("prefix" in place) return join(place.prefix, "share", "jupyter");
  if ("sysPrefix" in place) return join(await pythonPrefix(), "share", "jupyter");
  return userFolder(process.platform, process.env, homedir());
}

/** The data folder of a user, on the system named. */
export function userFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "jupyter");
  return join(env.XDG_DATA_HOME ?? join(home, ".local", "share"), "jupyter");
}

async function pythonPrefix(): Promise<string> {
  const python = process.platform === "win32" ? "python" : "python3";
  try {
    const { stdout } = await promisify(execFile)(python, ["-c", "import sys; print(sys.prefix)"]);
    return stdout.trim();
  } catch (thrown) {
    throw new UserError(`no Python environment: ${messageOf(thrown)}; give its folder with --prefix`);
  }
}
