import { UserError } from "../errors.js";
import { isUtcDay, isUtcInstant, type UtcDay, type UtcInstant } from "./time.js";

/** Reads the fields of an object out of a JSON file one by one, and names the field in every complaint. */
export class FieldReader {
  private readonly fields: Record<string, unknown>;
  private readonly read = new Set<string>();
  private readonly elements = new Map<string, unknown>();

  /**
   * @param file for messages
   * @param prefix names that lead to the object: `principals[3].`
   */
  constructor(
    readonly file: string,
    value: unknown,
    private readonly prefix = "",
  ) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      const what = prefix === "" ? "the file" : prefix.slice(0, -1);
      throw new UserError(`${file}: ${what}: not an object; write { ... }`);
    }
    this.fields = value as Record<string, unknown>;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.fields, name) && this.fields[name] !== null;
  }

  /** Counts a field as known that may be left out. */
  mayHave(name: string): void {
    this.read.add(name);
  }

  /** @throws UserError always */
  refuse(name: string, problem: string, value: unknown, remedy = "correct it"): never {
    const shown = value === undefined ? "" : `: ${(JSON.stringify(value) ?? "").slice(0, 60)}`;
    throw new UserError(`${this.file}: ${this.prefix}${name}: ${problem}${shown}; ${remedy}`);
  }

  /** A line of text without control characters, that no spreadsheet takes for a formula. */
  words(name: string, absent?: string): string {
    const value = this.text(name, absent);
    if (/[\p{Cc}\u2028\u2029]/u.test(value))
      this.refuse(name, "holds control characters", value, "write one line of text");
    if (/^[=+\-@]/.test(value)) this.refuse(name, "begins as a formula does", value, "begin with a letter or digit");
    if (value.trim() === "" || value.length > 500) this.refuse(name, "empty or longer than 500 characters", undefined);
    return value;
  }

  pattern(name: string, pattern: RegExp, form: string, absent?: string): string {
    const value = this.text(name, absent);
    return pattern.test(value) ? value : this.refuse(name, `not ${form}`, value);
  }

  oneOf<const Value extends string>(name: string, allowed: readonly Value[], absent?: Value): Value {
    const value = this.text(name, absent);
    const found = allowed.find((one) => one === value);
    return found ?? this.refuse(name, "unknown", value, `write one of ${allowed.join(", ")}`);
  }

  day(name: string): UtcDay {
    const value = this.text(name);
    return isUtcDay(value) ? value : this.refuse(name, "not a calendar day", value, "write YYYY-MM-DD");
  }

  instant(name: string): UtcInstant {
    const value = this.text(name);
    return isUtcInstant(value)
      ? value
      : this.refuse(name, "not an instant in UTC", value, "write YYYY-MM-DDTHH:MM:SSZ");
  }

  /** A whole number. */
  number(name: string, minimum: number, absent?: number): number {
    const value = this.value(name, absent);
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= minimum) return value;
    return this.refuse(name, `not a whole number of at least ${minimum}`, value);
  }

  truth(name: string): boolean {
    const value = this.value(name);
    return typeof value === "boolean" ? value : this.refuse(name, "neither true nor false", value);
  }

  object(name: string): FieldReader {
    return new FieldReader(this.file, this.value(name), `${this.prefix}${name}.`);
  }

  /** A list that is not empty; each element is read under a name such as `statusDays[0]`. */
  list<T>(name: string, readElement: (elementName: string) => T): T[] {
    const value = this.value(name);
    if (!Array.isArray(value) || value.length === 0)
      this.refuse(name, "not a list with something in it", value, "write [ ... ]");
    return (value as unknown[]).map((element, at) => {
      const elementName = `${name}[${at}]`;
      this.elements.set(elementName, element);
      return readElement(elementName);
    });
  }

  /** @throws UserError naming a field that nothing reads: a misspelt one would otherwise be passed over in silence */
  finish(): void {
    const unread = Object.keys(this.fields).find((name) => !this.read.has(name));
    if (unread !== undefined) this.refuse(unread, "unknown field", undefined, `known: ${[...this.read].join(", ")}`);
  }

  private text(name: string, absent?: string): string {
    const value = this.value(name, absent);
    return typeof value === "string" ? value : this.refuse(name, "not text", value, "put it in quotation marks");
  }

  private value(name: string, absent?: string | number): unknown {
    if (this.elements.has(name)) return this.elements.get(name);
    this.read.add(name);
    if (this.has(name)) return this.fields[name];
    return absent ?? this.refuse(name, "missing", undefined, "add it");
  }
}
