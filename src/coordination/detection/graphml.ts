import type { UndirectedGraph } from "graphology";

/**
 * A graph with numbers as attributes as GraphML (Brandes et al. 2002), which igraph, Gephi and yEd open. Written here because the
 * graphology packages read the format and do not write it.
 *
 * @example
 * graphml(new UndirectedGraph()).includes("<graph"); // true
 */
export function graphml(graph: UndirectedGraph): string {
  const nodeKeys = keysOf(graph.mapNodes((_, attributes) => attributes));
  const edgeKeys = keysOf(graph.mapEdges((_, attributes) => attributes));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...nodeKeys.map((key) => `  <key id="node_${key}" for="node" attr.name="${key}" attr.type="double"/>`),
    ...edgeKeys.map((key) => `  <key id="edge_${key}" for="edge" attr.name="${key}" attr.type="double"/>`),
    '  <graph edgedefault="undirected">',
    ...graph.mapNodes((node, attributes) => `    <node id="${escaped(node)}">${data("node", attributes)}</node>`),
    ...graph.mapEdges((_, attributes, source, target) => {
      return `    <edge source="${escaped(source)}" target="${escaped(target)}">${data("edge", attributes)}</edge>`;
    }),
    "  </graph>",
    "</graphml>",
  ];
  return `${lines.join("\n")}\n`;
}

function keysOf(attributes: readonly Record<string, unknown>[]): string[] {
  return [...new Set(attributes.flatMap((one) => Object.keys(one)))].sort();
}

function data(of: "node" | "edge", attributes: Record<string, unknown>): string {
  return Object.entries(attributes)
    .map(([key, value]) => `<data key="${of}_${key}">${escaped(String(value))}</data>`)
    .join("");
}

/** Names come from outside: what XML reserves is escaped, and control characters, which it can't hold, are replaced. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
  const printable = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  return printable.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
