/** Digits after the point to which places are compared: a hundredth of a point is not seen. */
const digits = 2;

/**
 * A drawing without what the drawing library alone decides: ids count from 1 in the order of their appearance, numbers are rounded to a
 * hundredth, white space between elements is one line end. A text, colour, order or place that differs still does.
 *
 * @example
 * normaliseSvg('<g id="clip73"/>'); // '<g id="id1"/>'
 */
export function normaliseSvg(svg: string): string {
  const ids = [...new Set([...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id))];
  const names = new Map(ids.map((id, index) => [id, `id${index + 1}`]));
  return svg
    .replace(
      /(\sid="|url\(#|href="#|aria-labelledby="|aria-describedby=")([^")]+)/g,
      (whole, before: string, id: string) => {
        const name = names.get(id);
        return name === undefined ? whole : before + name;
      },
    )
    .replace(/\s(?!aria-)[\w:-]+="[^"]*"/g, (attribute) => attribute.replace(/-?\d*\.\d+/g, rounded))
    .replace(/>\s+</g, ">\n<")
    .trim();
}

function rounded(number: string): string {
  return String(Number(Number(number).toFixed(digits)) + 0); // never -0
}
