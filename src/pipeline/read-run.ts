import { readFile } from "node:fs/promises";
import { messageOf, UserError } from "../errors.js";
import { explainingReads } from "../files/file-error.js";
import type { RunRecord } from "./run-record.js";

/**
 * Reads the record of a run.
 *
 * @param path of a `run.json`
 * @throws UserError if it cannot be read, is not JSON, or is no record of a run
 */
export async function readRun(path: string): Promise<RunRecord> {
  const text = await explainingReads(path, () => readFile(path, "utf8"));
  const found = parsed(path, text);
  if (!isRun(found)) throw new UserError(`not the record of a run: ${path}; name a run.json that \`reproduce\` wrote`);
  return found;
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new UserError(`not JSON: ${path} (${messageOf(thrown)}); name a run.json that \`reproduce\` wrote`);
  }
}

function isRun(found: unknown): found is RunRecord {
  if (!isObject(found)) return false;
  const { corpus, study, environment, inputs, outputs, claims } = found;
  const isText = [corpus, study].every((text) => typeof text === "string");
  const isList = Array.isArray(claims) && claims.every((claim) => isObject(claim) && typeof claim.id === "string");
  return isText && isList && [environment, inputs, outputs].every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
