import type { CrosswalkRow } from "../claims/crosswalk.js";
import type { Cell, Output } from "../kernel/nbformat.js";
import type { Material, NotebookMaterial } from "./material.js";
import { findingPage, notebookPage } from "./places.js";

/** A notebook, and the page on which it is shown. */
export interface PlacedNotebook extends NotebookMaterial {
  page: string;
}

/** Every notebook of the report, with its page: a finding's stands on the finding's. */
export function placedNotebooks({ findings, notebooks }: Pick<Material, "findings" | "notebooks">): PlacedNotebook[] {
  return [
    ...findings.flatMap(({ name, notebook }) => (notebook === null ? [] : [{ ...notebook, page: findingPage(name) }])),
    ...notebooks.map((one) => ({ ...one, page: notebookPage(one.path) })),
  ];
}

/** The cell that sets a claim against what came out: the one whose table has a row of the claim. */
export function cellOf(material: Material, { id, notebook }: CrosswalkRow): { page: string; id: string } | undefined {
  const placed = placedNotebooks(material).find(({ path }) => path === notebook);
  const cell = placed?.notebook.cells.find((one) =>
    outputsOf(one).some((output) =>
      plainText(output)
        .split("\n")
        .some((line) => line.startsWith(`${id}  `)),
    ),
  );
  return placed && cell ? { page: placed.page, id: cell.id } : undefined;
}

export function outputsOf(cell: Cell): Output[] {
  return cell.cell_type === "code" ? cell.outputs : [];
}

/** One form of what a cell shows, as text; empty where it has no such form. */
export function formOf(output: Output, type: string): string {
  if (output.output_type !== "display_data" && output.output_type !== "execute_result") return "";
  const form = output.data[type];
  return typeof form === "string" ? form : "";
}

export function plainText(output: Output): string {
  if (output.output_type === "stream") return output.text;
  if (output.output_type === "error") return `${output.ename}: ${output.evalue}`;
  return formOf(output, "text/plain");
}

/** A plot that a cell shows for plotly.js: its traces, layout and settings. */
export interface Plot {
  data: unknown[];
  layout: Record<string, unknown>;
  config: Record<string, unknown>;
}

const plotType = "application/vnd.plotly.v1+json";

/** The plots that a notebook's cells show. */
export function plotsOf({ notebook }: NotebookMaterial): Plot[] {
  return notebook.cells.flatMap(outputsOf).flatMap((output) => {
    if (output.output_type !== "display_data" && output.output_type !== "execute_result") return [];
    const plot = asRecord(output.data[plotType]);
    return Array.isArray(plot?.data)
      ? [{ data: plot.data, layout: asRecord(plot.layout) ?? {}, config: asRecord(plot.config) ?? {} }]
      : [];
  });
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
