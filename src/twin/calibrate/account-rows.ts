import { yearsBefore } from "../../study/time.js";
import { calibration } from "../calibration.js";
import { postings } from "../countries.js";
import type { TwinPrincipal } from "../principals.js";
import { type CalibrationRow, met } from "./row.js";
import type { TwinParts } from "./twin-parts.js";

/** Accounts, countries, creation dates and labels of the principals; they do not depend on the scale. */
export function accountRows({ principals, labels, study }: TwinParts): CalibrationRow[] {
  const diplomats = principals.filter(({ principal }) => principal.group === "diplomat");
  const onTwitter = diplomats.filter(({ account }) => account.platform === "twitter");
  const created = ({ account }: TwinPrincipal) => account.created_at ?? "";
  const accounts = (claim: string, quantity: string, target: number, of: readonly TwinPrincipal[]) =>
    met({ claim, quantity, how: "rows of accounts" }, target, of.length);
  const labelled = new Set(labels.flatMap((one) => (one.label && one.round <= study.labelDay ? [one.account_id] : [])));
  const recentFrom = yearsBefore(study.growthDay, study.recentYears);
  const media = principals.filter(({ principal }) => principal.group === "state_media");
  return [
    accounts("V11", "diplomats on Twitter", calibration.diplomatsOnTwitter, onTwitter),
    accounts("V11b", "diplomats on Facebook", calibration.diplomatsOnFacebook, diplomats.filter(isOnFacebook)),
    accounts("V7", "state media on both platforms", calibration.stateMedia, media),
    met(
      { claim: "V16", quantity: "countries of diplomats", how: "different countries of the diplomats" },
      postings.length,
      new Set(diplomats.flatMap(({ principal }) => principal.country ?? [])).size,
    ),
    accounts(
      "V17",
      "diplomats on Twitter before 2019",
      calibration.diplomatsBefore2019,
      onTwitter.filter((one) => created(one) < study.earlyBefore),
    ),
    accounts(
      "V18",
      "diplomats on Twitter in the last two years",
      calibration.diplomatsOnTwitter - calibration.diplomatsBefore2019 - calibration.diplomatsEarly2019,
      onTwitter.filter((one) => created(one) >= recentFrom),
    ),
    accounts(
      "L1 L2",
      "labelled diplomats on Twitter",
      calibration.labelledDiplomatsOnTwitter,
      onTwitter.filter(({ account }) => labelled.has(account.account_id)),
    ),
  ];
}

function isOnFacebook({ account }: TwinPrincipal): boolean {
  return account.platform === "facebook";
}
