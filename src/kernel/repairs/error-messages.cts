/**
 * Repairs missing error messages. tslab writes an error to stderr and replies `error`, and nothing else: no name, value or traceback, so
 * `nbconvert` ends with an empty message, and a front end can't tell an error from a log line. Here a failing cell publishes what the
 * Jupyter protocol asks for, `error` and a full reply, with a traceback that points into the cell; and each cell says that it starts
 * (`execute_input`), from which front ends take the number of the cell.
 */
import nodeUtil = require("node:util");
import cells = require("./cell.cjs");
import positions = require("./positions.cjs");
import tslab = require("./tslab.cjs");

import type { Handler } from "./tslab-parts.cjs";

interface ErrorContent {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** tslab reports what the compiler finds in a cell line by line in this form. */
const diagnosticFormat = "%s%d:%d - %s";

/** What the compiler found in a cell. */
class CompileError extends Error {
  override name = "CompileError";

  constructor(
    messages: string[],
    /** Where in the cell the first of them is; undefined if it is in a file that the cell imports. */
    readonly place: { line: number; column: number } | undefined,
  ) {
    super(messages.join("\n"));
  }
}

tslab.replace(tslab.executor, "createExecutor", (create) => (folder, converters, output) => {
  let found: string[] = [];
  const error = (...args: unknown[]) => {
    const cell = cells.own();
    if (args[0] !== diagnosticFormat) return cell?.fail(args[0]);
    const [, file, line, column] = args;
    found = cell?.failure ? [...found, nodeUtil.format(...args)] : [nodeUtil.format(...args)];
    const place = file === "" ? { line: Number(line), column: Number(column) } : undefined;
    if (cell) cell.failure = { reason: new CompileError(found, firstOf(cell.failure?.reason) ?? place) };
  };
  return create(folder, converters, { ...output, error });
});

function firstOf(failure: unknown): CompileError["place"] {
  return failure instanceof CompileError ? failure.place : undefined;
}

tslab.aroundExecution((execute, code) => {
  const cell = cells.own();
  cell?.publish("execute_input", { code, execution_count: cell.count });
  return execute(code);
});

tslab.replace(tslab.jupyter.JupyterHandlerImpl.prototype, "handleExecute", (handleExecute) => {
  return async function (this: Handler, request, stream, display) {
    const reply = await handleExecute.call(this, request, stream, display);
    const cell = cells.own();
    if (reply.status === "ok") return { ...reply, user_expressions: {}, payload: [] };
    if (reply.status === "abort") return { ...reply, status: "aborted" };
    const error = errorContent(
      cell?.failure ? cell.failure.reason : new Error("the kernel has failed; restart it"),
      cell,
    );
    cell?.publish("error", error);
    return { ...reply, ...error };
  };
});

function errorContent(reason: unknown, cell: cells.Cell | undefined): ErrorContent {
  const isError = reason instanceof Error;
  const ename = isError ? reason.name : typeof reason;
  const evalue = isError ? reason.message : nodeUtil.inspect(reason);
  const stack = isError && !(reason instanceof CompileError) ? nodeUtil.inspect(reason) : "";
  return { ename, evalue, traceback: [`${ename}: ${evalue}`, ...excerptOf(reason, stack, cell), ...stackLines(stack)] };
}

/** The lines of the cell where the error was made, if it was made in this cell. */
function excerptOf(reason: unknown, stack: string, cell: cells.Cell | undefined): string[] {
  if (!cell) return [];
  if (reason instanceof CompileError) return reason.place ? codeFrame(cell.code, reason.place) : [];
  const place = positions.firstPlace(stack);
  return place?.cell === cell.count ? codeFrame(cell.code, place) : [];
}

/** The lines of a stack without those of the kernel itself, and what is kept beside it: the cause and other properties. */
function stackLines(stack: string): string[] {
  // tslab keeps the variables of earlier cells in a proxy, which is nothing to the reader.
  const lines = positions.inSource(stack).replaceAll(" at Proxy.", " at ").split("\n");
  const first = lines.findIndex((line) => /^\s+at /.test(line));
  const kernels =
    /[\\/]tslab[\\/]dist[\\/]|[\\/]kernel[\\/]repairs[\\/]|\(?node:(vm|internal)|at new Promise \(<anonymous>\)/;
  return first === -1 ? [] : lines.slice(first).filter((line) => !(/^\s+at /.test(line) && kernels.test(line)));
}

/** The lines around a place, the place marked below. */
function codeFrame(code: string, { line, column }: { line: number; column: number }): string[] {
  const lines = code.split("\n");
  const from = Math.max(1, line - 2);
  const shown = lines.slice(from - 1, line + 1);
  const width = String(from + shown.length - 1).length;
  return shown.flatMap((text, index) => {
    const number = from + index;
    const numbered = `${number === line ? ">" : " "} ${String(number).padStart(width)} | ${text}`;
    return number === line ? [numbered, `  ${" ".repeat(width)} | ${" ".repeat(column - 1)}^`] : [numbered];
  });
}

const errorMessages = { errorContent };
export = errorMessages;
