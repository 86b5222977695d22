import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { messageOf, UserError } from "../errors.js";
import { errorCode } from "../files/file-error.js";
import { Access } from "./access.js";
import { answer, decoded, type Parts } from "./api.js";
import { Channels } from "./channels.js";
import { Contents } from "./contents.js";
import { Kernels } from "./kernels.js";
import { pageAt } from "./pages.js";
import { type FolderOptions, ProjectFolder } from "./project-folder.js";
import { Refusal } from "./refusal.js";
import { Sessions } from "./sessions.js";

export interface LabOptions extends FolderOptions {
  /** 0 for one that is free. */
  port: number;
  /** What JupyterLab opens first: a notebook or folder, relative to the root, with `/`. */
  open?: string;
}

/** A running server. Whoever starts it closes it. */
export interface Lab {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  address: string;
  /** The address to open, with the token. */
  url: string;
  /** Ends the server and its kernels. */
  close(): Promise<void>;
}

/**
 * Serves JupyterLab on the notebooks of a folder, to this machine only and to whoever has the token only. The kernels end with it.
 *
 * @throws UserError if the port is taken
 *
 * @example
 * const lab = await startLab({ root: projectRoot, port: 0, open: "notebooks/00-start-here.ipynb" });
 */
export async function startLab({ port, open = "", ...folderOptions }: LabOptions): Promise<Lab> {
  const server = createServer();
  const used = await listening(server, port);
  const address = `http://127.0.0.1:${used}`;
  const access = new Access(used);
  const folder = new ProjectFolder(folderOptions);
  const kernels = new Kernels();
  const parts: Parts = { folder, kernels, contents: new Contents(folder), sessions: new Sessions(folder, kernels) };
  const channels = new Channels(access, (id) => kernels.get(id));
  server.on("request", (request, response) => void respond(access, parts, request, response));
  server.on("upgrade", (request, socket, head) => channels.upgrade(request, socket, head));
  const path = open === "" ? "" : `&path=${encodeURIComponent(open)}`;
  return {
    address,
    url: `${address}/lab/index.html?token=${access.token}${path}`,
    async close() {
      channels.close();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, kernels.endAll()]);
    },
  };
}

async function listening(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (thrown) {
    if (!["EADDRINUSE", "EACCES"].includes(errorCode(thrown) ?? "")) throw thrown;
    throw new UserError(`port is taken: ${port}; give another with --port, or 0 for one that is free`);
  }
  const place = server.address();
  return typeof place === "object" && place !== null ? place.port : port;
}

async function respond(access: Access, parts: Parts, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  try {
    const url = addressOf(request);
    access.checkOrigin(request);
    if (access.isInvited(url)) return admit(access, url, response);
    access.check(request);
    const [, service] = /^\/jupyter\/api\/(.*)$/.exec(url.pathname) ?? [];
    if (service === undefined) return await sendPage(request, response, url);
    const { status, value } = await answer(parts, request, service, url);
    sendJson(response, status, value);
  } catch (thrown) {
    const status = thrown instanceof Refusal ? thrown.status : errorCode(thrown) === "ENOENT" ? 404 : 500;
    if (status === 413) response.setHeader("connection", "close"); // the rest is not read
    sendJson(response, thrown instanceof UserError ? 400 : status, { message: messageOf(thrown) });
  }
}

function addressOf({ url = "/" }: IncomingMessage): URL {
  try {
    return new URL(url.replace(/^\/+/, "/"), "http://127.0.0.1");
  } catch {
    throw new Refusal(400, `not an address: ${url}`);
  }
}

/** Takes the token out of the address: it would stay in the browser's history. */
function admit(access: Access, url: URL, response: ServerResponse): void {
  url.searchParams.delete("token");
  const query = url.searchParams.toString();
  const location = url.pathname.replace(/^\/+/, "/") + (query === "" ? "" : `?${query}`);
  response.writeHead(302, { "set-cookie": access.setCookie, location }).end();
}

async function sendPage(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (!["GET", "HEAD"].includes(request.method ?? "")) throw new Refusal(405, "pages can only be read");
  if (["/", "/lab", "/lab/"].includes(url.pathname)) {
    response.writeHead(302, { location: "/lab/index.html" }).end();
    return;
  }
  const { type, bytes } = await pageAt(decoded(url.pathname));
  // The build's own files carry a hash in their name.
  const caching = url.pathname.startsWith("/build/") ? { "cache-control": "private, max-age=86400" } : {};
  response.writeHead(200, { "content-type": type, "content-length": bytes.length, ...caching });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(value === undefined ? undefined : JSON.stringify(value));
}

/**
 * A page, and whatever a notebook shows in it, may ask this server and nobody else. JupyterLab and Vega make functions out of text, which
 * needs `unsafe-eval`.
 */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const headers = {
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cache-control": "no-store",
};
