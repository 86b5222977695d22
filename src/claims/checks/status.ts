import { memberFates, suspendedLater } from "../../findings/shares/member-fates.js";
import { type StatusCount, statusCounts } from "../../findings/shares/status-counts.js";
import type { StatusResults } from "../../findings/status.js";
import { countText } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

const noStatuses: Outcome = {
  notComputable: "This corpus holds no network whose accounts the platform was asked about.",
};

/** The claims on what became of the network. Members are those that the detector finds, not the authors' list. */
export const statusChecks: Check<StatusResults>[] = [
  {
    claim: "U6",
    by: statusCounts,
    recompute: (results) =>
      onDay(results, "first", ({ active, deleted }) => ({
        more: `, ${active} active`,
        parts: { deleted_by_march: deleted, active_on_march: active },
      })),
  },
  {
    claim: "U7",
    by: statusCounts,
    recompute: (results) =>
      onDay(results, "last", ({ deleted }) => ({
        more: "",
        parts: { deleted, suspended_later: suspendedLater(results.fates)?.accounts ?? null },
      })),
  },
  {
    claim: "U8",
    by: memberFates,
    recompute({ fates, queries, members }) {
      const later = suspendedLater(fates);
      if (!queries || !later) return noStatuses;
      const text = `${countText(later.accounts, "accounts")} active on ${queries.first} and suspended on ${queries.last}`;
      return { value: later.accounts, text: `${text}; ${members} found` };
    },
  },
  {
    claim: "U21",
    by: memberFates,
    recompute({ fates }) {
      const later = suspendedLater(fates);
      if (!later) return noStatuses;
      const { accounts, retweets, replies } = later;
      const parts = `${countText(retweets, "retweets")} + ${countText(replies, "replies")}`;
      return {
        value: retweets + replies,
        parts: { retweets, replies },
        text: `${parts} by ${countText(accounts, "accounts")}`,
      };
    },
  },
];

/** Suspended members on one of the days, with the deleted ones beside them. */
function onDay(
  { statuses, queries, members }: StatusResults,
  query: "first" | "last",
  further: (count: StatusCount) => { more: string; parts: Record<string, number | null> },
): Outcome {
  const count = statuses.find(({ day, accounts }) => accounts === "network" && day === queries?.[query]);
  if (!count || count.gone.of === 0) return noStatuses;
  const { suspended, deleted } = count;
  const { more, parts } = further(count);
  return { value: suspended, parts, text: `${suspended} suspended, ${deleted} deleted${more}; ${members} found` };
}
