import type { Row } from "../corpus/schema.js";

/** A time zone: hours ahead of UTC in winter, and whether Europe's summer time holds. */
export interface TimeZone {
  offset: number;
  europeanSummer: boolean;
}

const hour = 3_600_000;
const day = 24 * hour;
const meanYear = 365.2425 * day;

/** Standard time in the capital, in hours ahead of UTC. Summer time outside Europe is left out. */
const offsets = hoursByKey(`
AE 4;AF 4.5;AG -4;AL 1;AM 4;AO 1;AR -3;AT 1;AU 10;AZ 4;BA 1;BB -4;BD 6;BE 1;BF 0;BG 2;BH 3;BI 2;BJ 1;BN 8;BO -4;BR -3;BS -5;BW 2;
BY 3;CA -5;CD 1;CF 1;CG 1;CH 1;CI 0;CL -4;CM 1;CO -5;CR -6;CU -5;CV -1;CY 2;CZ 1;DE 1;DJ 3;DK 1;DM -4;DO -4;DZ 1;EC -5;EE 2;EG 2;
ER 3;ES 1;ET 3;FI 2;FJ 12;FR 1;GA 1;GB 0;GD -4;GE 4;GH 0;GM 0;GN 0;GQ 1;GR 2;GW 0;GY -4;HR 1;HU 1;ID 7;IE 0;IL 2;IN 5.5;IQ 3;
IR 3.5;IS 0;IT 1;JM -5;JO 2;JP 9;KE 3;KG 6;KH 7;KR 9;KW 3;KZ 6;LA 7;LB 2;LK 5.5;LR 0;LS 2;LT 2;LV 2;MA 1;MD 2;MG 3;MK 1;ML 0;
MM 6.5;MN 8;MR 0;MT 1;MU 4;MV 5;MW 2;MX -6;MY 8;MZ 2;NA 2;NG 1;NL 1;NO 1;NP 5.75;NZ 12;OM 4;PA -5;PE -5;PG 10;PH 8;PK 5;PL 1;
PT 0;QA 3;RO 2;RS 1;RU 3;TH 7;US -5`);

const withEuropeanSummer = new Set(
  "AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LV MD MK MT NL NO PL PT RO RS".split(" "),
);

/** Where the newsroom of an edition keeps its hours; English and everything else from Beijing. */
const newsrooms = hoursByKey("fr 1;es -5;ar 3;ru 3;pt -3;de 1;ja 9;it 1");

export const beijing: TimeZone = { offset: 8, europeanSummer: false };
export const london: TimeZone = { offset: 0, europeanSummer: true };

/** The time zone that an account keeps: that of its country, else that of its edition's newsroom, else Beijing's. */
export function timeZoneOf({ country, language }: Pick<Row<"principals">, "country" | "language">): TimeZone {
  const inCountry = country === null ? undefined : offsets.get(country);
  if (country !== null && inCountry !== undefined) {
    return { offset: inCountry, europeanSummer: withEuropeanSummer.has(country) };
  }
  const inNewsroom = language === null ? undefined : newsrooms.get(language);
  return inNewsroom === undefined
    ? beijing
    : { offset: inNewsroom, europeanSummer: language !== "ar" && inNewsroom === 1 };
}

/**
 * Milliseconds to add to a time in UTC to read it off the clocks of that zone.
 *
 * @example
 * localOffset(london, Date.parse("2020-08-12T09:00:00Z")); // 3_600_000, British Summer Time
 */
export function localOffset(zone: TimeZone, time: number): number {
  return zone.offset * hour + (zone.europeanSummer && isEuropeanSummer(time) ? hour : 0);
}

/** From the last Sunday of March to the last of October, 01:00 UTC on both. */
function isEuropeanSummer(time: number): boolean {
  const year = 1970 + Math.floor(time / meanYear); // a day off at the turn of some years, which are in winter anyway
  const known = summers.get(year) ?? { from: lastSunday(year, 2) + hour, to: lastSunday(year, 9) + hour };
  summers.set(year, known);
  return time >= known.from && time < known.to;
}

const summers = new Map<number, { from: number; to: number }>();

function lastSunday(year: number, month: number): number {
  const lastDay = Date.UTC(year, month + 1, 0);
  return lastDay - new Date(lastDay).getUTCDay() * day;
}

function hoursByKey(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(";").map((entry) => {
      const [key = "", hours] = entry.trim().split(" ");
      return [key, Number(hours)];
    }),
  );
}
