import { KernelFailure } from "./kernel-failure.js";
import type { Content, Message } from "./messages.js";
import type { DisplayOutput, ErrorOutput, Metadata, Output } from "./nbformat.js";

/** Displays of a notebook by their id, so that a later cell can update what an earlier one shows. */
export type Displays = Map<string, DisplayOutput>;

/** Collects what the kernel publishes about one cell into the outputs of nbformat. */
export class CellOutput {
  readonly outputs: Output[] = [];
  /** All that was written to stderr. */
  stderr = "";
  /** What the cell failed by, if the kernel says it: tslab as it comes writes errors to stderr only. */
  error: ErrorOutput | undefined;
  /** Whether something came after the kernel had said that the cell was done: such output depends on chance. */
  isLate = false;
  /** Set when the kernel publishes what this project does not know: its content would be lost. */
  failure: KernelFailure | undefined;
  #isDone = false;

  constructor(private readonly displays: Displays) {}

  receive({ type, content }: Message): void {
    if (type === "status") this.#isDone ||= content.execution_state === "idle";
    else {
      this.isLate ||= this.#isDone;
      this.#keep(type, content);
    }
  }

  /** What there is to read about a failure: the traceback and all that was written to stderr. */
  get errorText(): string {
    return [this.stderr.trimEnd(), ...(this.error?.traceback ?? [])].filter((text) => text !== "").join("\n");
  }

  #keep(type: string, content: Content): void {
    switch (type) {
      case "execute_input":
        break;
      case "error":
        this.#error(content);
        break;
      case "stream":
        this.#stream(content.name === "stderr" ? "stderr" : "stdout", String(content.text));
        break;
      case "display_data":
      case "update_display_data":
        this.#display(content, type === "update_display_data");
        break;
      default:
        this.failure ??= new KernelFailure(`kernel sent output of an unknown type: ${type}`);
    }
  }

  #stream(name: "stdout" | "stderr", text: string): void {
    if (name === "stderr") this.stderr += text;
    const last = this.outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else this.outputs.push({ output_type: "stream", name, text });
  }

  #error({ ename, evalue, traceback }: Content): void {
    const lines = Array.isArray(traceback) ? traceback.map(String) : [];
    const error = { output_type: "error" as const, ename: String(ename), evalue: String(evalue), traceback: lines };
    this.error ??= error;
    this.outputs.push(error);
  }

  /** The id of a display is a random one and serves the updates only: it does not go into the notebook. */
  #display({ data, metadata, transient }: Content, isUpdate: boolean): void {
    const id = asRecord(transient).display_id;
    const shown = typeof id === "string" ? this.displays.get(id) : undefined;
    const display: DisplayOutput = { output_type: "display_data", data: asRecord(data), metadata: asRecord(metadata) };
    if (isUpdate) {
      if (shown) Object.assign(shown, display);
      return;
    }
    this.outputs.push(display);
    if (typeof id === "string") this.displays.set(id, display);
  }
}

function asRecord(value: unknown): Metadata {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
