import { Layout } from "./layout.js";
import type { Material, NotebookMaterial } from "./material.js";
import { notebookProse } from "./notebook-prose.js";
import { NotebookView } from "./notebook-view.js";
import { notebookPage, Place, titleOf } from "./places.js";

/** A notebook that belongs to no one finding. */
export function NotebookPage({ material, notebook }: { material: Material; notebook: NotebookMaterial }) {
  const place = new Place(material, notebookPage(notebook.path));
  const name = notebook.path.replace(/^.*\//, "").replace(/\.ipynb$/, "");
  return (
    <Layout {...{ material, place }} title={titleOf(name)}>
      <header class="opening">
        <p class="kicker">
          Notebook <span class="basis">{material.corpus.basis}</span>
        </p>
        <h1>{notebookProse(notebook.notebook).title || titleOf(name)}</h1>
        <p>
          The executed notebook is <a href={place.toRun(notebook.path)}>{notebook.path}</a>; here it is as the run left
          it.
        </p>
      </header>
      <NotebookView {...{ material, place, notebook }} drawn={[]} />
    </Layout>
  );
}
