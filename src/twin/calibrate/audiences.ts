import type { TwinPrincipal } from "../principals.js";

/** Whom an account retweets, as bits: diplomats, state media, and of the diplomats the two London accounts. */
export const diplomatBit = 1;
export const mediaBit = 2;
export const londonBit = 4;

const ambassadorHandle = "twin_ambassador_gb";
const embassyHandle = "twin_embassy_gb";

/** The two London accounts, as numbers of principals; -1 for one that is not among them. */
export function londonPrincipals(principals: readonly TwinPrincipal[]): { ambassador: number; embassy: number } {
  const numberOf = (handle: string) =>
    principals.findIndex(({ account }) => account.platform === "twitter" && account.handle === handle);
  return { ambassador: numberOf(ambassadorHandle), embassy: numberOf(embassyHandle) };
}

/** Bits of each principal; pages on Facebook have none, since nobody retweets there. */
export function audienceBits(principals: readonly TwinPrincipal[]): Uint8Array {
  const { ambassador, embassy } = londonPrincipals(principals);
  return Uint8Array.from(principals, ({ account, principal }, at) => {
    if (account.platform !== "twitter") return 0;
    if (principal.group === "state_media") return mediaBit;
    return at === ambassador || at === embassy ? diplomatBit | londonBit : diplomatBit;
  });
}
