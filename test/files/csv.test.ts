import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/files/csv.js";
import { temporaryFolder } from "../temporary-folder.js";

async function csvFile(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), "table.csv");
  await writeFile(path, content);
  return path;
}

async function refusal(content: string | Uint8Array, columns: string[] = []): Promise<string> {
  const path = await csvFile(content);
  const error: unknown = await readCsv(path, { columns }).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error) || error.name !== "UserError") throw new Error(`no UserError but ${String(error)}`);
  return error.message.replaceAll(path, "table.csv");
}

const quoteRemedy = 'quote the whole field, and write a quote inside it twice: ""';

describe("reading CSV", () => {
  it("accepts a byte-order mark and says so", async () => {
    const table = await readCsv(await csvFile("\uFEFFa,b\r\n1,2\r\n"), { columns: ["a"] });
    expect([table.byteOrderMark, table.header, table.rows[0]?.get("b")]).toEqual([true, ["a", "b"], "2"]);
    expect((await readCsv(await csvFile("a\n1\n"), { columns: [] })).byteOrderMark).toBe(false);
  });

  it("gives the line on which a record starts, over line breaks in fields, empty lines and lone carriage returns", async () => {
    const text = '\uFEFFa,b\r\n1,"é\r\n\n中"\r\n\r\n\n3,"4\r5"\n5,6';
    const { rows } = await readCsv(await csvFile(text), { columns: [] });
    expect(rows.map((row) => [row.get("a"), row.line, row.spansLines])).toEqual([
      ["1", 2, true],
      ["3", 7, false],
      ["5", 8, false],
    ]);
    expect(rows[2]?.at("b")).toMatch(/table\.csv:8:2$/);
  });

  it("keeps columns without a name apart", async () => {
    const { rows } = await readCsv(await csvFile("a,,\n1,check,\n2,, \n"), { columns: ["a"] });
    expect(rows.map((row) => row.unnamed())).toEqual([[{ column: 2, value: "check" }], []]);
  });

  it("reads back any text that was quoted by the rules, each record on its own line", async () => {
    const field = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "é", "政", " ") });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { maxLength: 8 }), async (records) => {
        const quoted = records.map(
          (fields) => `${fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")}\n`,
        );
        const { rows } = await readCsv(await csvFile(`a,b\n${quoted.join("")}`), { columns: [] });
        expect(rows.map((row) => [row.get("a"), row.get("b")])).toEqual(records);
        const lines = quoted.map(
          (_, index) =>
            ["a,b\n", ...quoted]
              .slice(0, index + 1)
              .join("")
              .split("\n").length,
        );
        expect(rows.map((row) => row.line)).toEqual(lines);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it("refuses to read a column that is not there", async () => {
    const { rows } = await readCsv(await csvFile("a\n1\n"), { columns: [] });
    expect(() => rows[0]?.get("b")).toThrow(RangeError);
  });
});

describe("refusing what is not the CSV it should be", () => {
  it("says which columns are missing and which there are", async () => {
    expect(await refusal("handle,,label\nx,,y\n", ["handle", "verified"])).toBe(
      "table.csv:1: missing column: verified; the file has handle, label",
    );
  });

  it("refuses a name twice in the header", async () => {
    expect(await refusal("a,b,a\n1,2,3\n")).toBe('table.csv:1:3: column name given twice: "a"; rename one of them');
  });

  it("says where a record is too short or too long", async () => {
    const remedy = "look for a missing or unquoted comma, or for a quote that is not closed";
    expect(await refusal('a,b\n"1\n1",2\n3\n')).toBe(
      `table.csv:4:2: wrong number of fields: 1, the header has 2; ${remedy}`,
    );
    expect(await refusal("a,b\n1,2,3\n")).toBe(`table.csv:2:3: wrong number of fields: 3, the header has 2; ${remedy}`);
  });

  it("says where quotes are wrong", async () => {
    expect(await refusal('a,b\n1,2\n\n3,"4\n5,6\n')).toBe(`table.csv:4:2: quote is not closed; ${quoteRemedy}`);
    expect(await refusal('a,b\n1,2\n\n\n3,"4"5\n')).toBe(`table.csv:5:2: text after a closing quote; ${quoteRemedy}`);
    expect(await refusal('a,b\n1"2,3\n')).toBe(
      `table.csv:2:1: quote inside a field that does not start with one; ${quoteRemedy}`,
    );
  });

  it("says where the bytes are not UTF-8", async () => {
    const latin1 = Buffer.from("a,b\nR\xe9union,1\n", "latin1");
    expect(await refusal(latin1)).toBe("table.csv:2: not UTF-8: byte 0xe9 at offset 5; save the file as UTF-8");
    expect(await refusal(Buffer.from([0x61, 0x0a, 0xc3]))).toMatch(/^table\.csv:2: not UTF-8: byte 0xc3 at offset 2;/);
  });

  it("takes a replacement character that is really in the file for UTF-8", async () => {
    const { rows } = await readCsv(await csvFile("a\n\uFFFD\n"), { columns: [] });
    expect(rows[0]?.get("a")).toBe("\uFFFD");
  });

  it("refuses an empty file, a missing one and a folder", async () => {
    expect(await refusal("")).toBe("table.csv: file is empty; restore it");
    expect(await refusal("\uFEFF\n\n")).toBe("table.csv: file is empty; restore it");
    const folder = await temporaryFolder();
    await expect(readCsv(folder, { columns: [] })).rejects.toThrow(
      `cannot read: ${folder} (it is a folder); name a file`,
    );
    await expect(readCsv(join(folder, "no.csv"), { columns: [] })).rejects.toThrow("(no such file)");
  });
});
