import type { CorpusInfo } from "../corpus/info.js";
import type { TraceOfGroups } from "../findings/network/joint-test.js";
import type { NetworkTracesResults } from "../findings/network-traces.js";
import { proportionText } from "../text/number-text.js";
import type { Figure } from "./figure.js";
import { pText } from "./network-traces-text.js";
import { figureName, sourceNote } from "./series.js";
import { colours, ink, shapes } from "./theme.js";

/** Whether there is a network whose traces can be compared. */
export function canDrawNetworkTraces({ members, joint }: NetworkTracesResults): boolean {
  return members > 0 && joint.traces.some(({ network }) => network.of > 0);
}

/** The share of accounts in which each trace is conspicuous, in the network and in the benchmark group. */
export function networkTracesFigure({ joint }: NetworkTracesResults, info: CorpusInfo): Figure {
  const rows = joint.traces.flatMap(rowsOf);
  const clear = joint.traces.filter(({ foundBy, givenActivity }) => !foundBy && (givenActivity ?? 1) < 0.05).length;
  const order = joint.traces.map(labelOf);
  const x = (field: string) => ({
    field,
    type: "quantitative",
    title: "Accounts in which it is conspicuous, of those tested",
    scale: { domain: [0, 1] },
    axis: { format: ".0%", tickCount: 5, grid: true },
  });
  return {
    name: figureName("network-traces", info),
    title: `${clear} traces that did not serve to find the network are more common in it than chance gives`,
    subtitle:
      "Crosses: network. Triangles: benchmark group, the rest of the pool. Right: p among accounts of like activity",
    alt:
      `Points with intervals: the share of accounts in which a trace is conspicuous, network against benchmark group. ` +
      `${joint.traces.map(describe).join("; ")}. All but the last two together: ${pText(joint.pValue)}.`,
    basis: info.basis,
    note: `${sourceNote(info)}q at most 0.05. Bars: 95%, Wilson. * Members were found by it: no evidence. No p: no accounts of like activity.`,
    width: "single",
    specification: {
      data: { values: rows },
      height: { step: 15 },
      encoding: {
        y: { field: "trace", type: "nominal", sort: order, title: null, axis: { labelLimit: 0, labelPadding: 6 } },
      },
      layer: [
        ...(["network", "benchmarkGroup"] as const).map((group) => ({
          transform: [{ filter: `datum.group === '${group}'` }],
          layer: [
            {
              mark: { type: "rule", color: colours[group], strokeWidth: 1, yOffset: offsets[group] },
              encoding: { x: x("low"), x2: { field: "high" } },
            },
            {
              mark: { type: "point", size: 22, color: colours[group], shape: shapes[group], yOffset: offsets[group] },
              encoding: { x: x("share") },
            },
          ],
        })),
        {
          transform: [{ filter: "datum.group === 'network'" }],
          mark: { type: "text", align: "left", dx: 4, fontSize: 5, color: ink },
          encoding: { x: { value: "width" }, text: { field: "p", type: "nominal" } },
        },
      ],
    },
    sourceData: {
      columns: [
        { name: "trace", description: "Trace; * if members were found by it" },
        { name: "group", description: "Network or benchmark group" },
        { name: "conspicuous", description: "Accounts in which it is conspicuous", unit: "accounts" },
        { name: "tested", description: "Accounts in which it could be tested", unit: "accounts" },
        { name: "share", description: "The first over the second", unit: "share" },
        { name: "low", description: "Lower end of the 95% interval", unit: "share" },
        { name: "high", description: "Upper end of the 95% interval", unit: "share" },
        { name: "p", description: "Exact test of the network within classes of like activity" },
      ],
      rows,
    },
  };
}

const offsets = { network: -3, benchmarkGroup: 3 } as const;

function labelOf({ trace, foundBy }: TraceOfGroups): string {
  return foundBy ? `${trace} *` : trace;
}

function rowsOf(trace: TraceOfGroups) {
  return (["network", "benchmark"] as const).flatMap((group) => {
    const { count, of, share, low, high } = trace[group];
    const name = group === "network" ? "network" : "benchmarkGroup";
    const row = { trace: labelOf(trace), group: name, conspicuous: count, tested: of, share };
    return share === null ? [] : [{ ...row, low, high, p: pText(trace.givenActivity) }];
  });
}

function describe(trace: TraceOfGroups): string {
  const { network, benchmark, givenActivity } = trace;
  return `${trace.trace}: ${proportionText(network)} against ${proportionText(benchmark)}, ${pText(givenActivity)}`;
}
