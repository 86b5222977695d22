import type { ComponentChildren } from "preact";
import type { Material } from "./material.js";
import { crosswalkPage, documentPage, type Place, sourcesPage, startPage } from "./places.js";

interface Props {
  material: Material;
  place: Place;
  title: string;
  /** Scripts of this page beside the common one, inside the report. */
  scripts?: string[];
  /** Whether plotly.js may be loaded, which writes styles of its own. */
  explorable?: boolean;
  /** Whether what the page shows comes from the corpus: it does unless told. */
  drawn?: boolean;
  children: ComponentChildren;
}

/** Nothing comes from anywhere but the report's own folder, and nothing is sent. `file:` is for browsers in which files have no origin. */
function policy(explorable: boolean): string {
  const own = "'self' file:";
  const inline = explorable ? " 'unsafe-inline'" : "";
  return `default-src 'none'; base-uri 'none'; form-action 'none'; img-src ${own} data:; script-src ${own}; style-src ${own}${inline}`;
}

/** The frame of every page: head, way around, content, foot. */
export function Layout({ material, place, title, scripts = [], explorable = false, drawn = true, children }: Props) {
  const { corpus } = material;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy(explorable)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} · amplification-audit`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={place.toReport("assets/report.css")} />
        {["assets/report.js", ...scripts].map((script) => (
          <script key={script} src={place.toReport(script)} defer />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="site">
          <p class="name">
            <a href={place.toReport(startPage)}>amplification-audit</a>
          </p>
          <Navigation material={material} place={place} />
        </header>
        <main id="main">{children}</main>
        <footer class="site">
          <p>
            {drawn && (
              <>
                Drawn from <strong>{corpus.title}</strong> ({corpus.basis}), corpus <code>{corpus.name}</code>.{" "}
              </>
            )}
            Nothing on these pages is loaded from the network.
          </p>
        </footer>
      </body>
    </html>
  );
}

function Navigation({ material, place }: Pick<Props, "material" | "place">) {
  const pages = [
    [startPage, "Overview"],
    [crosswalkPage, "All claims"],
    [sourcesPage, "Sources"],
  ] as const;
  return (
    <nav aria-label="Report">
      <ul>
        {pages.map(([path, text]) => (
          <li key={path}>
            <a href={place.toReport(path)} aria-current={path === place.path ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
        {material.further.map(({ title, path }) => (
          <li key={path}>
            <a
              href={place.toReport(documentPage(path))}
              aria-current={documentPage(path) === place.path ? "page" : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
