import { UserError } from "../errors.js";

/** What the operating system's refusals mean, and what a person can do about each. */
const writeRefusals: Record<string, [reason: string, advice: string]> = {
  EACCES: ["permission denied", "choose a folder you can write to"],
  EPERM: ["permission denied", "choose a folder you can write to"],
  EROFS: ["read-only file system", "choose a folder you can write to"],
  ENOSPC: ["no space left", "free some space, or choose another disk"],
  EDQUOT: ["disk quota exceeded", "free some space, or choose another disk"],
  ENOTDIR: ["a part of the path is a file, not a folder", "choose another path"],
  EEXIST: ["a part of the path is a file, not a folder", "choose another path"],
  EISDIR: ["it is a folder", "name a file"],
  EBUSY: ["in use, or the top of a mounted disk", "choose a folder inside it"],
  ENAMETOOLONG: ["name too long", "choose a shorter one"],
};

const readRefusals: Record<string, [reason: string, advice: string]> = {
  ENOENT: ["no such file", "restore it, or check the path"],
  ENOTDIR: ["no such file", "restore it, or check the path"],
  EISDIR: ["it is a folder", "name a file"],
  EACCES: ["permission denied", "allow this user to read it"],
  EPERM: ["permission denied", "allow this user to read it"],
};

/**
 * Runs something that writes `path`.
 *
 * @throws UserError `cannot write: PATH (permission denied); choose a folder you can write to` and the like, where the operating
 * system refuses; every other error passes unchanged
 */
export async function explainingWrites<T>(path: string, write: () => Promise<T>): Promise<T> {
  return explaining("write", path, writeRefusals, write);
}

/** Runs something that reads `path`. @throws UserError `cannot read: PATH (no such file); restore it, or check the path` */
export async function explainingReads<T>(path: string, read: () => Promise<T>): Promise<T> {
  return explaining("read", path, readRefusals, read);
}

/** The code of an operating system error (`ENOENT`), if that is what was thrown. */
export function errorCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : undefined;
}

async function explaining<T>(
  verb: "read" | "write",
  path: string,
  refusals: Record<string, [reason: string, advice: string]>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const refusal = refusals[errorCode(thrown) ?? ""];
    if (!refusal) throw thrown;
    const [reason, advice] = refusal;
    throw new UserError(`cannot ${verb}: ${path} (${reason}); ${advice}`, { cause: thrown });
  }
}
