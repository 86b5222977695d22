import type { UtcInstant } from "../study/time.js";
import { calibration } from "./calibration.js";
import type { RandomStream } from "./random.js";

/** A span of months and how many accounts were created in it. */
interface Span {
  from: string;
  to: string;
  accounts: number;
}

const { diplomatsBefore2019, diplomatsEarly2019, diplomatsOnTwitter } = calibration;
const sinceFebruary2019 = diplomatsOnTwitter - diplomatsBefore2019 - diplomatsEarly2019;

/** Diplomats joined in a wave from the summer of 2019 to the spring of 2020, as in the real list of July 2021. */
const diplomatSpans: Span[] = [
  { from: "2010-03-01", to: "2014-12-31", accounts: 7 },
  { from: "2015-01-01", to: "2016-12-31", accounts: 10 },
  { from: "2017-01-01", to: "2017-12-31", accounts: 10 },
  { from: "2018-01-01", to: "2018-12-31", accounts: diplomatsBefore2019 - 27 },
  { from: "2019-01-01", to: "2019-02-22", accounts: diplomatsEarly2019 },
  { from: "2019-02-23", to: "2019-08-31", accounts: 18 },
  { from: "2019-09-01", to: "2019-12-31", accounts: 43 },
  { from: "2020-01-01", to: "2020-04-30", accounts: 60 },
  { from: "2020-05-01", to: "2021-02-15", accounts: sinceFebruary2019 - 18 - 43 - 60 },
];

/** Pages of diplomats on Facebook, spread as the accounts on Twitter but earlier. No source prints their dates. */
const pageSpans: Span[] = [
  { from: "2010-01-01", to: "2016-12-31", accounts: 24 },
  { from: "2017-01-01", to: "2019-06-30", accounts: 30 },
  { from: "2019-07-01", to: "2021-01-31", accounts: calibration.diplomatsOnFacebook - 54 },
];

/** State media were on the platforms years before the diplomats. No source prints their dates. */
const mediaSpans: Span[] = [
  { from: "2009-04-01", to: "2013-12-31", accounts: 88 },
  { from: "2014-01-01", to: "2017-12-31", accounts: 60 },
  { from: "2018-01-01", to: "2020-10-31", accounts: calibration.stateMedia - 148 },
];

/** Creation dates of the twin's principals, earliest first. */
export const creationDates = {
  diplomatsOnTwitter: (random: RandomStream) => datesIn(diplomatSpans, random),
  diplomatsOnFacebook: (random: RandomStream) => datesIn(pageSpans, random),
  stateMedia: (random: RandomStream) => datesIn(mediaSpans, random),
};

function datesIn(spans: Span[], random: RandomStream): UtcInstant[] {
  return spans.flatMap(({ from, to, accounts }) => {
    const first = Date.parse(`${from}T00:00:00Z`) / 1000;
    const last = Date.parse(`${to}T23:59:59Z`) / 1000;
    return Array.from({ length: accounts }, () => random.integer(first, last))
      .sort((a, b) => a - b)
      .map((second) => new Date(second * 1000).toISOString().replace(".000Z", "Z") as UtcInstant);
  });
}
