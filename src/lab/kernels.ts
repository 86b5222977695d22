import { randomUUID } from "node:crypto";
import { kernelName } from "../kernel/kernel-name.js";
import type { Content } from "../kernel/messages.js";
import { type ChannelMessage, type Hear, LiveKernel } from "./live-kernel.js";
import { Refusal } from "./refusal.js";

/** A kernel as Jupyter's kernels API has it. */
export interface KernelModel {
  id: string;
  name: string;
  execution_state: string;
  last_activity: string;
  connections: number;
}

/** How often a kernel that ends by itself is started again before it is asked to run something. */
const mostRestarts = 3;

/** A kernel under an id that stays the same when its process is replaced. */
export class LabKernel {
  readonly id: string = randomUUID();
  readonly #hearers = new Set<Hear>();
  #live: Promise<LiveKernel>;
  #state = "starting";
  #activity = new Date().toISOString();
  #isWanted = true;
  #isEnded = false;
  #deaths = 0;

  constructor(private readonly cwd: string) {
    this.#live = this.#start();
    this.#live.catch(() => undefined); // whoever asks for the kernel hears of it
  }

  get model(): KernelModel {
    return {
      ...{ id: this.id, name: kernelName, execution_state: this.#state },
      ...{ last_activity: this.#activity, connections: this.#hearers.size },
    };
  }

  /** Has `hear` get all that the kernel says, until the returned function is called. */
  listen(hear: Hear): () => void {
    this.#hearers.add(hear);
    return () => void this.#hearers.delete(hear);
  }

  /** Settles once the kernel answers. */
  async ready(): Promise<void> {
    await (await this.#live).ready;
  }

  async send(message: ChannelMessage): Promise<void> {
    if (message.header.msg_type === "execute_request") this.#deaths = 0;
    if (this.#state !== "dead") await (await this.#live).send(message);
  }

  async interrupt(): Promise<void> {
    if (this.#state !== "dead") await (await this.#live).interrupt();
  }

  /** Replaces the process by a new one, whatever the old one is doing. */
  async restart(): Promise<void> {
    const old = this.#live;
    this.#deaths = 0;
    this.#state = "restarting";
    this.#live = old.catch(() => undefined).then((live) => this.#replace(live));
    await this.ready();
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    this.#isWanted = false;
    this.#state = "dead";
    await (await this.#live.catch(() => undefined))?.kill();
  }

  async #replace(old: LiveKernel | undefined): Promise<LiveKernel> {
    this.#isWanted = false;
    await old?.kill();
    if (this.#isEnded) throw new Refusal(404, `the kernel has been ended: ${this.id}`);
    this.#isWanted = true;
    return this.#start();
  }

  async #start(): Promise<LiveKernel> {
    const live = await LiveKernel.start(this.cwd, (message) => this.#hear(message));
    void live.ended.then(() => this.#died(live));
    void live.ready.then(() => {
      if (this.#state !== "dead") this.#state = "idle";
    });
    return live;
  }

  /** A kernel that has ended by itself is reported, and started again unless it cannot live. */
  async #died(live: LiveKernel): Promise<void> {
    if (!this.#isWanted || (await this.#live) !== live) return;
    this.#deaths += 1;
    const isOver = this.#deaths > mostRestarts;
    if (!isOver) this.#live = this.#start();
    this.#say(isOver ? "dead" : "restarting");
  }

  #hear(message: ChannelMessage): void {
    this.#activity = new Date().toISOString();
    const { channel, header, content } = message;
    if (channel === "iopub" && header.msg_type === "status") this.#state = String(content.execution_state);
    for (const hear of this.#hearers) hear(message);
  }

  /** Tells the front ends what the kernel can no longer say for itself. */
  #say(execution_state: string): void {
    this.#state = execution_state;
    const header: Content = {
      ...{ msg_id: randomUUID(), msg_type: "status", session: this.id, username: "lab", version: "5.3" },
      date: new Date().toISOString(),
    };
    const message = {
      channel: "iopub" as const,
      header,
      parent_header: {},
      metadata: {},
      content: { execution_state },
    };
    for (const hear of this.#hearers) hear(message);
  }
}

/** The kernels of the server. */
export class Kernels {
  readonly #kernels = new Map<string, LabKernel>();

  start(cwd: string): LabKernel {
    const kernel = new LabKernel(cwd);
    this.#kernels.set(kernel.id, kernel);
    return kernel;
  }

  /** @throws Refusal 404 for an id that no kernel has */
  get(id: string): LabKernel {
    const kernel = this.#kernels.get(id);
    if (!kernel) throw new Refusal(404, `no such kernel: ${id}`);
    return kernel;
  }

  all(): LabKernel[] {
    return [...this.#kernels.values()];
  }

  async end(id: string): Promise<void> {
    const kernel = this.get(id);
    this.#kernels.delete(id);
    await kernel.end();
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.#kernels.keys()].map((id) => this.end(id)));
  }
}
