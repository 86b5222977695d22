import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import { CrosswalkPage } from "./crosswalk-page.js";
import { DocumentPage } from "./document-page.js";
import { FindingPage } from "./finding-page.js";
import type { Material } from "./material.js";
import { NotebookPage } from "./notebook-page.js";
import {
  crosswalkPage,
  documentPage,
  drawingFile,
  findingPage,
  notebookPage,
  sourcesPage,
  startPage,
} from "./places.js";
import { SourcesPage } from "./sources-page.js";
import { StartPage } from "./start-page.js";

/**
 * The pages and drawings of the report, by their path inside its folder. The same material gives the same bytes. Every text of the
 * material is escaped; of its markup only the tables that `show` writes are kept, cell by cell.
 */
export function renderSite(material: Material): Map<string, string> {
  const pages: [string, VNode][] = [
    [startPage, <StartPage key="start" material={material} />],
    [crosswalkPage, <CrosswalkPage key="claims" material={material} />],
    [sourcesPage, <SourcesPage key="sources" material={material} />],
    ...material.findings.map((finding): [string, VNode] => [
      findingPage(finding.name),
      <FindingPage key={finding.name} {...{ material, finding }} />,
    ]),
    ...material.notebooks.map((notebook): [string, VNode] => [
      notebookPage(notebook.path),
      <NotebookPage key={notebook.path} {...{ material, notebook }} />,
    ]),
    ...material.documents.map((document): [string, VNode] => [
      documentPage(document.path),
      <DocumentPage key={document.path} {...{ material, document }} />,
    ]),
  ];
  const drawings = material.findings.flatMap(({ figures }) =>
    figures.map(({ stem, svg }) => [drawingFile(stem), svg] as const),
  );
  return new Map([...pages.map(([path, page]) => [path, `<!doctype html>\n${render(page)}\n`] as const), ...drawings]);
}
