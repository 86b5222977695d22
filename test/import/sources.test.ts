import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sha256 } from "../../src/files/hash.js";
import { projectPath } from "../../src/files/project.js";
import { externalFolder, locate, readSources, type Source, sourceOf } from "../../src/import/sources.js";
import { temporaryFolder } from "../temporary-folder.js";

afterEach(() => vi.unstubAllEnvs());

async function registryWith(change: (entries: Record<string, unknown>[]) => unknown): Promise<string> {
  const entries = structuredClone(readSources()) as unknown as Record<string, unknown>[];
  const path = join(await temporaryFolder(), "sources.json");
  await writeFile(path, JSON.stringify(change(entries) ?? entries));
  return path;
}

describe("the registry of public data", () => {
  it("holds six data sets, each with an address at a commit, or with the command that makes it", () => {
    const sources = readSources();
    expect(sources.map(({ id }) => id)).toEqual([
      "coortweet/russian_coord_tweets.csv",
      "prc-diplomats/accounts_2021-07-05.csv",
      "prc-diplomats/labels_2022-04-14.csv",
      "prc-diplomats/labels_2022-05-09.csv",
      "prc-diplomats/profiles_2022-04.csv",
      "twitter-io/china_082019_1_users_csv_hashed.csv",
    ]);
    for (const { repository, commit, path, url, convert } of sources) {
      const raw = `${repository.replace("https://github.com/", "https://raw.githubusercontent.com/")}/${commit}/${path}`;
      expect(url ?? convert).toContain(raw);
    }
  });

  it.each<[string, (entries: Record<string, unknown>[]) => unknown, string]>([
    [
      "a hash of the wrong length",
      ([first]) => void Object.assign(first ?? {}, { sha256: "abc" }),
      'bad sha256: "abc"',
    ],
    [
      "a path out of the folder",
      ([first]) => void Object.assign(first ?? {}, { id: "../x.csv" }),
      'bad id: "../x.csv"',
    ],
    ["no licence", ([, second]) => void Object.assign(second ?? {}, { licence: "" }), 'bad licence: ""'],
    ["no size", ([, second]) => void Object.assign(second ?? {}, { bytes: "9" }), 'bad bytes: "9"'],
    [
      "neither address nor command",
      ([, second]) => void Object.assign(second ?? {}, { url: undefined }),
      "give either",
    ],
    ["an entry twice", (entries) => [...entries, entries[0]], 'duplicate id: "coortweet/russian_coord_tweets.csv"'],
    ["something else than a list", () => ({}), "not a list of data sets"],
    ["something else than entries", () => [null], "entry 1: bad id: undefined"],
  ])("is refused with %s", async (_, change, message) => {
    const registry = await registryWith(change);
    expect(() => readSources(registry)).toThrow(message);
  });

  it("is refused when it is missing or no JSON", async () => {
    const path = join(await temporaryFolder(), "sources.json");
    expect(() => readSources(path)).toThrow(`cannot read: ${path}`);
    await writeFile(path, "{");
    expect(() => readSources(path)).toThrow(`cannot read: ${path}`);
  });

  it("names the known ids when asked for another", () => {
    expect(() => sourceOf("prc")).toThrow('unknown data set: "prc"; known: coortweet/russian_coord_tweets.csv, prc-');
  });
});

describe("the folder of external data", () => {
  it("is the one given, else the one the environment names, else the project's", async () => {
    const [given, named] = [await temporaryFolder(), await temporaryFolder()];
    vi.stubEnv("AMPLIFICATION_AUDIT_EXTERNAL", named);
    expect([externalFolder(given), externalFolder()]).toEqual([given, named]);
    vi.stubEnv("AMPLIFICATION_AUDIT_EXTERNAL", "");
    expect(externalFolder()).toBe(projectPath("data", "external"));
  });

  it("is refused when it is not there", () => {
    expect(() => externalFolder("/no/such")).toThrow(
      "not a folder: /no/such; give --from a folder that holds the data sets",
    );
    vi.stubEnv("AMPLIFICATION_AUDIT_EXTERNAL", "/no/such");
    expect(() => externalFolder()).toThrow("give AMPLIFICATION_AUDIT_EXTERNAL a folder");
  });

  it("has a file present, absent, or with the wrong content", async () => {
    const folder = await temporaryFolder();
    const [first] = readSources();
    const source: Source = { ...(first as Source), id: "set/a.csv", sha256: sha256("abc"), bytes: 3 };
    const path = join(folder, "set/a.csv");
    expect(await locate(source, folder)).toEqual({ path, state: "absent" });
    await mkdir(dirname(path));
    for (const [content, state] of [
      ["abc", "present"],
      ["abd", "wrong hash"],
      ["ab", "wrong hash"],
    ] as const) {
      await writeFile(path, content);
      expect(await locate(source, folder)).toEqual({ path, state });
    }
  });
});
