import type { CorpusInfo } from "../corpus/info.js";
import type { AccountGrowthResults } from "../findings/account-growth.js";
import { wholeNumber } from "../text/number-text.js";
import { countryNumber } from "./country-numbers.js";
import type { Figure } from "./figure.js";
import { figureName, sourceNote } from "./series.js";
import { colours } from "./theme.js";
import { outlines, outlinesWithout } from "./world.js";

/** Whether there is a country to colour. */
export function canDrawAccountGrowthMap({ places }: AccountGrowthResults): boolean {
  return places.some(({ platform, country }) => platform === "twitter" && country !== null);
}

/** The countries that diplomats with a Twitter account are posted to, in one colour on a grey world. */
export function accountGrowthMapFigure({ places, audited }: AccountGrowthResults, info: CorpusInfo): Figure {
  const onTwitter = places.filter(({ platform }) => platform === "twitter");
  const rows = onTwitter.flatMap(({ country, accounts }) => (country === null ? [] : [{ country, accounts }]));
  const numbers = rows.flatMap(({ country }) => countryNumber(country) ?? []);
  const unknown = rows.filter(({ country }) => countryNumber(country) === null).map(({ country }) => country);
  const all = sum(onTwitter);
  const elsewhere = all - sum(rows);
  const posted = audited.some(({ group, posted: known }) => group === "diplomat" && known !== null);
  const busiest = [...rows].sort((a, b) => b.accounts - a.accounts || (a.country < b.country ? -1 : 1)).slice(0, 5);
  return {
    name: figureName("account-growth-map", info),
    title: `${wholeNumber(sum(rows))} Twitter accounts of PRC diplomats in ${rows.length} countries`,
    subtitle: `Countries to which they are posted, of ${wholeNumber(all)} ${posted ? "accounts that posted in the window" : "accounts on the list"}`,
    alt:
      `A map of the world with the ${rows.length} countries in colour to which diplomats with a Twitter account are posted: ` +
      `${rows.map(({ country }) => country).join(", ")}. ${wholeNumber(sum(rows))} accounts are posted there, most in ` +
      `${busiest.map(({ country, accounts }) => `${country} (${accounts})`).join(", ")}; ${elsewhere} to no country.`,
    basis: info.basis,
    note:
      `${sourceNote(info)}Dots: countries too small for the map. Not shown: accounts at multilateral bodies or the ministry ` +
      `(${elsewhere}). ${unknown.length > 0 ? `Without an outline: ${unknown.join(", ")}. ` : ""}` +
      "Outlines by Natural Earth; they imply no opinion on the status of any territory or border.",
    width: "double",
    specification: {
      width: 510,
      height: 222,
      projection: { type: "equalEarth" },
      layer: [
        {
          data: { values: outlines(), format: shapes },
          transform: [{ filter: `datum.id !== '${antarctica}'` }],
          mark: { type: "geoshape", stroke: "#FFFFFF", strokeWidth: 0.35 },
          encoding: {
            color: {
              condition: { test: { field: "id", oneOf: numbers }, value: colours.diplomatTwitter },
              value: "#D9D9D9",
            },
          },
        },
        {
          data: { values: outlinesWithout(numbers), format: shapes },
          transform: [
            { calculate: "geoCentroid(null, datum)[0]", as: "longitude" },
            { calculate: "geoCentroid(null, datum)[1]", as: "latitude" },
          ],
          mark: {
            type: "circle",
            size: 9,
            opacity: 1,
            color: colours.diplomatTwitter,
            stroke: "#FFFFFF",
            strokeWidth: 0.35,
          },
          encoding: {
            longitude: { field: "longitude", type: "quantitative" },
            latitude: { field: "latitude", type: "quantitative" },
          },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "country", description: "Country the accounts are posted to, ISO 3166-1 alpha-2" },
        { name: "accounts", description: "Twitter accounts of diplomats posted there", unit: "accounts" },
      ],
      rows,
    },
  };
}

const shapes = { type: "topojson", feature: "countries" };

/** The one outline without countries; it would take a fifth of the map. */
const antarctica = "010";

function sum(rows: { accounts: number }[]): number {
  return rows.reduce((all, { accounts }) => all + accounts, 0);
}
