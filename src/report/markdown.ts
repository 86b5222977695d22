import MarkdownIt from "markdown-it";
import temml from "temml";

/** How a link of a text is followed: the address on the page; null where there is nothing to lead to. */
export type Follow = (address: string) => string | null;

/**
 * Markdown as HTML. Markup in the text is shown as text, pictures are left to their words, and links lead only where `follow` says or
 * to a web address. What stands between dollar signs is a formula in TeX, with two signs at each end one on a line of its own; it
 * becomes MathML, which browsers draw by themselves.
 *
 * @param below levels by which headings lie below those of the text, as a page has some of its own
 *
 * @example
 * markdownHtml("*14%* <script>", () => null); // "<p><em>14%</em> &lt;script&gt;</p>\n"
 */
export function markdownHtml(text: string, follow: Follow, below = 2): string {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable("image").use(formulas);
  const tokens = markdown.parse(text, {});
  for (const token of tokens) {
    if (token.type.startsWith("heading_")) token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + below)}`;
    for (const inner of token.children ?? []) {
      if (inner.type !== "link_open") continue;
      const address = String(inner.attrGet("href") ?? "");
      const place = /^https?:\/\//.test(address) ? address : follow(address);
      if (place === null) inner.attrs = [];
      else inner.attrSet("href", place);
    }
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** As in notebooks: no blank inside single signs, and no digit after them, so that "$5 and $6" stays what it is. */
const formula = /\$\$(?<shown>[^$]+)\$\$|\$(?! )(?<inline>[^$\n]+)(?<! )\$(?!\d)/y;

function formulas(markdown: ReturnType<typeof MarkdownIt>): void {
  markdown.inline.ruler.after("escape", "formula", (state, silent) => {
    formula.lastIndex = state.pos;
    const found = formula.exec(state.src);
    if (found === null) return false;
    const { shown, inline = "" } = found.groups ?? {};
    const html = temml.renderToString(shown ?? inline, { displayMode: shown !== undefined });
    if (!silent) state.push("html_inline", "math", 0).content = html;
    state.pos += found[0].length;
    return true;
  });
}
