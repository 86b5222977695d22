/** A table that a cell showed, as texts. */
export interface ShownTable {
  caption: string;
  head: string[];
  /** Whether a column holds numbers, which stand on the right. */
  numeric: boolean[];
  rows: string[][];
  note: string;
}

const cell = /<(th|td)((?: [a-z]+="[^"<>]*")*)>([^<>]*)<\/\1>/g;

/**
 * Reads a table in the one form in which `show` writes it. Markup of a notebook is never passed on to a page: what has another form
 * is no table here, and the page shows the cell's plain text in its place.
 *
 * @example
 * shownTable('<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>')?.rows; // [["1"]]
 */
export function shownTable(html: string): ShownTable | undefined {
  const lines = html.replaceAll("\n", "");
  const whole =
    /^<table(?: [a-z]+="[^"<>]*")*>(?:<caption(?: [a-z]+="[^"<>]*")*>([^<>]*)<\/caption>)?<thead>(.*?)<\/thead><tbody>(.*?)<\/tbody>(?:<tfoot>(.*?)<\/tfoot>)?<\/table>$/;
  const [, caption = "", head = "", body = "", foot = ""] = whole.exec(lines) ?? [];
  const heads = rowsOf(head);
  const rows = rowsOf(body);
  const notes = rowsOf(foot);
  if (!whole.test(lines) || heads?.length !== 1 || rows === undefined || notes === undefined) return undefined;
  return {
    caption: decoded(caption),
    head: heads[0]?.map(({ text }) => text) ?? [],
    numeric: heads[0]?.map(({ right }) => right) ?? [],
    rows: rows.map((row) => row.map(({ text }) => text)),
    note: notes[0]?.[0]?.text ?? "",
  };
}

interface Cell {
  text: string;
  right: boolean;
}

/** The rows of a part of a table; nothing if anything else stands there. */
function rowsOf(markup: string): Cell[][] | undefined {
  const rows: Cell[][] = [];
  const left = markup.replaceAll(/<tr>(.*?)<\/tr>/g, (_, inside: string) => {
    const cells = [...inside.matchAll(cell)].map(([, , attributes = "", text = ""]) => ({
      text: decoded(text),
      right: attributes.includes("text-align: right"),
    }));
    rows.push(cells);
    return inside.replaceAll(cell, "");
  });
  return left === "" ? rows : undefined;
}

/** `show` writes every character that means something in HTML by its number. */
function decoded(text: string): string {
  return text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
