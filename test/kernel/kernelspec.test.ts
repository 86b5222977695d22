import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { projectPath, projectRoot } from "../../src/files/project.js";
import { userFolder } from "../../src/kernel/jupyter-folder.js";
import { runCli } from "../commands/run-cli.js";
import { temporaryFolder } from "../temporary-folder.js";
import { startSession } from "./session.js";

describe("installing the kernel", () => {
  it("writes how Jupyter starts it, and takes it away again", async () => {
    const prefix = await temporaryFolder();
    const folder = join(prefix, "share", "jupyter", "kernels", "amplification-audit");
    const file = join(folder, "kernel.json");
    expect(await runCli(["kernel", "install", "--prefix", prefix])).toMatchObject({
      code: 0,
      stdout: `installed: ${file}\nchoose "TypeScript (amplification-audit)" in Jupyter or VS Code\n`,
    });
    const spec = JSON.parse(await readFile(file, "utf8"));
    expect(spec).toMatchObject({ display_name: "TypeScript (amplification-audit)", interrupt_mode: "message" });
    expect([spec.argv[0], spec.argv.at(-1)]).toEqual([process.execPath, "{connection_file}"]);
    expect(await runCli(["kernel", "uninstall", "--prefix", prefix])).toMatchObject({
      code: 0,
      stdout: `removed: ${folder}\n`,
    });
    expect(await runCli(["kernel", "uninstall", "--prefix", prefix])).toMatchObject({
      code: 1,
      stderr: `no kernel is installed: ${folder}; \`jupyter kernelspec list\` shows where\n`,
    });
  });

  it("writes what starts a kernel that runs cells", async () => {
    const prefix = await temporaryFolder();
    await runCli(["kernel", "install", "--prefix", prefix]);
    const file = join(prefix, "share", "jupyter", "kernels", "amplification-audit", "kernel.json");
    const { argv, env } = JSON.parse(await readFile(file, "utf8"));
    const session = await startSession({ cwd: prefix, command: argv.slice(1, -1), env });
    const { stdout } = await session.run(
      'import { utcDay } from "amplification-audit";\n[typeof utcDay, process.env.TZ]',
    );
    await session.close();
    expect(stdout).toBe("[ 'function', 'UTC' ]\n");
  });

  it("keeps to the data folder of the user that Jupyter names", async () => {
    const data = await temporaryFolder();
    const { code, stdout } = await runCli(["kernel", "install"], { JUPYTER_DATA_DIR: data });
    expect([code, stdout]).toEqual([0, expect.stringContaining(join(data, "kernels", "amplification-audit"))]);
    expect(userFolder("linux", {}, "/home/a")).toBe("/home/a/.local/share/jupyter");
    expect(userFolder("linux", { XDG_DATA_HOME: "/data" }, "/home/a")).toBe("/data/jupyter");
    expect(userFolder("darwin", {}, "/Users/a")).toBe("/Users/a/Library/Jupyter");
    expect(userFolder("win32", { APPDATA: "R" }, "C")).toBe(join("R", "jupyter"));
  });

  it("installs in the environment of the Python in use", async () => {
    const bin = await temporaryFolder();
    await writeFile(join(bin, "python3"), `#!/bin/sh\necho ${bin}\n`, { mode: 0o755 });
    const { stdout } = await runCli(["kernel", "install", "--sys-prefix"], { PATH: bin });
    expect(stdout).toContain(join(bin, "share", "jupyter", "kernels"));
    const none = await runCli(["kernel", "install", "--sys-prefix"], { PATH: join(bin, "none") });
    expect([none.code, none.stderr]).toEqual([1, expect.stringMatching(/^no Python environment: .*--prefix\n$/)]);
  });

  it("refuses two places, and to remove what it did not install", async () => {
    const prefix = await temporaryFolder();
    const twice = await runCli(["kernel", "install", "--user", "--prefix", prefix]);
    expect([twice.code, twice.stderr]).toEqual([
      2,
      "more than one place for the kernel; give one of --user, --prefix and --sys-prefix\n",
    ]);
    const foreign = join(prefix, "share", "jupyter", "kernels", "amplification-audit");
    await mkdir(foreign, { recursive: true });
    await writeFile(join(foreign, "kernel.json"), "{}");
    expect((await runCli(["kernel", "uninstall", "--prefix", prefix])).stderr).toBe(
      `not installed by this project: ${foreign}; remove it by hand\n`,
    );
    await writeFile(join(foreign, "kernel.json"), "{");
    expect((await runCli(["kernel", "uninstall", "--prefix", prefix])).code).toBe(1);
    expect((await runCli(["kernel", "install", "--prefix", ""])).code).toBe(2);
  });

  it("tells where a checkout's kernel starts from: another checkout has its own", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--input-type=module",
      "--eval",
      `import { kernelspec } from ${JSON.stringify(projectPath("dist", "kernel", "kernelspec.js"))}; console.log(JSON.stringify(kernelspec()))`,
    ]);
    expect(JSON.parse(stdout).metadata).toEqual({ "amplification-audit": { checkout: projectRoot } });
  });
});
