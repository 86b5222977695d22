import type { Platform, Row } from "../corpus/schema.js";
import type { UtcDay, UtcInstant } from "../study/time.js";
import { facebookPageId, twitterAccountId } from "./account-ids.js";
import { calibration } from "./calibration.js";
import { type Posting, postings } from "./countries.js";
import { creationDates } from "./creation-dates.js";
import { type RandomStream, randomStream } from "./random.js";

/** A principal of the twin, with the two corpus rows that describe it. */
export interface TwinPrincipal {
  account: Row<"accounts">;
  principal: Row<"principals">;
}

/** An office that runs an account: who they are, not yet on which platform or since when. */
type Office = Pick<Row<"principals">, "group" | "category" | "name" | "country" | "language"> & { handle: string };

const observedOn = "2021-03-01" as UtcDay;
const london: Posting = { country: "GB", capital: "London" };

/** The 449 audited accounts of the twin: 189 + 84 of diplomats and 176 of state media, all under role names. */
export function twinPrincipals(seed: number): TwinPrincipal[] {
  const random = randomStream(seed, "principals");
  const elsewhere = postings.filter(({ country }) => country !== london.country);
  const countries = [london, ...random.shuffled(elsewhere)];
  const twitter = twitterOffices(countries);
  const facebook = countries.slice(0, calibration.diplomatsOnFacebook).map((posting) => office("embassy", posting));
  return [
    ...open("twitter", twitter, creationDates.diplomatsOnTwitter(random), random),
    ...open("facebook", facebook, creationDates.diplomatsOnFacebook(random), random),
    ...stateMedia(random),
  ];
}

/** An embassy in every country, then the ambassadors, consulates, staff and ministry accounts that fill the total. */
function twitterOffices(countries: Posting[]): Office[] {
  const ambassadors = countries.slice(0, 40).map((posting) => office("ambassador", posting));
  const consulates = countries.slice(1, 15).map((posting) => office("consulate", posting));
  const ministry = ["spokesperson", "information department", "arms control department"].map(ministryOffice);
  const embassies = countries.map((posting) => office("embassy", posting));
  const others = [...ambassadors, ...consulates, ...ministry];
  const staff = countries.slice(1).map((posting) => office("staff", posting));
  const missing = calibration.diplomatsOnTwitter - embassies.length - others.length;
  return [...embassies, ...others, ...staff.slice(0, missing)];
}

function office(category: "ambassador" | "embassy" | "consulate" | "staff", { country, capital }: Posting): Office {
  const handle = `twin_${category}_${country.toLowerCase()}`;
  return { group: "diplomat", category, name: `${category}, ${capital}`, country, language: null, handle };
}

function ministryOffice(department: string): Office {
  const handle = `twin_ministry_${department.split(" ")[0]}`;
  const name = `foreign ministry, ${department}`;
  return { group: "diplomat", category: "foreign_ministry", name, country: null, language: null, handle };
}

/** Ten outlets with editions in several languages on both platforms. */
function stateMedia(random: RandomStream): TwinPrincipal[] {
  const outlets = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
  const languages = ["en", "fr", "es", "ar", "ru", "pt", "de", "ja", "it"];
  const editions = languages.flatMap((language) => outlets.map((outlet) => outletOffice(outlet, language)));
  const onTwitter = Math.ceil(calibration.stateMedia / 2);
  const dates = random.shuffled(creationDates.stateMedia(random));
  return [
    ...open("twitter", editions.slice(0, onTwitter), dates.slice(0, onTwitter), random),
    ...open("facebook", editions.slice(0, calibration.stateMedia - onTwitter), dates.slice(onTwitter), random),
  ];
}

function outletOffice(outlet: string, language: string): Office {
  const handle = `twin_outlet_${outlet.toLowerCase()}_${language}`;
  return {
    group: "state_media",
    category: "media",
    name: `outlet ${outlet}, ${language} edition`,
    country: null,
    language,
    handle,
  };
}

/** Offices that the papers follow through the whole posting window, so their accounts are older than it. */
const followed = ["twin_ambassador_gb", "twin_embassy_gb", "twin_ministry_spokesperson"];
const windowOpens = "2020-06-09";

/** The dates, where a followed office would come too late exchanged with that of an office that comes early. */
function withEarlyOnes(offices: Office[], dates: UtcInstant[]): UtcInstant[] {
  const given = [...dates];
  offices.forEach(({ handle }, late) => {
    if (!followed.includes(handle) || (given[late] ?? "") < windowOpens) return;
    const early = offices.findIndex((one, at) => !followed.includes(one.handle) && (given[at] ?? "") < windowOpens);
    [given[late], given[early]] = [given[early] as UtcInstant, given[late] as UtcInstant];
  });
  return given;
}

/** Opens an account for each office; the dates go to the offices in random order. */
function open(platform: Platform, offices: Office[], dates: UtcInstant[], random: RandomStream): TwinPrincipal[] {
  const givenDates = withEarlyOnes(offices, random.shuffled(dates));
  return offices.map(({ handle, ...described }, at) => {
    const createdAt = givenDates[at] as UtcInstant;
    const id = platform === "twitter" ? twitterAccountId(createdAt, random) : facebookPageId(random);
    return {
      principal: { account_id: id, ...described, posted_in_window: true },
      account: {
        account_id: id,
        platform,
        handle,
        created_at: createdAt,
        followers: Math.round(10 ** (2.5 + 3 * random.fraction())),
        verified: random.fraction() < 0.57,
        observed_on: observedOn,
      },
    };
  });
}
