import type { CorpusInfo } from "../corpus/info.js";
import { olderDraftEnd, type PostingVolume, type PostingVolumesResults } from "../findings/posting-volumes.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { postsOfAnIcon } from "./pictogram-rows.js";
import { figureName, seriesName, sourceNote } from "./series.js";
import { colours } from "./theme.js";
import { laidWaffle, type WaffleLayout, waffleView } from "./waffle.js";

/** Whether the diplomats posted anything in the older window. */
export function canDrawPostingVolumesTypes({ olderDraft }: PostingVolumesResults): boolean {
  return olderDraft.some(({ group }) => group === "diplomat");
}

const layout: WaffleLayout = { perLine: 25, columns: 1, labels: 18, pitch: 5.6 };

/** What the diplomats do: their posts by type to the end of the older draft's window, a square for every 1,000. */
export function postingVolumesTypesFigure({ olderDraft, window }: PostingVolumesResults, info: CorpusInfo): Figure {
  const volumes = olderDraft.filter(({ group }) => group === "diplomat");
  const rows = volumes.flatMap(typesOf).sort((a, b) => b.posts - a.posts || (a.type < b.type ? -1 : 1));
  const all = rows.reduce((sum, { posts }) => sum + posts, 0);
  const share = (posts: number) => `${((posts / all) * 100).toFixed(0)}%`;
  const parts = rows.map(({ series, type, posts }) => ({
    part: type,
    text: `${wholeNumber(posts)} (${share(posts)})`,
    squares: Math.round(posts / postsOfAnIcon),
    colour: series === seriesName("diplomat", "twitter") ? colours.diplomatTwitter : colours.diplomatFacebook,
    dot: null,
  }));
  const [first, second] = rows.map(
    ({ type, posts }) => `${share(posts)} ${type.replace(/^[QRT]/, (letter) => letter.toLowerCase())}`,
  );
  return {
    name: figureName("posting-volumes-types", info),
    title: `What diplomats posted: ${[first, second].filter((one) => one !== undefined).join(", ")}`,
    subtitle: `Posts of diplomats by type, ${window.from} to ${olderDraftEnd}; a square stands for ${wholeNumber(postsOfAnIcon)}`,
    alt:
      `Squares, one for every ${wholeNumber(postsOfAnIcon)} posts of diplomats from ${window.from} to ${olderDraftEnd}, ` +
      `by type: ${rows.map(({ type, posts }) => `${type} ${wholeNumber(posts)} (${share(posts)})`).join(", ")}; ` +
      `${wholeNumber(all)} in all.`,
    basis: info.basis,
    note: `${sourceNote(info)}The window is that of an older draft, which counts 139,674. Squares are rounded for each type. Light: Facebook.`,
    width: "single",
    specification: waffleView(laidWaffle([{ heading: `${wholeNumber(all)} posts`, parts }], layout), layout.pitch),
    sourceData: {
      columns: [
        { name: "series", description: "Group and platform" },
        { name: "type", description: "Type of post" },
        { name: "posts", description: "Posts of that type in the older window", unit: "posts" },
      ],
      rows,
    },
  };
}

function typesOf({ platform, posts, texts, retweets, quotes, replies }: PostingVolume) {
  const series = seriesName("diplomat", platform);
  const types =
    platform === "facebook"
      ? { "Facebook posts": posts }
      : { Tweets: texts, Retweets: retweets, Replies: replies, "Quote tweets": quotes };
  return Object.entries(types)
    .filter(([, number]) => number > 0)
    .map(([type, number]) => ({ series, type, posts: number }));
}
