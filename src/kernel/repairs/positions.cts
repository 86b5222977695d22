/**
 * Repairs positions that point nowhere. tslab compiles a cell twice and throws the source maps away, so that an error names a place in
 * code that nobody has written (`evalmachine.<anonymous>:9:16`). Here the maps are kept, and a place in compiled code can be turned into
 * the line and column of the cell's source.
 */
import nodeModule = require("node:module");
import cells = require("./cell.cjs");
import tslab = require("./tslab.cjs");

interface Place {
  cell: number;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

type SourceMap = import("node:module").SourceMap;

/** Each cell that was run: the maps from what runs to what was written, and how many lines run. */
const compiledCells = new Map<number, { maps: SourceMap[]; lines: number }>();
/** Lines that tslab puts before a cell's source. */
const linesBefore = 1;
/** What tslab puts before the compiled code, in the same line. */
const wrapper = { plain: "(function(exports, require) { ", awaiting: "(async function(exports, require) { " };

let lastTranspiled: SourceMap[] = [];

tslab.replace(tslab.typescript, "createWatchCompilerHost", (create) => (files, options, ...rest) => {
  return create(files, { ...options, inlineSourceMap: true }, ...rest);
});

tslab.replace(tslab.typescript, "transpileModule", (transpile) => (code, { compilerOptions }) => {
  const { text, map } = withoutMap(code);
  const transpiled = transpile(text, { compilerOptions: { ...compilerOptions, sourceMap: true } });
  const second = transpiled.sourceMapText === undefined ? [] : [mapFrom(transpiled.sourceMapText)];
  lastTranspiled = map === undefined ? [] : [...second, mapFrom(map)];
  return { outputText: transpiled.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "") };
});

tslab.aroundConversion((convert) => {
  const converted = convert(); // compiles the code of the cell last, after that of the files it imports
  const cell = cells.own()?.count;
  if (converted.output === undefined || cell === undefined) return converted;
  compiledCells.set(cell, { maps: lastTranspiled, lines: converted.output.split("\n").length });
  const { length } = converted.hasToplevelAwait ? wrapper.awaiting : wrapper.plain;
  return { ...converted, output: `${converted.output}\n//# sourceURL=cell:${cell}:${length}` };
});

/** Separates compiled code from the source map at its end. */
function withoutMap(code: string): { text: string; map: string | undefined } {
  const [comment = "", encoded = ""] =
    /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/.exec(code) ?? [];
  if (comment === "") return { text: code, map: undefined };
  return { text: code.slice(0, -comment.length), map: Buffer.from(encoded, "base64").toString("utf8") };
}

function mapFrom(text: string): SourceMap {
  return new nodeModule.SourceMap(JSON.parse(text));
}

const compiledPlace = /\bcell:(\d+):(\d+):(\d+):(\d+)\b/g;

/** The first place in a cell that a stack names; undefined if it names none. */
function firstPlace(stack: string): Place | undefined {
  for (const match of stack.matchAll(compiledPlace)) {
    const place = placeOf(match);
    if (place) return place;
  }
  return undefined;
}

/** A stack with places in the source of cells, `cell 3:1:7`, instead of those in compiled code; without lines that nobody wrote. */
function inSource(stack: string): string {
  return stack
    .split("\n")
    .map((line) => {
      const [match] = line.matchAll(compiledPlace);
      const place = match && placeOf(match);
      if (!match) return line;
      return place && line.replace(match[0], `cell ${place.cell}:${place.line}:${place.column}`);
    })
    .filter((line) => line !== undefined)
    .join("\n");
}

function placeOf(match: readonly string[]): Place | undefined {
  const [cell = 0, wrapped = 0, line = 0, column = 0] = match.slice(1, 5).map(Number);
  const compiled = compiledCells.get(cell);
  if (!compiled || line > compiled.lines) return undefined; // what calls the cell
  let [lineIndex, columnIndex] = [line - 1, column - 1 - (line === 1 ? wrapped : 0)];
  for (const map of compiled.maps) {
    const entry = map.findEntry(lineIndex, columnIndex);
    if (!("originalLine" in entry)) return undefined;
    [lineIndex, columnIndex] = [entry.originalLine, entry.originalColumn];
  }
  const inCell = lineIndex - linesBefore;
  return inCell < 0 ? undefined : { cell, line: inCell + 1, column: columnIndex + 1 };
}

const positions = { firstPlace, inSource };
export = positions;
