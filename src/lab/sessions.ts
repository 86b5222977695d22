import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import type { KernelModel, Kernels } from "./kernels.js";
import type { ProjectFolder } from "./project-folder.js";
import { Refusal } from "./refusal.js";
import { Turns } from "./turns.js";

interface Session {
  id: string;
  path: string;
  name: string;
  type: string;
  kernelId: string;
}

/** A session, which ties a notebook to its kernel, as Jupyter's sessions API has it. */
export interface SessionModel {
  id: string;
  path: string;
  name: string;
  type: string;
  kernel: KernelModel;
  notebook: { path: string; name: string };
}

/** What a browser asks of a session. */
export interface SessionRequest {
  path?: unknown;
  name?: unknown;
  type?: unknown;
  kernel?: { id?: unknown };
}

/** The sessions of the server. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #turns = new Turns();

  constructor(
    private readonly folder: ProjectFolder,
    private readonly kernels: Kernels,
  ) {}

  all(): SessionModel[] {
    const alive = new Set(this.kernels.all().map(({ id }) => id));
    return [...this.#sessions.values()].filter(({ kernelId }) => alive.has(kernelId)).map((one) => this.#model(one));
  }

  get(id: string): SessionModel {
    return this.#model(this.#find(id));
  }

  /** The session of a notebook: a second tab gets the kernel of the first, also if both ask at once. */
  open(request: SessionRequest): Promise<SessionModel> {
    return this.#turns.take(() => this.#open(request));
  }

  async #open({ path, name, type, kernel }: SessionRequest): Promise<SessionModel> {
    if (typeof path !== "string" || path === "") throw new Refusal(400, "a session needs the path of its notebook");
    const open = this.all().find((session) => session.path === path);
    if (open) return open;
    const kernelId = await this.#kernelFor(path, kernel);
    const session: Session = {
      id: randomUUID(),
      path,
      name: String(name ?? ""),
      type: String(type ?? ""),
      kernelId,
    };
    this.#sessions.set(session.id, session);
    return this.#model(session);
  }

  /** Follows a notebook that was renamed, or gives it another kernel. */
  async change(id: string, { path, name, type, kernel }: SessionRequest): Promise<SessionModel> {
    const session = this.#find(id);
    if (typeof path === "string") {
      await this.folder.locate(path);
      session.path = path;
    }
    if (typeof name === "string") session.name = name;
    if (typeof type === "string") session.type = type;
    if (kernel) {
      const old = session.kernelId;
      session.kernelId = await this.#kernelFor(session.path, kernel);
      if (old !== session.kernelId) await this.kernels.end(old).catch(() => undefined); // it may have been ended alone
    }
    return this.#model(session);
  }

  async end(id: string): Promise<void> {
    const { kernelId } = this.#find(id);
    this.#sessions.delete(id);
    await this.kernels.end(kernelId).catch(() => undefined);
  }

  /** The kernel that is asked for, else a new one in the folder of the notebook. */
  async #kernelFor(path: string, kernel: SessionRequest["kernel"]): Promise<string> {
    const cwd = dirname(await this.folder.locate(path));
    return typeof kernel?.id === "string" ? this.kernels.get(kernel.id).id : this.kernels.start(cwd).id;
  }

  #find(id: string): Session {
    const session = this.#sessions.get(id);
    if (!session) throw new Refusal(404, `no such session: ${id}`);
    return session;
  }

  #model({ kernelId, ...session }: Session): SessionModel {
    const { path, name } = session;
    return { ...session, kernel: this.kernels.get(kernelId).model, notebook: { path, name } };
  }
}
