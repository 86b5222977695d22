import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Outlines of countries as TopoJSON, named by their ISO 3166-1 numeric code where they have one. */
interface Topology {
  objects: { countries: { geometries: { id?: string }[] } };
}

/**
 * The outlines of the larger countries, from Natural Earth at 1 : 110 million (public domain), as the package world-atlas
 * has them. Countries of a few square kilometres are not among them.
 */
export function outlines(): Topology {
  return read(require.resolve("world-atlas/countries-110m.json"));
}

/** Those of the given countries that `outlines` lacks, at 1 : 50 million. */
export function outlinesWithout(numbers: readonly string[]): Topology {
  const large = new Set(outlines().objects.countries.geometries.map(({ id }) => id));
  const topology = read(require.resolve("world-atlas/countries-50m.json"));
  const { countries } = topology.objects;
  const small = countries.geometries.filter(({ id }) => id !== undefined && numbers.includes(id) && !large.has(id));
  return { ...topology, objects: { countries: { ...countries, geometries: small } } };
}

function read(path: string): Topology {
  return JSON.parse(readFileSync(path, "utf8")) as Topology;
}
