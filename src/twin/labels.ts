import type { Row } from "../corpus/schema.js";
import type { UtcDay } from "../study/time.js";
import { calibration } from "./calibration.js";
import type { TwinPrincipal } from "./principals.js";
import { type RandomStream, randomStream } from "./random.js";

/** Scrape rounds, and how much of the final number of labels was on show in each. Labels began in August 2020 (L4). */
const rounds: { day: UtcDay; reached: number }[] = [
  { day: "2020-08-20" as UtcDay, reached: 0.3 },
  { day: "2020-12-01" as UtcDay, reached: 0.75 },
  { day: "2021-03-01" as UtcDay, reached: 1 },
];

/** Shares labelled in the last round where no source prints one; invented, and calibrated to nothing. */
const inventedShares = { twitter: 0.5, facebook: 0.6 } as const;

const person = ["China government official", "Funcionario gubernamental de China"];
const institution = [
  "China government organization",
  "Organisation du gouvernement - Chine",
  "Regierungsorganisation aus China",
  "Cina - Organizzazione governativa",
];
const medium = ["China state-affiliated media", "Média affilié à un État - Chine"];

/** Label observations of every principal in every round. Nobody loses a label once it is given. */
export function twinLabels(seed: number, principals: TwinPrincipal[]): Row<"labels">[] {
  const random = randomStream(seed, "labels");
  const groups = [
    { of: of(principals, "diplomat", "twitter"), labelled: calibration.labelledDiplomatsOnTwitter },
    { of: of(principals, "diplomat", "facebook"), labelled: 0 },
    ...(["twitter", "facebook"] as const).map((platform) => {
      const media = of(principals, "state_media", platform);
      return { of: media, labelled: Math.round(media.length * inventedShares[platform]) };
    }),
  ];
  return groups.flatMap(({ of: accounts, labelled }) =>
    observe(mostlyVerifiedFirst(accounts, random), labelled, random),
  );
}

function of(principals: TwinPrincipal[], group: string, platform: string): TwinPrincipal[] {
  return principals.filter(({ account, principal }) => principal.group === group && account.platform === platform);
}

/** Labels went to verified accounts with few exceptions, as in the real scrapes of 2022. */
function mostlyVerifiedFirst(accounts: TwinPrincipal[], random: RandomStream): TwinPrincipal[] {
  const drawn = random
    .shuffled(accounts)
    .map((one) => ({ one, early: one.account.verified || random.fraction() < 0.1 }));
  return [...drawn.filter(({ early }) => early), ...drawn.filter(({ early }) => !early)].map(({ one }) => one);
}

/** The first accounts are the ones labelled in the end, in the order in which they got the label. */
function observe(accounts: TwinPrincipal[], labelled: number, random: RandomStream): Row<"labels">[] {
  const texts = accounts.map(({ principal }, at) => (at < labelled ? labelText(principal, random) : null));
  return rounds.flatMap(({ day, reached }) =>
    accounts.flatMap(({ account }, at) => {
      if ((account.created_at ?? "") >= `${day}T00:00:00Z`) return [];
      const label = at < Math.round(labelled * reached) ? (texts[at] ?? null) : null;
      return [{ account_id: account.account_id, round: day, label, verified: account.verified }];
    }),
  );
}

/** Most labels are scraped in English, about one in five in another language of the platform's pages. */
function labelText({ category }: Row<"principals">, random: RandomStream): string {
  const people = category === "ambassador" || category === "staff";
  const texts = category === "media" ? medium : people ? person : institution;
  const translated = texts.slice(1);
  return random.fraction() < 0.2
    ? (translated[random.integer(0, translated.length - 1)] as string)
    : (texts[0] as string);
}
