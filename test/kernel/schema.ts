import { readFile } from "node:fs/promises";
import { Ajv, type ErrorObject } from "ajv";
import { projectPath } from "../../src/files/project.js";

const schema = JSON.parse(
  await readFile(projectPath("test", "kernel", "nbformat", "nbformat.v4.5.schema.json"), "utf8"),
);
// The schema is of draft 4: the later meaning of what it uses is the same, but for the name of its own dialect.
const validate = new Ajv({ strict: false, logger: false }).compile({ ...schema, $schema: undefined });

/** What the official schema of notebooks (nbformat 4.5) has to say against the text of a notebook file; nothing if it is one. */
export function schemaErrors(text: string): ErrorObject[] {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}
