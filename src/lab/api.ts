import type { IncomingMessage } from "node:http";
import { kernelMetadata, kernelName } from "../kernel/kernel-name.js";
import { kernelspec } from "../kernel/kernelspec.js";
import type { Contents } from "./contents.js";
import type { Kernels } from "./kernels.js";
import type { ProjectFolder } from "./project-folder.js";
import { Refusal } from "./refusal.js";
import { bodyOf } from "./request-body.js";
import type { SessionRequest, Sessions } from "./sessions.js";

/** What the services work on. */
export interface Parts {
  folder: ProjectFolder;
  contents: Contents;
  kernels: Kernels;
  sessions: Sessions;
}

/** What is answered: a status, and a value as JSON. */
export interface Answer {
  status: number;
  value?: unknown;
}

interface Call {
  /** Parts of the address that the pattern of the route caught. */
  names: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
  request: IncomingMessage;
}

type Handle = (parts: Parts, call: Call) => Promise<Answer> | Answer;

/** Jupyter's services (https://jupyter-server.readthedocs.io/en/latest/developers/rest-api.html), those that JupyterLab needs here. */
const routes: [method: string, path: RegExp, handle: Handle][] = [
  ["GET", /^status$/, ({ kernels }) => ok({ kernels: kernels.all().length })],
  ["GET", /^kernelspecs$/, () => ok({ default: kernelName, kernelspecs: { [kernelName]: specification } })],
  ["GET", /^terminals$/, () => ok([])],

  ["GET", /^kernels$/, ({ kernels }) => ok(kernels.all().map(({ model }) => model))],
  ["POST", /^kernels$/, async ({ folder, kernels }) => created(kernels.start(await folder.locate("")).model)],
  ["GET", /^kernels\/([\w-]+)$/, ({ kernels }, { names: [id = ""] }) => ok(kernels.get(id).model)],
  ["DELETE", /^kernels\/([\w-]+)$/, ({ kernels }, { names: [id = ""] }) => done(kernels.end(id))],
  ["POST", /^kernels\/([\w-]+)\/interrupt$/, ({ kernels }, { names: [id = ""] }) => done(kernels.get(id).interrupt())],
  [
    "POST",
    /^kernels\/([\w-]+)\/restart$/,
    async ({ kernels }, { names: [id = ""] }) => {
      await kernels.get(id).restart();
      return ok(kernels.get(id).model);
    },
  ],

  ["GET", /^sessions$/, ({ sessions }) => ok(sessions.all())],
  ["POST", /^sessions$/, async ({ sessions }, { body }) => created(await sessions.open(sessionIn(body)))],
  ["GET", /^sessions\/([\w-]+)$/, ({ sessions }, { names: [id = ""] }) => ok(sessions.get(id))],
  [
    "PATCH",
    /^sessions\/([\w-]+)$/,
    async ({ sessions }, { names: [id = ""], body }) => ok(await sessions.change(id, sessionIn(body))),
  ],
  ["DELETE", /^sessions\/([\w-]+)$/, ({ sessions }, { names: [id = ""] }) => done(sessions.end(id))],

  // Jupyter keeps an older version of each file beside it. Here the project's history is in git.
  ["GET", /^contents(.*)\/checkpoints$/, () => ok([])],
  ["POST", /^contents(.*)\/checkpoints$/, () => created({ id: "none", last_modified: new Date().toISOString() })],
  ["DELETE", /^contents(.*)\/checkpoints\/[\w-]+$/, () => done(Promise.resolve())],

  [
    "GET",
    /^contents(.*)$/,
    async ({ contents }, { names, query }) =>
      ok(await contents.get(pathIn(names), query.get("content") !== "0", query.get("type") === "file")),
  ],
  [
    "POST",
    /^contents(.*)$/,
    async ({ contents }, { names, body }) =>
      created(
        typeof body.copy_from === "string"
          ? await contents.copy(pathIn(names), trimmed(body.copy_from))
          : await contents.create(pathIn(names), body.type, body.ext),
      ),
  ],
  [
    "PUT",
    /^contents(.*)$/,
    async ({ contents }, { names, body, request }) => {
      const expected = request.headers["if-match"]?.replaceAll('"', "");
      return ok(await contents.save(pathIn(names), body, expected));
    },
  ],
  [
    "PATCH",
    /^contents(.*)$/,
    async ({ contents }, { names, body }) => ok(await contents.rename(pathIn(names), trimmed(String(body.path ?? "")))),
  ],
  ["DELETE", /^contents(.*)$/, ({ contents }, { names }) => done(contents.remove(pathIn(names)))],
];

const specification = { name: kernelName, spec: { ...kernelspec(), ...kernelMetadata, argv: [] }, resources: {} };

/**
 * Answers a request to the services.
 *
 * @param path below `api/`, as it stands in the address
 * @throws Refusal for what is not there, not understood or not allowed
 */
export async function answer(parts: Parts, request: IncomingMessage, path: string, url: URL): Promise<Answer> {
  for (const [method, pattern, handle] of routes) {
    const caught = method === request.method ? pattern.exec(path) : null;
    if (!caught) continue;
    const body = await bodyOf(request);
    return handle(parts, { names: caught.slice(1), query: url.searchParams, body, request });
  }
  throw new Refusal(404, `no such service: ${request.method} ${path}`);
}

function ok(value: unknown): Answer {
  return { status: 200, value };
}

function created(value: unknown): Answer {
  return { status: 201, value };
}

async function done(work: Promise<void>): Promise<Answer> {
  await work;
  return { status: 204 };
}

function pathIn([path = ""]: string[]): string {
  return trimmed(decoded(path));
}

/** A path without its percent signs. @throws Refusal 400 if they stand for no text */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Refusal(400, `not an address: ${path}`);
  }
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}

function sessionIn({ path, name, type, kernel }: Record<string, unknown>): SessionRequest {
  const wanted = typeof kernel === "object" && kernel !== null ? { kernel } : {};
  return { path: typeof path === "string" ? trimmed(path) : path, name, type, ...wanted };
}
