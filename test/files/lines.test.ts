import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRecords } from "../../src/files/csv-records.js";
import { jsonElements } from "../../src/files/json-elements.js";
import { type LinesOptions, linesOf } from "../../src/files/lines.js";
import { temporaryFolder } from "../temporary-folder.js";

async function fileWith(content: string | Buffer, name = "file.txt"): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const batch of batches) found.push(...batch);
  return found;
}

async function linesIn(path: string, options: LinesOptions = {}) {
  return (await all(linesOf(path, options))).map(({ number, bytes }) => [number, bytes?.toString("utf8") ?? null]);
}

describe("lines of a file", () => {
  it("end with either kind of line end, and begin after a byte-order mark", async () => {
    const path = await fileWith("\uFEFFone\r\n\ntwo");
    expect(await linesIn(path)).toEqual([
      [1, "one"],
      [2, ""],
      [3, "two"],
    ]);
  });

  it("are the same in parts as in the whole, wherever the parts are cut", async () => {
    const text = "alpha\nbe\n\ngamma delta\nepsilon";
    const path = await fileWith(text);
    for (let cut = 0; cut <= text.length + 1; cut += 1) {
      const parts = [...(await linesIn(path, { to: cut })), ...(await linesIn(path, { from: cut }))];
      expect(parts.map(([, line]) => line)).toEqual(text.split("\n"));
    }
  });

  it("keep their number and length where they are too long to be kept", async () => {
    const path = await fileWith(`a\n${"b".repeat(50)}\nc\n`);
    expect(await linesIn(path, { limit: 10 })).toEqual([
      [1, "a"],
      [2, null],
      [3, "c"],
    ]);
  });

  it("come out of a packed file, also of one that breaks off", async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at} ${(at * 7919) % 10_007}`);
    const packed = gzipSync(lines.join("\n"));
    expect((await linesIn(await fileWith(packed, "a.gz"))).map(([, line]) => line)).toEqual(lines);
    const broken = await linesIn(await fileWith(packed.subarray(0, packed.length / 2), "b.gz"));
    expect(broken.length).toBeGreaterThan(100);
    expect(broken.at(-1)?.[1]).toBeNull();
    expect(broken.slice(0, -1).map(([, line]) => line)).toEqual(lines.slice(0, broken.length - 1));
  });
});

describe("records of a table of any size", () => {
  const recordsOf = async (text: string | Buffer) => all(csvRecords(await fileWith(text)));

  it("hold commas, doubled quotes and line breaks inside quotes, and know their line", async () => {
    expect(await recordsOf('a,b\n1,"x, ""y""\nz"\n\n2,\n')).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 2, fields: ["1", 'x, "y"\nz'] },
      { line: 5, fields: ["2", ""] },
    ]);
  });

  it.each([
    ["text after a closing quote", '1,"x"y', "text after a closing quote"],
    ["a quote that is not closed", '1,"x', "text after a closing quote"],
    ["a field too many", "1,2,3", "3 fields, the header has 2"],
    ["a field too few", "1", "1 fields, the header has 2"],
  ])("lose one line to %s, and no other", async (_what, bad, problem) => {
    const found = await recordsOf(`a,b\n${bad}\n2,z\n3,"w"\n`);
    expect(found).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 2, problem },
      { line: 3, fields: ["2", "z"] },
      { line: 4, fields: ["3", "w"] },
    ]);
  });

  it("lose one line to bytes that are not UTF-8", async () => {
    const found = await recordsOf(Buffer.concat([Buffer.from("a,b\n1,"), Buffer.from([0xe9]), Buffer.from("\n2,z\n")]));
    expect(found.map(({ problem, fields }) => problem ?? fields)).toEqual([["a", "b"], "not UTF-8", ["2", "z"]]);
  });

  it("come back as they were written, whatever is in them", async () => {
    const field = fc
      .string({ unit: fc.constantFrom("a", ",", '"', "\n", "é", " ", "=") })
      .filter((text) => !text.includes("\r"));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 }), async (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = ["a,b", ...rows.map((row) => row.map(quoted).join(","))].join("\n");
        expect((await recordsOf(text)).slice(1).map(({ fields }) => fields)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});

describe("elements of a document of any size", () => {
  const elementsOf = async (text: string, arrays: string[]) => all(jsonElements(await fileWith(text), arrays));

  it("are found by the keys that lead to their array, with their offset", async () => {
    const text = '{"status":200,"x":{"posts":[{"no":1}]},"result":{"posts":[{"a":"]}\\"{"}, {"b":[1,{}]} ],"n":[{}]}}';
    const found = await elementsOf(text, ["result.posts"]);
    expect(found).toEqual([
      { array: "result.posts", offset: text.indexOf('{"a"'), text: '{"a":"]}\\"{"}' },
      { array: "result.posts", offset: text.indexOf('{"b"'), text: '{"b":[1,{}]}' },
    ]);
  });

  it("are told from what is no object, and a document that breaks off says so", async () => {
    const found = await elementsOf('[{"a":1}, 5, "x", {"b":', [""]);
    expect(found.map(({ text, problem }) => text ?? problem)).toEqual([
      '{"a":1}',
      "not an object",
      "not an object",
      "document breaks off",
    ]);
  });

  it("do not need the document in one piece", async () => {
    const posts = Array.from({ length: 5000 }, (_, at) => ({ at, text: `é "${"x".repeat(at % 500)}" }]` }));
    const found = await elementsOf(JSON.stringify({ result: { posts } }), ["result.posts"]);
    expect(found.map(({ text }) => JSON.parse(text ?? ""))).toEqual(posts);
  });
});
