import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import { errorCode } from "../files/file-error.js";
import { projectPath } from "../files/project.js";
import { Refusal } from "./refusal.js";

/** A file for the browser. */
export interface Page {
  type: string;
  bytes: Buffer;
}

const build = projectPath("node_modules", "@galaxyproject", "jupyterlite", "static", "dist", "_output");
const extension = "amplification-audit-lab";

const ours: Record<string, string> = {
  [`/extensions/${extension}/remoteEntry.js`]: projectPath("src", "lab", "assets", "remoteEntry.js"),
  [`/extensions/${extension}/plotly-renderer.js`]: projectPath("src", "lab", "assets", "plotly-renderer.js"),
  [`/extensions/${extension}/plotly.min.js`]: projectPath("node_modules", "plotly.js", "plotly-basic.min.js"),
};

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A file of JupyterLab, or of the small extension that connects it with this server. @throws Refusal 404 if there is none */
export async function pageAt(path: string): Promise<Page> {
  const type = types[extname(path)] ?? "application/octet-stream";
  if (path === "/jupyter-lite.json") return { type, bytes: await configuration() };
  return { type, bytes: await read(ours[path] ?? fileOf(path), path) };
}

/** The pages run on their own origin: what makes other programs of the browser out of them is left out. */
function fileOf(path: string): string {
  const file = resolve(build, `.${path}`);
  if (!file.startsWith(build + sep) || file.includes("\0") || path === "/service-worker.js") throw notThere(path);
  return file;
}

async function read(file: string, path: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (thrown) {
    if (["ENOENT", "EISDIR", "ENOTDIR"].includes(errorCode(thrown) ?? "")) throw notThere(path);
    throw thrown;
  }
}

function notThere(path: string): Refusal {
  return new Refusal(404, `no such page: ${path}`);
}

/** The services that the build runs in the browser, in place of a server. */
const inBrowser = [
  ...["default-drive", "kernel-manager", "session-manager", "kernel-spec-manager"],
  ...["kernel-client", "kernel-specs", "kernel-spec-client"],
].map((name) => `@jupyterlite/services-extension:${name}`);

/** The build's own configuration with our extension in place of its Python kernel, its assistants and its service worker. */
async function configuration(): Promise<Buffer> {
  const file: { "jupyter-config-data": object } = JSON.parse(await readFile(fileOf("/jupyter-lite.json"), "utf8"));
  const data = {
    ...file["jupyter-config-data"],
    appName: "amplification-audit",
    defaultKernelName: "amplification-audit",
    federated_extensions: [{ name: extension, extension: "./extension", load: "remoteEntry.js" }],
    litePluginSettings: {},
    disabledExtensions: [...inBrowser, "@jupyterlite/application-extension:service-worker-manager"],
  };
  return Buffer.from(JSON.stringify({ ...file, "jupyter-config-data": data }));
}
