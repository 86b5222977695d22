import { tables } from "../corpus/schema.js";
import type { FieldReader } from "./field-reader.js";
import type { UtcInstant } from "./time.js";

const { principals, accounts } = tables;
type Group = (typeof principals.fields.group.enum)[number];
type Category = (typeof principals.fields.category.enum)[number];
type Platform = (typeof accounts.fields.platform.enum)[number];

/** An account that a study audits. */
export interface StudyPrincipal {
  platform: Platform;
  /** Id on the platform; null where only the handle is known, which then must occur in the raw data. */
  id: string | null;
  handle: string;
  group: Group;
  category: Category | null;
  /** Name of the office or outlet, not of a person. */
  name: string | null;
  /** Country the account is posted to, ISO 3166-1 alpha-2. */
  country: string | null;
  /** Main language of a state medium, ISO 639-1. */
  language: string | null;
  /** When the account was created, where no raw file says so: CrowdTangle's API does not. */
  createdAt: UtcInstant | null;
}

/** Reads the list of principals. @throws UserError naming the field, and for an id or a handle that is on the list twice */
export function readPrincipals(fields: FieldReader): StudyPrincipal[] {
  const seen = new Map<string, string>();
  return fields.list("principals", (name) => {
    const principal = readPrincipal(fields.object(name));
    for (const key of [principal.id, `@${principal.handle.toLowerCase()}`]) {
      if (key === null) continue;
      const first = seen.get(`${principal.platform} ${key}`);
      if (first) fields.refuse(name, `the same account as ${first}`, key, "keep one");
      seen.set(`${principal.platform} ${key}`, name);
    }
    return principal;
  });
}

function readPrincipal(fields: FieldReader): StudyPrincipal {
  const optional = <T>(name: string, read: () => T): T | null => (fields.has(name) ? read() : null);
  const principal: StudyPrincipal = {
    platform: fields.oneOf("platform", accounts.fields.platform.enum),
    id: optional("id", () => fields.pattern("id", /^\d{1,20}$/, "digits in quotation marks")),
    handle: fields.pattern("handle", /^[A-Za-z0-9_.-]{1,100}$/, "a handle, without @ or address"),
    group: fields.oneOf("group", principals.fields.group.enum),
    category: optional("category", () => fields.oneOf("category", principals.fields.category.enum)),
    name: optional("name", () => fields.words("name")),
    country: optional("country", () => fields.pattern("country", /^[A-Z]{2}$/, "two capital letters, ISO 3166-1")),
    language: optional("language", () => fields.pattern("language", /^[a-z]{2}$/, "two letters, ISO 639-1")),
    createdAt: optional("createdAt", () => fields.instant("createdAt")),
  };
  // Absent fields count as read, so that `finish` lists them among the known ones.
  for (const name of ["id", "category", "name", "country", "language", "createdAt"]) fields.mayHave(name);
  fields.finish();
  return principal;
}
