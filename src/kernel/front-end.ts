import { createRequire } from "node:module";
import type { MimeBundle } from "./nbformat.js";

/** The same content in several forms, the last resort among them. */
export type Shown = MimeBundle & { "text/plain": string };

/**
 * Shows something in the running notebook, in the richest form that the front end knows. Outside a notebook, prints the plain text.
 *
 * @param id of a display that may change, see `updateDisplay`
 */
export function display(data: Shown, id?: string): void {
  const write = kernelDisplay();
  if (write) write({ data, metadata: {}, transient: id === undefined ? {} : { display_id: id } }, false);
  else process.stdout.write(`${data["text/plain"]}\n`);
}

/** Changes what a display shows. Outside a notebook, does nothing. */
export function updateDisplay(data: Shown, id: string): void {
  kernelDisplay()?.({ data, metadata: {}, transient: { display_id: id } }, true);
}

/** Whether this code runs in a notebook. */
export function isInNotebook(): boolean {
  return kernelDisplay() !== undefined;
}

interface DisplayContent {
  data: MimeBundle;
  metadata: object;
  transient: { display_id?: string };
}

type WriteDisplay = (content: DisplayContent, isUpdate: boolean) => void;

/**
 * The function by which the kernel this code runs in sends a display; undefined outside a kernel. tslab's own `display` has no way to
 * send several forms of the same content. The function belongs to the running kernel's module, so it is looked up among the loaded ones:
 * importing tslab could load a second copy, which is not connected to anything.
 */
function kernelDisplay(): WriteDisplay | undefined {
  const { cache } = createRequire(import.meta.url);
  for (const [file, loaded] of Object.entries(cache)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(file)) continue;
    const write: unknown = loaded?.exports.lastWriteDisplayData;
    if (isWriteDisplay(write)) return write;
  }
  return undefined;
}

function isWriteDisplay(value: unknown): value is WriteDisplay {
  return typeof value === "function";
}
