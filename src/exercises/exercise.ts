/** A text between the cells of code, in Markdown. */
export interface TextStep {
  text: string;
}

/** Code that is given, the same in the exercise and in its solution. */
export interface GivenStep {
  code: string;
}

/** A blank to fill: what is asked, the cell as the student gets it, a hint to unfold, and the cell as it could be. */
export interface TaskStep {
  ask: string;
  blank: string;
  hint: string;
  solution: string;
}

export type Step = TextStep | GivenStep | TaskStep;

/** One exercise: the only source of its notebook with blanks and of its solved one. */
export interface Exercise {
  /** Place in the course, from 1. */
  number: number;
  /** As the check, the notebook and the method card name it. */
  name: string;
  title: string;
  /** Why one would want to do this, in Markdown. */
  story: string;
  steps: readonly Step[];
  /** What is checked, by the names that the student's cells define. */
  parts: readonly string[];
  /** The project's notebook to read next, without its ending, and why. */
  next: { notebook: string; why: string };
}

/** The name of an exercise's notebook: `01-counting-days`. */
export function fileName({ number, name }: Pick<Exercise, "number" | "name">): string {
  return `${String(number).padStart(2, "0")}-${name}`;
}
