/** What a run tells of itself as it goes. */
export type ProgressEvent =
  | { type: "begin"; steps: number }
  | { type: "started"; name: string; title: string; number: number }
  | { type: "progress"; name: string; text: string }
  | { type: "finished"; name: string; outcome: "done" | "up to date"; seconds: number }
  | { type: "end" };

export type Report = (event: ProgressEvent) => void;

/** The part of `process.stderr` that is needed. */
export interface ProgressStream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

interface RunningStep {
  title: string;
  number: number;
  begun: number;
  text: string;
}

/**
 * Reports a run to people: a line for every step that ran, and one for the whole. On a terminal the last line also shows what is
 * running, for how long, and how far it is.
 *
 * @param now a clock in milliseconds
 *
 * @example
 * await runSteps(steps, { root, report: progressReport(process.stderr) });
 */
export function progressReport(stream: ProgressStream, now: () => number = () => performance.now()): Report {
  const running = new Map<string, RunningStep>();
  const begun = now();
  let steps = 0;
  let done = 0;
  let upToDate = 0;
  let timer: NodeJS.Timeout | undefined;

  const line = (text: string) => stream.write(`${stream.isTTY ? "\r\u001b[K" : ""}${text}\n`);
  const refresh = () => {
    if (!stream.isTTY) return;
    const texts = [...running.values()].map(
      ({ number, title, begun: since, text }) =>
        `[${number}/${steps}] ${title} ${duration((now() - since) / 1000)}${text === "" ? "" : `, ${text}`}`,
    );
    stream.write(`\r\u001b[K${texts.join("; ").slice(0, (stream.columns ?? 80) - 1)}`);
  };

  return (event) => {
    switch (event.type) {
      case "begin":
        steps = event.steps;
        if (stream.isTTY) timer = setInterval(refresh, 250).unref();
        return;
      case "started":
        running.set(event.name, { title: event.title, number: event.number, begun: now(), text: "" });
        return refresh();
      case "progress": {
        const step = running.get(event.name);
        if (step) step.text = event.text;
        return refresh();
      }
      case "finished": {
        const step = running.get(event.name);
        running.delete(event.name);
        if (event.outcome === "up to date") upToDate += 1;
        else done += 1;
        if (step) line(`[${step.number}/${steps}] ${step.title} (${duration(event.seconds)})`);
        return refresh();
      }
      case "end": {
        clearInterval(timer);
        const all = duration((now() - begun) / 1000);
        if (done + upToDate < steps) line(`stopped after ${done + upToDate} of ${steps} steps (${all})`);
        else if (done === 0) line(`up to date: ${steps} steps, nothing to do (${all})`);
        else line(`ran ${done} of ${steps} steps, ${upToDate} up to date (${all})`);
      }
    }
  };
}

/** `0.4 s`, `12.0 s`, `2 min 05 s`. */
export function duration(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
