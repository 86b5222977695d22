import type { TwinPrincipal } from "./principals.js";

/** Principals that post alike, by number. */
export interface PostGroups {
  diplomatsOnTwitter: number[];
  diplomatsOnFacebook: number[];
  mediaOnTwitter: number[];
  mediaOnFacebook: number[];
  /** These three have numbers of their own and are in none of the groups above. */
  spokesperson: number;
  ambassador: number;
  embassy: number;
}

/** The groups that share out a total between their members. */
export const ordinaryGroups = [
  "diplomatsOnTwitter",
  "diplomatsOnFacebook",
  "mediaOnTwitter",
  "mediaOnFacebook",
] as const;
export type OrdinaryGroup = (typeof ordinaryGroups)[number];

/**
 * Who posts like whom.
 *
 * @throws Error if London's two accounts or the spokesperson are missing
 */
export function postGroups(principals: TwinPrincipal[]): PostGroups {
  const london = londonPrincipals(principals);
  const spokesperson = numberOf(principals, "foreign ministry, spokesperson");
  const special = new Set([london.ambassador, london.embassy, spokesperson]);
  const members = (group: string, platform: string) =>
    principals.flatMap(({ account, principal }, number) =>
      principal.group === group && account.platform === platform && !special.has(number) ? [number] : [],
    );
  return {
    diplomatsOnTwitter: members("diplomat", "twitter"),
    diplomatsOnFacebook: members("diplomat", "facebook"),
    mediaOnTwitter: members("state_media", "twitter"),
    mediaOnFacebook: members("state_media", "facebook"),
    spokesperson,
    ...london,
  };
}

/**
 * The numbers of London's two accounts on Twitter.
 *
 * @throws Error if one is missing
 */
export function londonPrincipals(principals: TwinPrincipal[]): { ambassador: number; embassy: number } {
  return { ambassador: numberOf(principals, "ambassador, London"), embassy: numberOf(principals, "embassy, London") };
}

function numberOf(principals: TwinPrincipal[], name: string): number {
  const number = principals.findIndex(
    ({ account, principal }) => account.platform === "twitter" && principal.name === name,
  );
  if (number < 0) throw new Error(`no such principal on Twitter: "${name}"; the twin cannot be built without it`);
  return number;
}
