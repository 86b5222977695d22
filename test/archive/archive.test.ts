import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { archive } from "../../src/archive/archive.js";
import { sha256 } from "../../src/files/hash.js";
import { temporaryFolder } from "../temporary-folder.js";

const code = "export const a = 1;\n";

const provenance = {
  ...{
    title: "Labels",
    alternativeText: "Dots.",
    basis: "synthetic twin",
    parameters: {},
    columns: [],
    codeHash: "",
    packages: {},
  },
  corpus: { name: "twin", title: "A twin", seed: 1 },
  inputs: [{ table: "labels", sha256: "0".repeat(64), rows: 3 }],
  code: { "src/findings/labels.ts": sha256(code) },
  outputs: [{ path: "figures/labelling-rates.svg", sha256: "" }],
};

const made: Record<string, string> = {
  "figures/labelling-rates.svg": "<svg/>",
  "figures/labelling-rates.provenance.json": JSON.stringify(provenance),
  "report/index.html": "<!doctype html>",
  "report/findings/labelling-rates.json": "{}",
};

/** A package without version control, with a run of one figure. */
async function smallPackage(): Promise<string> {
  const root = await temporaryFolder();
  const run = {
    corpus: "twin",
    study: "s",
    startedAt: "2026-01-02T03:04:05.000Z",
    environment: {},
    inputs: {},
    outputs: {},
    claims: [],
  };
  const files: Record<string, string> = {
    ...made,
    "package.json": JSON.stringify({ name: "small", version: "1.0.0", license: "MIT" }),
    "run.json": JSON.stringify(run),
    "src/findings/labels.ts": code,
    "node_modules/x/index.js": "",
    "data/corpora/twin/labels.parquet": "large",
    "report/checksums.sha256": Object.entries(made)
      .map(([file, text]) => `${sha256(text)}  ${file}\n`)
      .join(""),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

/** Names and texts of a zip, from its central directory. */
function unzipped(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(zip.length - 22 + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, extra, comment] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const place = zip.readUInt32LE(at + 42);
    const start = place + 30 + zip.readUInt16LE(place + 26) + zip.readUInt16LE(place + 28);
    const bytes = zip.subarray(start, start + packed);
    const text = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes;
    files.set(zip.subarray(at + 46, at + 46 + name).toString(), text.toString());
    at += 46 + name + extra + comment;
  }
  return files;
}

it("an archive holds code, results and the origin of each figure, and nothing installed or too large", async () => {
  const root = await smallPackage();
  const out = join(await temporaryFolder(), "small.zip");
  expect(await archive(root, out)).toEqual({ files: 9, figures: 1 });
  const files = unzipped(await readFile(out));
  expect([...files.keys()].sort()).toEqual(
    [
      ...Object.keys(made),
      "package.json",
      "report/checksums.sha256",
      "ro-crate-metadata.json",
      "run.json",
      "src/findings/labels.ts",
    ].sort(),
  );
  expect(files.get("figures/labelling-rates.svg")).toBe("<svg/>");
  const crate = JSON.parse(files.get("ro-crate-metadata.json") ?? "") as { "@graph": Record<string, unknown>[] };
  const ids = crate["@graph"].map((entity) => entity["@id"]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(crate["@graph"][0]).toMatchObject({
    conformsTo: { "@id": "https://w3id.org/ro/crate/1.1" },
    about: { "@id": "./" },
  });
  const actions = crate["@graph"].filter((entity) => entity["@type"] === "CreateAction");
  expect(actions).toMatchObject([
    {
      instrument: [{ "@id": "#amplification-audit" }, { "@id": "src/findings/labels.ts" }],
      object: [{ "@id": "report/findings/labelling-rates.json" }, { "@id": "#twin-labels" }],
      result: [{ "@id": "figures/labelling-rates.svg" }, { "@id": "figures/labelling-rates.provenance.json" }],
    },
  ]);
  const mentioned = [...JSON.stringify(crate).matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id = ""]) => id);
  expect(mentioned.filter((id) => !id.startsWith("https://") && !ids.includes(id))).toEqual([]);
});

it("an archive is the same bytes again, whenever its files were written", async () => {
  const root = await smallPackage();
  const folder = await temporaryFolder();
  await archive(root, join(folder, "one.zip"));
  await utimes(join(root, "package.json"), 0, 1_000_000_000);
  await archive(root, join(folder, "two.zip"));
  expect(sha256(await readFile(join(folder, "two.zip")))).toBe(sha256(await readFile(join(folder, "one.zip"))));
});

it.each<[string, (root: string) => Promise<void>, string]>([
  ["a figure is gone", (root) => rm(join(root, "figures/labelling-rates.svg")), "missing: figures/labelling-rates.svg"],
  ["a page is gone", (root) => rm(join(root, "report/index.html")), "missing: report/index.html"],
  [
    "code has changed since it drew a figure",
    (root) => writeFile(join(root, "src/findings/labels.ts"), "export const a = 2;\n"),
    "not as the run left it: src/findings/labels.ts",
  ],
  ["code is gone", (root) => rm(join(root, "src/findings/labels.ts")), "missing: src/findings/labels.ts"],
  [
    "a page of the report on real data has changed",
    async (root) => {
      await mkdir(join(root, "report/public"));
      await writeFile(join(root, "report/public/index.html"), "touched");
      await writeFile(join(root, "report/public/checksums.sha256"), `${sha256("made")}  report/public/index.html\n`);
    },
    "not as the run left it: report/public/index.html",
  ],
])("nothing is archived where %s", async (_, change, problem) => {
  const root = await smallPackage();
  await change(root);
  const out = join(await temporaryFolder(), "small.zip");
  await expect(archive(root, out)).rejects.toThrow(`${problem}; run \`reproduce\` again`);
});

it("nothing is archived that is not under version control", async () => {
  const root = await smallPackage();
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, stdio: "ignore" });
  git("init");
  git("add", "src", "package.json");
  await writeFile(join(root, "src/mine.ts"), "");
  const out = join(await temporaryFolder(), "small.zip");
  await expect(archive(root, out)).rejects.toThrow("not under version control: src/mine.ts; add it or take it away");
});

it("nothing is archived, not even in part, without a run or with a file that is not as the run left it", async () => {
  const root = await smallPackage();
  const folder = await temporaryFolder();
  const out = join(folder, "small.zip");
  await writeFile(join(root, "figures", "labelling-rates.svg"), "<svg>touched</svg>");
  await expect(archive(root, out)).rejects.toThrow(
    "not as the run left it: figures/labelling-rates.svg; run `reproduce` again",
  );
  await expect(archive(folder, out)).rejects.toThrow(
    /^nothing to archive: no .*checksums.sha256; run `reproduce` first$/,
  );
  expect(await readdir(folder)).toEqual([]);
});
