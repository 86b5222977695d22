import { display } from "../kernel/front-end.js";
import { exerciseChecks } from "./checks.js";
import { type Part, thrownWords } from "./function-part.js";
import { type PartReply, Reply } from "./reply.js";

/**
 * Checks a student's answer to an exercise and says in words what is right and what not yet. Never throws, whatever the answer is or does:
 * after a cell that fails, a notebook's next cells do not run.
 *
 * @param exercise name, such as `counting-days`
 * @param answer the parts by their names, mostly functions, which are run on small inputs
 *
 * @example
 * String(await checkExercise("counting-days", { activeDays: (times: string[]) => times.length }));
 */
export async function checkExercise(exercise: string, answer: unknown): Promise<Reply> {
  const parts = exerciseChecks.get(exercise);
  if (parts === undefined) {
    const known = [...exerciseChecks.keys()].join(", ");
    return new Reply(exercise, [{ part: exercise, passed: false, words: `is no exercise; known: ${known}` }]);
  }
  const replies: PartReply[] = [];
  for (const [part, check] of Object.entries(parts)) replies.push(await replyTo(part, check, answer));
  return new Reply(exercise, replies);
}

/**
 * Checks an answer, as `checkExercise` does, and shows the reply below the cell.
 *
 * @example
 * await showCheck("counting-days", { windowDays: windowDays, activeDays: activeDays });
 */
export async function showCheck(exercise: string, answer: unknown): Promise<void> {
  const reply = await checkExercise(exercise, answer);
  display({ "text/plain": String(reply) });
}

async function replyTo(part: string, { judge, praise }: Part, answer: unknown): Promise<PartReply> {
  try {
    const given = typeof answer === "object" && answer !== null ? Reflect.get(answer, part) : undefined;
    const fault = given === undefined ? "is not there yet; run the cell that defines it first" : await judge(given);
    return { part, passed: fault === undefined, words: fault ?? praise };
  } catch (thrown) {
    return { part, passed: false, words: `could not be checked: ${thrownWords(thrown)}` };
  }
}
