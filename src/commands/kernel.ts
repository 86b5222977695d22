import { resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../errors.js";
import { type InstallPlace, jupyterFolder } from "../kernel/jupyter-folder.js";
import { kernelMetadata } from "../kernel/kernel-name.js";
import { installKernel, uninstallKernel } from "../kernel/kernelspec.js";

interface Options {
  user?: boolean;
  prefix?: string;
  sysPrefix?: boolean;
}

export function addKernel(program: Command): void {
  const kernel = program.command("kernel").description("tell Jupyter of the kernel that runs the notebooks");
  const add = (name: string, description: string) =>
    kernel
      .command(name)
      .description(description)
      .option("--user", "for this user (the default)")
      .option("--prefix <dir>", "in DIR/share/jupyter")
      .option("--sys-prefix", "in the Python environment in use");
  add("install", `install the kernel "${kernelMetadata.display_name}" in Jupyter`).action(async (options: Options) => {
    const file = await installKernel(await jupyterFolder(placeOf(options)));
    process.stdout.write(`installed: ${file}\nchoose "${kernelMetadata.display_name}" in Jupyter or VS Code\n`);
  });
  add("uninstall", "take the kernel out of Jupyter").action(async (options: Options) => {
    process.stdout.write(`removed: ${await uninstallKernel(await jupyterFolder(placeOf(options)))}\n`);
  });
}

function placeOf({ user, prefix, sysPrefix }: Options): InstallPlace {
  if ([user, prefix, sysPrefix].filter((given) => given !== undefined).length > 1) {
    throw new UsageError("more than one place for the kernel; give one of --user, --prefix and --sys-prefix");
  }
  if (prefix === "") throw new UsageError("--prefix names no folder; give one, or leave it out");
  if (prefix !== undefined) return { prefix: resolve(prefix) };
  return sysPrefix ? { sysPrefix } : { user: true };
}
