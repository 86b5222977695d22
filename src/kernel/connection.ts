import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../errors.js";

/** Where a kernel and its client meet: the contents of a Jupyter connection file, and the folder it lies in. */
export interface Connection {
  /** Path of the connection file. */
  file: string;
  /** Secret that signs the messages. */
  key: string;
  /** Addresses of the two sockets that the runner connects to. */
  shell: string;
  iopub: string;
  /** Address of the socket for interrupts. */
  control: string;
  /** Removes the connection file and its folder. Sockets that are connected stay so. */
  remove(): void;
}

/** Sockets have 104 bytes for their path on macOS, 108 on Linux. */
const longestSocketPath = 103;

/**
 * Writes a connection file with a fresh key, in a new folder that only this user can read.
 *
 * The sockets are files in that folder rather than TCP ports: a free port can be taken by another process before the kernel binds it,
 * and anyone on the machine could listen to it.
 *
 * @throws UserError if the path of the temporary folder is too long for a socket
 */
export async function makeConnection(): Promise<Connection> {
  const folder = await mkdtemp(join(tmpdir(), "amplification-audit-kernel-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const sockets = join(folder, "socket");
  if (Buffer.byteLength(`${sockets}-1`) > longestSocketPath) {
    remove();
    throw new UserError(
      `path of the temporary folder is too long for a socket: ${tmpdir()}; set TMPDIR to a shorter one`,
    );
  }
  const key = randomBytes(32).toString("hex");
  const numbers = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };
  const content = { transport: "ipc", ip: sockets, key, signature_scheme: "hmac-sha256", ...numbers };
  const file = join(folder, "connection.json");
  await writeFile(file, JSON.stringify(content), { mode: 0o600 });
  return {
    file,
    key,
    shell: `ipc://${sockets}:${numbers.shell_port}`,
    iopub: `ipc://${sockets}:${numbers.iopub_port}`,
    control: `ipc://${sockets}:${numbers.control_port}`,
    remove,
  };
}
