import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countryNumber } from "../../src/figures/country-numbers.js";
import { outlines, outlinesWithout } from "../../src/figures/world.js";
import { projectPath } from "../../src/files/project.js";
import { twinPrincipals } from "../../src/twin/principals.js";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => countryNumber(code) !== null);
const atlas = JSON.parse(readFileSync(projectPath("node_modules", "world-atlas", "countries-50m.json"), "utf8"));
const outlined: { id?: string; properties: { name: string } }[] = atlas.objects.countries.geometries;

describe("the numbers of countries", () => {
  it("belong to one country each, in three digits", () => {
    const numbers = codes.map(countryNumber);
    expect(numbers.filter((number) => !/^\d{3}$/.test(number ?? ""))).toEqual([]);
    expect(new Set(numbers).size).toBe(codes.length);
  });

  it("lead to an outline of the country's name, which the atlas writes shorter or as it once was", () => {
    const names = new Intl.DisplayNames("en", { type: "region" });
    const nameOf = (code: string) => names.of(code) ?? code;
    const outlinesOf = (code: string) =>
      outlined.filter(({ id }) => id === countryNumber(code)).map(({ properties }) => properties.name);
    const other = codes.filter((code) => !outlinesOf(code).includes(nameOf(code)));
    expect(codes.length - other.length).toBeGreaterThan(180);
    const renamed = other.filter((code) => !outlinesOf(code).some((name) => name[0] === nameOf(code)[0]));
    expect(renamed.filter((code) => !["CD", "MK", "SZ"].includes(code))).toEqual([]);
  });

  it("are known for every country that the twin's diplomats are posted to, with an outline or a dot", () => {
    const posted = twinPrincipals(2021).flatMap(({ principal: { country } }) => country ?? []);
    const numbers = [...new Set(posted)].map((country) => countryNumber(country) ?? country);
    const drawn = [outlines(), outlinesWithout(numbers)].flatMap(({ objects }) => objects.countries.geometries);
    const ids = drawn.map(({ id }) => id);
    expect(numbers.filter((number) => ids.filter((id) => id === number).length !== 1)).toEqual([]);
  });

  it("keep the United Kingdom, France and Russia by the codes that are in use", () => {
    expect(["GB", "FR", "RU", "UK", "SU"].map(countryNumber)).toEqual(["826", "250", "643", null, null]);
  });
});
