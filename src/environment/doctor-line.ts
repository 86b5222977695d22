/** One thing that was looked at on this machine. */
export interface DoctorLine {
  what: string;
  expected: string;
  found: string;
  /** Whether there is nothing to do. */
  ok: boolean;
  /** What to do; empty where there is nothing to do. */
  remedy: string;
}

/** A line that needs the remedy only where something is wrong. */
export function doctorLine(what: string, expected: string, found: string, ok: boolean, remedy: string): DoctorLine {
  return { what, expected, found, ok, remedy: ok ? "" : remedy };
}
