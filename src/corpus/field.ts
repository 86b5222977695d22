import type { UtcDay, UtcInstant } from "../study/time.js";

/** What a column may hold. Ids are text, because those of Twitter exceed the integers a double can hold exactly. */
export type FieldKind = "id" | "text" | "integer" | "boolean" | "instant" | "day";

export interface Constraints {
  /** Values allowed; any other is a violation. */
  enum?: readonly string[];
  /** Smallest value allowed, for integers, days and instants. */
  minimum?: number | string;
  /** Regular expression the whole value must match. */
  pattern?: string;
}

/** One column of a table: the declaration from which types, Parquet schema, Frictionless schema and dictionary follow. */
export interface Field<Kind extends FieldKind = FieldKind, Optional extends boolean = boolean> extends Constraints {
  kind: Kind;
  optional: Optional;
  description: string;
}

type Values = { id: string; text: string; integer: number; boolean: boolean; instant: UtcInstant; day: UtcDay };

/** The TypeScript type of a field's values. */
export type ValueOf<F extends Field> =
  | (F["enum"] extends readonly (infer Value)[] ? Value : Values[F["kind"]])
  | (F["optional"] extends true ? null : never);

type Declared<Kind extends FieldKind, Optional extends boolean, C extends Constraints> = Field<Kind, Optional> & C;

/** A column that every row fills. */
export function required<Kind extends FieldKind, const C extends Constraints = Record<never, never>>(
  kind: Kind,
  description: string,
  constraints?: C,
): Declared<Kind, false, C> {
  return { kind, description, optional: false, ...constraints } as Declared<Kind, false, C>;
}

/** A column that may be empty; the description says what empty means. */
export function optional<Kind extends FieldKind, const C extends Constraints = Record<never, never>>(
  kind: Kind,
  description: string,
  constraints?: C,
): Declared<Kind, true, C> {
  return { kind, description, optional: true, ...constraints } as Declared<Kind, true, C>;
}
