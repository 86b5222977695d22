import type { CorpusInfo } from "../corpus/info.js";
import type { SuspendedAmplifiersResults } from "../findings/suspended-amplifiers.js";
import { wholeNumber } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { networkLayout, type Room } from "./network-layout.js";
import { figureName, sourceNote } from "./series.js";
import { named } from "./suspended-amplifiers.js";
import { colours } from "./theme.js";

/** Whether two diplomats share suspended retweeters. */
export function canDrawSuspendedAmplifiersNetwork({ shared }: SuspendedAmplifiersResults): boolean {
  return shared.pairs.length > 0;
}

const room: Room = { width: 508, height: 250 };
const lightBlue = "#A6CBE5";

/** Diplomats as circles, tied by the suspended accounts that retweeted both; no account is drawn. */
export function suspendedAmplifiersNetworkFigure({ shared }: SuspendedAmplifiersResults, info: CorpusInfo): Figure {
  const { pairs } = shared;
  const tied = new Set(pairs.flatMap(({ principal, other }) => [principal, other]));
  const nodes = named(shared.diplomats.filter(({ principal }) => tied.has(principal)));
  const byId = new Map(nodes.map((node) => [node.principal, node]));
  const fewest = Math.min(...pairs.map(({ accounts }) => accounts));
  const share = (count: number) => `${((count / shared.accounts) * 100).toFixed(0)}%`;
  const several = `${wholeNumber(shared.ofSeveral)} of ${wholeNumber(shared.accounts)}`;
  const rows = pairs.flatMap(({ principal, other, accounts }) => {
    const [one, two] = [byId.get(principal), byId.get(other)];
    if (!one || !two) return [];
    return [
      {
        ...{ diplomat: one.diplomat, accounts: one.accounts, onlyDiplomat: one.exclusive },
        ...{ other: two.diplomat, otherAccounts: two.accounts, onlyOther: two.exclusive, shared: accounts },
      },
    ];
  });
  return {
    name: figureName("suspended-amplifiers-network", info),
    title: `${several} suspended accounts (${share(shared.ofSeveral)}) retweeted more than one diplomat`,
    subtitle:
      `Diplomats by the accounts, suspended on ${shared.day}, that retweeted them. Lines: the ${pairs.length} pairs with most ` +
      `such accounts in common (at least ${wholeNumber(fewest)})`,
    alt:
      `A network of ${nodes.length} diplomats, tied where at least ${fewest} suspended accounts retweeted both. ${several} suspended ` +
      `accounts retweeted more than one diplomat. Largest audiences: ` +
      `${nodes
        .slice(0, 8)
        .map(
          ({ diplomat, accounts, exclusive }) =>
            `${diplomat} ${wholeNumber(accounts)}, of them ${wholeNumber(exclusive)} its own`,
        )
        .join("; ")}. ` +
      `Most in common: ${rows
        .slice(0, 3)
        .map((row) => `${row.diplomat} and ${row.other} ${wholeNumber(row.shared)}`)
        .join("; ")}.`,
    basis: info.basis,
    note:
      `${sourceNote(info)}Circle: suspended accounts, by area; dark: those that retweeted no other diplomat. Large audiences share more by ` +
      "chance alone. Line width: accounts in common. Placed by ForceAtlas2: only what is tied to what has a meaning.",
    width: "double",
    specification: networkView(nodes, pairs),
    sourceData: {
      columns: [
        { name: "diplomat", description: "Office of one diplomat's account" },
        { name: "accounts", description: "Suspended accounts that retweeted this diplomat", unit: "accounts" },
        { name: "onlyDiplomat", description: "Of those, accounts that retweeted no other diplomat", unit: "accounts" },
        { name: "other", description: "Office of the other diplomat's account" },
        { name: "otherAccounts", description: "Suspended accounts that retweeted the other", unit: "accounts" },
        { name: "onlyOther", description: "Of those, accounts that retweeted no other diplomat", unit: "accounts" },
        { name: "shared", description: "Suspended accounts that retweeted both", unit: "accounts" },
      ],
      rows,
    },
  };
}

type Node = SuspendedAmplifiersResults["shared"]["diplomats"][number] & { diplomat: string };

function networkView(nodes: Node[], pairs: SuspendedAmplifiersResults["shared"]["pairs"]): object {
  const most = Math.max(...nodes.map(({ accounts }) => accounts));
  const radius = (accounts: number) => 11 * Math.sqrt(accounts / most);
  const laid = nodes.map((node) => ({ ...node, radius: radius(node.accounts), text: node.diplomat }));
  const places = networkLayout(
    laid.map(({ principal, radius: size, text }) => ({ id: principal, radius: size, labelWidth: text.length * 2.8 })),
    pairs.map(({ principal, other, accounts }) => ({ from: principal, to: other, weight: accounts })),
    room,
  );
  const at = new Map(nodes.map(({ principal }, index) => [principal, places[index] ?? [0, 0]]));
  const circles = laid.map(({ principal, accounts, exclusive, text, radius: size }) => {
    const [x = 0, y = 0] = at.get(principal) ?? [];
    return { x, y, text, area: areaOf(radius(accounts)), own: areaOf(radius(exclusive)), labelAt: x + size + 2 };
  });
  const strongest = Math.max(...pairs.map(({ accounts }) => accounts));
  const lines = [...pairs].reverse().map(({ principal, other, accounts }) => {
    const [[x = 0, y = 0], [x2 = 0, y2 = 0]] = [at.get(principal) ?? [], at.get(other) ?? []];
    return { x, y, x2, y2, thickness: Math.round(320 * (accounts / strongest)) / 100 };
  });
  const size = (field: string) => ({ field, type: "quantitative", scale: null });
  return {
    ...room,
    encoding: {
      x: { field: "x", type: "quantitative", axis: null, scale: { domain: [0, room.width], nice: false } },
      y: { field: "y", type: "quantitative", axis: null, scale: { domain: [room.height, 0], nice: false } },
    },
    layer: [
      {
        data: { values: lines },
        mark: { type: "rule", color: "#CCCCCC", opacity: 0.8, strokeWidth: { expr: "datum.thickness" } },
        encoding: { x2: { field: "x2" }, y2: { field: "y2" } },
      },
      {
        data: { values: circles },
        mark: { type: "circle", opacity: 1, color: lightBlue, stroke: "#FFFFFF", strokeWidth: 0.5 },
        encoding: { size: size("area") },
      },
      {
        data: { values: circles },
        mark: { type: "circle", opacity: 1, color: colours.diplomatTwitter },
        encoding: { size: size("own") },
      },
      ...[{ stroke: "#FFFFFF", strokeWidth: 1.6, color: "#FFFFFF" }, {}].map((halo) => ({
        data: { values: circles },
        mark: { type: "text", align: "left", baseline: "middle", fontSize: 5.5, ...halo },
        encoding: { x: { field: "labelAt", type: "quantitative" }, text: { field: "text", type: "nominal" } },
      })),
    ],
  };
}

/** Size of a point mark, which vega takes as the area of the square around the circle. */
function areaOf(radius: number): number {
  return 4 * radius * radius;
}
