import type { CodeCell } from "../kernel/nbformat.js";
import type { ExerciseFile } from "./files.js";

/** What the check in an executed cell answered, line by line. */
export function repliesIn(cell: CodeCell | undefined): string[] {
  const texts = (cell?.outputs ?? []).map((output) => ("data" in output ? output.data["text/plain"] : ""));
  return texts.map(String).join("\n").split("\n");
}

/**
 * Whether a check answered every part as it must: by `right` in a solution, by `not yet` where all is blank.
 *
 * @param check the executed cell that holds the check
 * @returns one text a part that was answered otherwise
 */
export function replyFaults(
  { exercise, version }: Pick<ExerciseFile, "exercise" | "version">,
  check: CodeCell | undefined,
): string[] {
  const wanted = version === "solution" ? "right" : "not yet";
  const replies = repliesIn(check);
  return exercise.parts.flatMap((part) => {
    const reply = replies.find((line) => line.includes(`: ${part} `));
    if (reply?.startsWith(`${wanted}: ${part} `)) return [];
    return [`the check must say "${wanted}: ${part} ...", and says ${JSON.stringify(reply ?? "nothing about it")}`];
  });
}
