import { isAbsolute, relative, sep } from "node:path";
import { sha256, sha256File } from "../files/hash.js";
import { canonicalJson } from "./canonical-json.js";
import type { CodeReader } from "./code-closure.js";
import type { Step } from "./step.js";

/** Raised when the engine itself changes so that old results must not count. */
const engine = "1";

/**
 * The key of a step's result: everything it depends on, by kind and name, each as a hash or a version. The parts are kept apart, so
 * that a difference can be named.
 */
export interface KeyParts {
  /** Source files that the step runs. */
  code: Record<string, string>;
  /** Packages that those import, and all that these need. */
  packages: Record<string, string>;
  /** Files and named inputs that no step makes. */
  inputs: Record<string, string>;
  /** Outputs of the steps it comes after. */
  results: Record<string, string>;
  /** Parameters, the list of outputs, and the engine. */
  settings: Record<string, string>;
}

/**
 * What a step's result depends on, as things are now.
 *
 * @param results outputs of the steps it comes after, with their hashes
 * @param projectRoot inputs inside it are named relative to it
 * @throws UserError if an input or a module is missing
 */
export async function keyParts(
  step: Step,
  code: CodeReader,
  results: Record<string, string>,
  projectRoot: string,
): Promise<KeyParts> {
  const { files, built, packages, dependencies } = await code.closure(step.modules);
  const inputs: Record<string, string> = {};
  for (const input of step.inputs) {
    if (typeof input === "string") inputs[nameOf(input, projectRoot)] = await sha256File(input);
    else inputs[input.name] = input.sha256;
  }
  return {
    // What ran is the build and what people read is the source: a build that lags behind must not pass for the source.
    code: Object.fromEntries([...files].map(([file, hash]) => [file, sha256(`${hash} ${built.get(file)}`)])),
    packages: { ...Object.fromEntries(dependencies), ...Object.fromEntries(packages) },
    inputs,
    results,
    settings: { ...parametersByName(step.parameters), "list of outputs": sha256(canonicalJson(step.outputs)), engine },
  };
}

function nameOf(path: string, projectRoot: string): string {
  const inside = relative(projectRoot, path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside.split(sep).join("/");
}

function parametersByName(parameters: unknown): Record<string, string> {
  const whole = canonicalJson(parameters);
  if (!whole.startsWith("{")) return { parameters: sha256(whole) };
  const entries = Object.entries<unknown>(JSON.parse(whole));
  return Object.fromEntries(entries.map(([name, value]) => [`parameter ${name}`, sha256(canonicalJson(value))]));
}
