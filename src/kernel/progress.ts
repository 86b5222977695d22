import { display, isInNotebook, type Shown, updateDisplay } from "./front-end.js";

/** How far long work is. */
export interface Progress {
  /** Tells that one more thing, or so many more, are done. */
  step(count?: number): void;
}

let displays = 0;

/**
 * Shows how far a long cell is, in a line that changes as it goes and that is the same in every run once it is done. Outside a notebook,
 * prints the line when all is done.
 *
 * @param what what is counted, in words: "accounts compared"
 * @param total how many there are
 * @throws RangeError for a total that is no count, and for steps beyond it
 *
 * @example
 * const compared = progress("accounts compared", accounts.length);
 * for (const account of accounts) {
 *   await compare(account);
 *   compared.step();
 * }
 */
export function progress(what: string, total: number): Progress {
  if (!Number.isInteger(total) || total < 0)
    throw new RangeError(`total must be a whole number of at least 0: ${total}`);
  displays += 1;
  const id = `progress-${displays}`; // seen by the front end only, and not kept
  let done = 0;
  let shownPercent = 0;
  if (isInNotebook()) display(line(what, done, total), id);
  return {
    step(count = 1) {
      done += count;
      if (done > total) throw new RangeError(`more steps than the total of ${total}: ${done}`);
      const percent = Math.floor((done / total) * 100);
      if (percent === shownPercent && done < total) return; // a hundred messages at most, however long the work
      shownPercent = percent;
      if (isInNotebook()) updateDisplay(line(what, done, total), id);
      else if (done === total) display(line(what, done, total));
    },
  };
}

function line(what: string, done: number, total: number): Shown {
  return { "text/plain": `${what}: ${done} of ${total}` };
}
