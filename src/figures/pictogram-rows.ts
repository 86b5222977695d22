import type { EditionVolume } from "../findings/posting-volumes.js";
import { wholeNumber } from "../text/number-text.js";
import { seriesName } from "./series.js";

/** Posts that one icon stands for, as in the paper. */
export const postsOfAnIcon = 1000;

const iconsInALine = 50;

/** How many posts of one type a group sent, and in how many icons that is drawn. */
export interface PictogramRow {
  group: string;
  series: string;
  type: string;
  posts: number;
  icons: number;
}

const types: { type: string; platform: EditionVolume["platform"]; posts(volume: EditionVolume): number }[] = [
  { type: "Facebook posts", platform: "facebook", posts: ({ posts }) => posts },
  { type: "Tweets", platform: "twitter", posts: ({ texts, replies }) => texts + replies },
  { type: "Retweets", platform: "twitter", posts: ({ retweets }) => retweets },
  { type: "Quote tweets", platform: "twitter", posts: ({ quotes }) => quotes },
];

const groups: { name: string; has(volume: EditionVolume): boolean }[] = [
  { name: "Diplomats", has: ({ group }) => group === "diplomat" },
  { name: "State media, English", has: ({ group, edition }) => group === "state_media" && edition === "en" },
  { name: "State media, other languages", has: ({ group, edition }) => group === "state_media" && edition !== "en" },
];

/** The rows of the pictogram: the paper's three groups by its four types of post, those left out that have no posts. */
export function pictogramRows(editions: EditionVolume[]): PictogramRow[] {
  return groups.flatMap(({ name, has }) =>
    types.flatMap(({ type, platform, posts }) => {
      const counted = editions.filter((volume) => has(volume) && volume.platform === platform);
      const [first] = counted;
      const sum = counted.reduce((total, volume) => total + posts(volume), 0);
      if (first === undefined || sum === 0) return [];
      const series = seriesName(first.group, platform);
      return [{ group: name, series, type, posts: sum, icons: Math.round(sum / postsOfAnIcon) }];
    }),
  );
}

/** Where everything stands: each type begins a line of its own, each group has a heading above it. */
export interface LaidIcons {
  headings: { heading: string; line: number }[];
  labels: { type: string; count: string; line: number }[];
  icons: { series: string; icon: string; at: number; line: number }[];
  /** Lines in all. */
  lines: number;
}

/** Lays the icons in lines of fifty. */
export function laidIcons(rows: PictogramRow[]): LaidIcons {
  const laid: LaidIcons = { headings: [], labels: [], icons: [], lines: 0 };
  rows.forEach(({ group, series, type, posts, icons }, at) => {
    if (rows[at - 1]?.group !== group) {
      if (at > 0) laid.lines += 0.6;
      const all = rows.filter((row) => row.group === group).reduce((total, row) => total + row.posts, 0);
      laid.headings.push({ heading: `${group}: ${wholeNumber(all)} posts`, line: laid.lines + 0.5 });
      laid.lines += 1.3;
    }
    laid.labels.push({ type, count: wholeNumber(posts), line: laid.lines + 0.5 });
    for (let icon = 0; icon < icons; icon += 1) {
      const line = laid.lines + Math.floor(icon / iconsInALine) + 0.5;
      laid.icons.push({ series, icon: type, at: (icon % iconsInALine) + 0.5, line });
    }
    laid.lines += Math.max(1, Math.ceil(icons / iconsInALine)) + 0.15;
  });
  return laid;
}
