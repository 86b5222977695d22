import {
  type AccountGrowth,
  type AccountGrowthResults,
  type AuditedAccounts,
  accountGrowth,
  auditedAccounts,
  diplomatCountries,
} from "../../findings/account-growth.js";
import { countText, proportionText } from "../../text/number-text.js";
import type { Check, Outcome } from "../check.js";

const postsUnknown: Outcome = {
  notComputable: "The claim counts accounts that posted in the window, and this corpus does not say which did.",
};

/** The claims on how many accounts there are and since when. */
export const accountGrowthChecks: Check<AccountGrowthResults>[] = [
  audited("V7", ({ group }) => group === "state_media"),
  audited("V11", ({ group, platform }) => group === "diplomat" && platform === "twitter"),
  audited("V11b", ({ group, platform }) => group === "diplomat" && platform === "facebook"),
  audited("V14", () => true),
  audited("V15", ({ group }) => group === "diplomat"),
  {
    claim: "V16",
    by: diplomatCountries,
    recompute: ({ countries }) =>
      countries === null ? postsUnknown : { value: countries, text: countText(countries, "countries") },
  },
  {
    claim: "V17",
    by: accountGrowth,
    recompute: (results) =>
      ofDiplomats(results, ({ early, dated }) => ({ value: early, text: `${early} of ${dated} dated accounts` })),
  },
  {
    claim: "V18",
    by: accountGrowth,
    recompute: (results) =>
      ofDiplomats(results, ({ recent }) =>
        recent.share === null
          ? { notComputable: "No account of this corpus existed on the study's growth day." }
          : { value: recent.share, text: proportionText(recent) },
      ),
  },
];

function audited(claim: string, counts: (accounts: AuditedAccounts) => boolean): Check<AccountGrowthResults> {
  return {
    claim,
    by: auditedAccounts,
    recompute({ audited: all }) {
      const posted = all.filter(counts).map((accounts) => accounts.posted);
      if (posted.length === 0 || posted.includes(null)) return postsUnknown;
      const value = posted.reduce<number>((sum, accounts) => sum + (accounts ?? 0), 0);
      return { value, text: countText(value, "accounts") };
    },
  };
}

function ofDiplomats(results: AccountGrowthResults, outcome: (growth: AccountGrowth) => Outcome): Outcome {
  const growth = results.growth.find(({ group, platform }) => group === "diplomat" && platform === "twitter");
  return growth ? outcome(growth) : { notComputable: "This corpus has no diplomats on Twitter." };
}
