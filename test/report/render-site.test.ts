import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { renderSite } from "../../src/report/render-site.js";
import { planted, smallMaterial } from "./small-material.js";

const material = smallMaterial();
const site = renderSite(material);
const pages = [...site].filter(([path]) => path.endsWith(".html"));

/** Files that the run writes beside the pages. */
const beside = [
  "assets/report.css",
  "assets/report.js",
  "assets/crosswalk.js",
  "assets/plots.js",
  "assets/plotly.min.js",
  "run.js",
  "checksums.sha256",
  "claims.json",
];

const attribute = (html: string, name: string) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);

describe("the report", () => {
  it("has a page for the start, the claims, the sources, every finding, every other notebook and every document", () => {
    expect(pages.map(([path]) => path)).toEqual([
      "index.html",
      "crosswalk.html",
      "sources.html",
      "finding/labels.html",
      "finding/empty.html",
      "notebook/00-start.html",
      "reading/glossary.html",
      "reading/one.html",
    ]);
  });

  it("has the glossary and the cards as pages that lead to one another, and to nothing that is not there", () => {
    const glossary = site.get("reading/glossary.html") ?? "";
    expect(glossary).toContain('A <a href="one.html">card</a>, <a>gone</a>.');
    expect(site.get("reading/one.html")).toContain('<a href="glossary.html">words</a>');
    expect(site.get("finding/labels.html")).toContain('href="../reading/glossary.html"');
  });

  it.each(pages)("shows planted markup as text: %s", (_, html) => {
    expect(html).not.toMatch(/<script>|<img src=x|<b>|href="javascript:/);
    expect(html.match(/<script[^>]*>/g)?.every((tag) => /^<script src="[\w./]+" defer>$/.test(tag))).toBe(true);
    expect(html).toMatch(/&lt;script(>|&gt;)globalThis.planted/);
    expect(html).not.toMatch(/<[a-z]+(?: [\w-]+(?:="[^"]*")?)* on[a-z]+=/);
  });

  it.each(pages)("leads only to what is there: %s", (path, html) => {
    const targets = [...attribute(html, "href"), ...attribute(html, "src"), ...attribute(html, "data-library")].filter(
      (address) => !/^(https:\/\/example\.org\/|data:,)/.test(address),
    );
    for (const address of targets) {
      const [place = "", id] = address.replaceAll("&amp;", "&").split("#");
      const file = posix.normalize(posix.join(posix.dirname(path), place.split("?")[0] ?? ""));
      const target = place === "" ? html : site.get(decodeURIComponent(file));
      if (/^\.\.\/(figures|notebooks)\//.test(file) || beside.includes(file)) continue;
      expect(target, `${path}: ${address}`).toBeDefined();
      if (id !== undefined)
        expect(attribute(target ?? "", "id"), `${path}: ${address}`).toContain(decodeURIComponent(id));
    }
    expect(targets.length).toBeGreaterThan(5);
  });

  it.each(pages)("gives no id twice, says its language and lets nothing come from elsewhere: %s", (_, html) => {
    const ids = attribute(html, "id");
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain("default-src 'none'");
    expect(
      [...attribute(html, "src"), ...attribute(html, "data-library")].filter((address) => /^(\w+:)?\/\//.test(address)),
    ).toEqual([]);
  });

  it("ties a claim to its code, figure, cell and source", () => {
    const claims = site.get("crosswalk.html") ?? "";
    const row = /<tr id="claim-L1".*?<\/tr>/s.exec(claims)?.[0] ?? "";
    expect(attribute(row, "href")).toEqual([
      "finding/labels.html",
      "finding/labels.html#code-src-findings-labels-ts-3",
      "finding/labels.html#figure-labels",
      "finding/labels.html#cell-three",
      "sources.html#source-S1",
    ]);
  });

  it("says of a finding that the corpus holds nothing for why that is so", () => {
    const page = site.get("finding/empty.html") ?? "";
    expect(page).toContain('class="missing">No posts');
    expect(page).toContain("not computable from this corpus");
  });

  it("offers a plot only where a cell of the notebook shows one", () => {
    const explored = pages.filter(([, html]) => html.includes('class="explore"')).map(([path]) => path);
    expect(explored).toEqual(["finding/labels.html"]);
    const [plot = ""] = attribute(site.get("finding/labels.html") ?? "", "data-plot");
    expect(JSON.parse(plot.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&"))).toMatchObject({
      layout: { title: { text: planted } },
    });
  });

  it("is the same bytes again", () => {
    expect([...renderSite(smallMaterial())]).toEqual([...site]);
  });
});
