import type { Amplifiers } from "../amplifiers.js";
import { logNormal } from "../draws.js";
import type { RandomStream } from "../random.js";
import type { Fate, Member } from "./member.js";
import type { LondonNumbers } from "./numbers.js";
import { type Start, starts } from "./origins.js";
import { setPhrases } from "./phrases.js";

const day = 86_400_000;
const shifts = 4;
/** Claim G10: suspended in the evening of that day. */
const endOfRuns = Date.parse("2020-09-10T21:00:00Z");
const never = Number.POSITIVE_INFINITY;

/** The network: its accounts, added to the amplifiers, with their fates and ways. */
export function makeMembers(
  numbers: LondonNumbers,
  windowFrom: number,
  amplifiers: Amplifiers,
  random: RandomStream,
): Member[] {
  const { suspended, deleted, suspendedLater } = numbers.members;
  const all = starts(numbers, suspended + deleted + suspendedLater, windowFrom, random);
  const first = all.findIndex(({ origin }) => origin === "established");
  const fates = fatesOf(all.length, first, numbers.members, random);
  const places = random.shuffled(all.map((_, at) => at));
  return places.map((at) => {
    const start = all[at] as Start;
    const fate = fates[at] as Fate;
    const special = { runsThrough: at === first, repliesToMost: at === first + 1 };
    const end = special.runsThrough ? endOfRuns : endOf(fate, start.from, random);
    return memberOf(start, fate, end, special, amplifiers, random);
  });
}

/** The account that retweets whole runs is among the suspended, the one that replies to most among the later ones. */
function fatesOf(count: number, first: number, sizes: LondonNumbers["members"], random: RandomStream): Fate[] {
  const others = random.shuffled([
    ...Array<Fate>(Math.max(0, sizes.suspended - 1)).fill("suspended"),
    ...Array<Fate>(sizes.deleted).fill("deleted"),
    ...Array<Fate>(Math.max(0, sizes.suspendedLater - 1)).fill("suspended later"),
  ]);
  const special: Fate[] = ["suspended", "suspended later"];
  return Array.from({ length: count }, (_, at) => special[at - first] ?? others.pop() ?? "suspended");
}

/** Suspension comes after weeks or months (claim G13); the later ones go within a week of the report (claim U8). */
function endOf(fate: Fate, from: number, random: RandomStream): number {
  const between = (first: number, last: string) =>
    random.integer(first / 1000, Date.parse(`${last}T23:59:59Z`) / 1000) * 1000;
  if (fate === "suspended later") return between(Date.parse("2021-04-28T00:00:00Z"), "2021-05-04");
  const early = random.fraction() < 0.15;
  const earliest = Date.parse(early ? "2020-09-10T00:00:00Z" : "2020-11-20T00:00:00Z");
  const settled = Math.max(from + 35 * day, earliest);
  return between(settled, early && settled < Date.parse("2020-10-20T00:00:00Z") ? "2020-10-20" : "2021-02-26");
}

function memberOf(
  { origin, createdAt, from }: Start,
  fate: Fate,
  end: number,
  special: Pick<Member, "runsThrough" | "repliesToMost">,
  amplifiers: Amplifiers,
  random: RandomStream,
): Member {
  const ways = waysOf(special, random);
  const amplifier = amplifiers.add({
    group: "network",
    createdAt,
    suspendedFrom: fate === "deleted" ? never : end,
    deletedFrom: fate === "deleted" ? end : never,
    followers: Math.round(35 * logNormal(random, 1.3)),
    traces: tracesOf(origin, ways),
  });
  return { amplifier, fate, origin, createdAt, from, until: end, ...ways };
}

type Ways = Omit<Member, "amplifier" | "fate" | "origin" | "createdAt" | "from" | "until">;

/** Members differ: some do a tenth of what others do, some never reply, a few also look after other diplomats. */
function waysOf(
  { runsThrough, repliesToMost }: Pick<Member, "runsThrough" | "repliesToMost">,
  random: RandomStream,
): Ways {
  const weight = () => Math.min(3.5, Math.max(0.45, logNormal(random, 0.7)));
  const phrases = random.shuffled(setPhrases.map((_, at) => at));
  return {
    shift: runsThrough ? 0 : random.integer(0, shifts - 1),
    gap: runsThrough ? 3 : 2.5 + 6 * random.fraction(),
    retweetWeight: weight(),
    replyWeight: random.fraction() < 0.2 ? 0 : weight(),
    aloneShare: runsThrough ? 0.02 : 0.04 + 0.2 * random.fraction(),
    phraseShare: 0.25 + 0.6 * random.fraction(),
    favourites: phrases.slice(0, random.integer(6, 14)),
    quoteShare: random.fraction() < 0.45 ? 0.04 + 0.12 * random.fraction() : 0,
    runsThrough,
    repliesToMost,
    elsewhere: random.fraction() < 0.22 ? 0.03 + 0.17 * random.fraction() : 0.005,
  };
}

function tracesOf(
  origin: Member["origin"],
  { runsThrough, repliesToMost, replyWeight, quoteShare, elsewhere }: Ways,
): string[] {
  return [
    ...(origin === "creation burst" ? ["creation burst"] : []),
    ...(origin === "dormant" ? ["dormancy", "joint activation"] : []),
    "co-activity",
    "consecutive switching",
    "active hours",
    ...(replyWeight > 0 || repliesToMost ? ["shared phrases"] : []),
    ...(quoteShare > 0 ? ["verbatim quote-and-reply"] : []),
    ...(elsewhere < 0.02 ? ["concentration"] : []),
    ...(runsThrough ? ["long runs"] : []),
    ...(repliesToMost ? ["replies to most main tweets"] : []),
  ];
}
