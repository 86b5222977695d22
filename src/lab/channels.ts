import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import serialisation from "@jupyterlab/services/lib/kernel/serialize.js";
import { type WebSocket, WebSocketServer } from "ws";
import type { Access } from "./access.js";
import type { LabKernel } from "./kernels.js";
import type { ChannelMessage } from "./live-kernel.js";
import { Refusal } from "./refusal.js";
import { largestBody } from "./request-body.js";

/** Jupyter's sub-protocol: header, parent header, metadata and content as separate parts of one binary message. */
const protocol = "v1.kernel.websocket.jupyter.org";

/** The WebSockets between the tabs of a browser and the kernels. */
export class Channels {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: largestBody,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });

  constructor(
    private readonly access: Access,
    private readonly kernelOf: (id: string) => LabKernel,
  ) {}

  /** Answers a request to switch to a WebSocket. Whoever may not have one gets a refusal, and no socket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => socket.destroy()); // whoever hangs up before the answer must not end the server
    try {
      this.access.check(request);
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      const [, id] = /^\/jupyter\/api\/kernels\/([\w-]+)\/channels$/.exec(url.pathname) ?? [];
      if (id === undefined) throw new Refusal(404, `no such address: ${url.pathname}`);
      if (!offers(request)) throw new Refusal(400, `only ${protocol} is spoken here`);
      const kernel = this.kernelOf(id);
      const session = url.searchParams.get("session_id") ?? undefined;
      this.#server.handleUpgrade(request, socket, head, (open) => connect(open, kernel, session));
    } catch (thrown) {
      const [status, text] = thrown instanceof Refusal ? [thrown.status, thrown.message] : [400, "not understood"];
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: text/plain\r\n\r\n${text}\n`);
    }
  }

  close(): void {
    for (const open of this.#server.clients) open.terminate();
    this.#server.close();
  }
}

function offers({ headers }: IncomingMessage): boolean {
  const names = (headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
  return names.includes(protocol);
}

function connect(open: WebSocket, kernel: LabKernel, session: string | undefined): void {
  open.binaryType = "arraybuffer";
  const forget = kernel.listen((message) => {
    // A reply is for the tab that asked; what the kernel publishes is for all of them.
    const isOthers = message.channel !== "iopub" && session !== undefined && message.parent_header.session !== session;
    if (!isOthers && open.readyState === open.OPEN) open.send(packed(message));
  });
  open.on("close", forget);
  open.on("error", () => open.terminate());
  open.on("message", (data) => {
    const message = data instanceof ArrayBuffer ? unpacked(data) : undefined;
    if (message) kernel.send(message).catch(() => open.close(1011, "the kernel cannot be reached"));
    else open.close(1003, "not a Jupyter message");
  });
}

function packed(message: ChannelMessage): ArrayBuffer | string {
  // What the kernel says is passed on as it is, whether or not it is among the messages that the types know.
  const known = message as unknown as Parameters<typeof serialisation.serialize>[0];
  return serialisation.serialize({ ...known, buffers: [] }, protocol);
}

/** A message to the kernel; undefined for what is none, and for input, which cells cannot ask for. */
function unpacked(data: ArrayBuffer): ChannelMessage | undefined {
  try {
    const message = serialisation.deserialize(data, protocol) as unknown as ChannelMessage;
    const { channel, header, parent_header, metadata, content } = message;
    const isWhole = [header, parent_header, metadata, content].every(
      (part) => typeof part === "object" && part !== null,
    );
    return isWhole && ["shell", "control"].includes(channel) ? message : undefined;
  } catch {
    return undefined;
  }
}
