/**
 * A drawing that says in words what it shows, to whoever can't see it: the words become its label, unless it has one.
 *
 * @example
 * withTextAlternative("<svg/>", "A line that rises."); // '<svg role="img" aria-label="A line that rises."/>'
 */
export function withTextAlternative(svg: string, alt: string): string {
  const [root = ""] = /<svg[^>]*>/.exec(svg) ?? [];
  if (/\saria-label(ledby)?=/.test(root)) return svg;
  const label = alt.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const labelled = root.replace(
    /^<svg/,
    () => `<svg${/\srole=/.test(root) ? "" : ' role="img"'} aria-label="${label}"`,
  );
  return svg.replace(root, () => labelled);
}
