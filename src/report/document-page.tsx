import { followIn } from "./follow.js";
import { Layout } from "./layout.js";
import { markdownHtml } from "./markdown.js";
import type { DocumentMaterial, Material } from "./material.js";
import { documentPage, Place } from "./places.js";
import { Trusted } from "./trusted.js";

/** A text that belongs to no run: the glossary, a method card, the list of exercises. */
export function DocumentPage({ material, document }: { material: Material; document: DocumentMaterial }) {
  const place = new Place(material, documentPage(document.path));
  const [heading = ""] = /^# .+$/m.exec(document.text) ?? [];
  const text = document.text.replace(heading, "").trim();
  return (
    <Layout {...{ material, place }} title={heading.slice(2)} drawn={false}>
      <header class="opening">
        <h1>{heading.slice(2)}</h1>
      </header>
      <Trusted
        element="div"
        class="prose document"
        html={markdownHtml(text, followIn(material, place, document.path), 0)}
      />
    </Layout>
  );
}
