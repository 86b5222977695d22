import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultColumns, type EventColumns } from "../../../src/coordination/events/event-columns.js";
import type { EventTable } from "../../../src/coordination/events/event-table.js";
import { eventsOf } from "../../../src/coordination/events/events-of.js";
import { readEvents } from "../../../src/coordination/events/read-events.js";
import { openDatabase, sqlText } from "../../../src/corpus/duckdb.js";
import { temporaryFolder } from "../../temporary-folder.js";

const header = "account_id,object_id,content_id,timestamp_share";

async function read(text: string | Buffer, columns?: EventColumns): Promise<EventTable> {
  const path = join(await temporaryFolder(), "events.csv");
  await writeFile(path, text);
  return readEvents(path, columns);
}

/** Rows in canonical order, as text. */
function rowsOf({ actors, targets, actor, target, seconds, event, ids }: EventTable): string[] {
  return Array.from(actor, (one, row) =>
    JSON.stringify([targets[target[row] as number], seconds[row], actors[one], ids.text(event[row] as number)]),
  );
}

describe("reading events from CSV", () => {
  it("reads the same from any order of rows and columns, line ends, quotes and forms of time", async () => {
    const plain = await read(`${header}\n8,t,e2,60\n007,t,e1,0\n`);
    expect(plain.actors).toEqual(["007", "8"]);
    expect(rowsOf(plain)).toEqual(['["t",0,"007","e1"]', '["t",60,"8","e2"]']);
    for (const same of [
      `${header}\n007,t,e1,0\n8,t,e2,60`,
      `${header}\r\n007,t,e1,0\r\n8,t,e2,60\r\n`,
      `\ufeff\n${header}\n\n007,t,e1,0\n\n8,t,e2,1970-01-01T00:01:00Z\n\n`,
      `"account_id","object_id","content_id","timestamp_share"\n"007","t","e1","0"\r\n"8","t","e2","60"`,
      `note,timestamp_share,content_id,object_id,account_id\n"a, ""b""\nc",0,e1,t,007\nx,60,e2,t,8\n`,
    ]) {
      expect(rowsOf(await read(same))).toEqual(rowsOf(plain));
    }
  });

  it("reads any ids that CSV can hold, as a parser that is not ours writes them", async () => {
    const id = fc.oneof(
      fc.string(),
      fc.constantFrom('"', '""', "a,b", "a\nb", "a\r\nb", "é", "'", "\u{1f600}", "x".repeat(70)),
    );
    const name = id.filter((text) => text.trim() !== "" && !/^[\0- ]*$/.test(text));
    const event = fc.record({ actor: name, target: name, seconds: fc.integer({ min: 0, max: 99 }), event: id });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 20 }), fc.boolean(), async (events, quoted) => {
        const rows = events.map(({ actor, target, event: own, seconds }) => [actor, target, own, seconds]);
        const text = stringify([header.split(","), ...rows], { quoted });
        expect(rowsOf(await read(text))).toEqual(rowsOf(eventsOf(events)));
      }),
    );
  });

  it("reads records that lie across the pieces in which the file is read", async () => {
    const long = `"${"é,\n".repeat(400_000)}"`;
    const rows = Array.from({ length: 60_000 }, (_, at) => `actor-${at % 977},t${at % 31},"e""${at}",${at}`);
    const table = await read(
      `${header},note\n${rows.map((row, at) => `${row},${at === 30_000 ? long : "é"}`).join("\n")}`,
    );
    expect(table.actor.length).toBe(60_000);
    expect(rowsOf(table).filter((row) => row.includes('e\\"30000'))).toEqual(['["t23",30000,"actor-690","e\\"30000"]']);
  });

  it("leaves out and counts rows without an account or an object", async () => {
    const table = await read(`${header}\n,t,e1,0\na,,e2,0\n ,,e3,\nb,t,e4,0\n`);
    expect(table.left).toEqual({ withoutActor: 2, withoutTarget: 1 });
    expect(table.actors).toEqual(["b"]);
  });

  it("gives equal ids one number, and an empty id one of its own", async () => {
    const { event } = await read(`${header}\na,t,same,0\na,u,same,0\na,v,,0\na,w,,0\n`);
    expect(new Set(event).size).toBe(3);
    expect(event[0]).toBe(event[1]);
  });

  it("reads other columns, and rows without ids", async () => {
    const table = await read("who,what,when\na,t,0\n", { actor: "who", target: "what", time: "when" });
    expect(rowsOf(table)).toEqual(['["t",0,"a",""]']);
  });

  it("reads a file with a header alone as no events", async () => {
    expect((await read(header)).actor.length).toBe(0);
  });

  it.each([
    ["", "EVENTS: file is empty; give a CSV file with a header"],
    ["\n\n", "EVENTS: file is empty; give a CSV file with a header"],
    [
      "account_id,object_id,content_id\na,t,e\n",
      "EVENTS:1: missing column: timestamp_share; the file has account_id, object_id, content_id; name",
    ],
    [`${header},account_id\n`, 'EVENTS:1: column name given twice: "account_id"; rename one of them'],
    [`${header}\na,t,e,soon\n`, 'EVENTS:2:4: not a time: "soon"; write Unix seconds or 2021-03-01T12:00:00Z'],
    [`${header}\na,t,e,\n`, 'EVENTS:2:4: not a time: ""; write'],
    [`${header}\na,t,e,1623881091000\n`, 'EVENTS:2:4: not a time: "1623881091000"; give seconds, not milliseconds'],
    [`${header}\n"a\nb",t,e,0\n\na,t,e\n`, "EVENTS:5:4: wrong number of fields: 3, the header has 4; look"],
    [`${header}\na,t,e,0,0\n`, "EVENTS:2:5: wrong number of fields: 5, the header has 4; look"],
    [`${header}\na,"t,e,0\nb,t,e,0\n`, "EVENTS:2:2: quote is not closed; close it"],
    [`${header}\na,t"t",e,0\n`, "EVENTS:2:2: quote inside a field that does not start with one; quote"],
    [`${header}\na,"t"t,e,0\n`, "EVENTS:2:2: text after a closing quote; write"],
    ['account_id,"object_id\n', "EVENTS:1:2: quote is not closed; close it"],
    [Buffer.from(`${header}\na,t,e,0\n\xe9,t,e,0\n`, "latin1"), "EVENTS:3:1: not UTF-8; save the file as UTF-8"],
  ])("refuses %j with the place and what to do", async (text, message) => {
    const refused = await read(text).catch((error: Error) => error.message.replace(/\S*events\.csv/, "EVENTS"));
    expect(refused).toContain(message);
  });

  it("refuses one column for two things, and a file that is not there", async () => {
    const columns = { ...defaultColumns, target: "account_id" };
    await expect(read(`${header}\n`, columns)).rejects.toThrow('one column for two things: "account_id"');
    await expect(readEvents("nowhere.csv")).rejects.toThrow("cannot read: nowhere.csv (no such file)");
    await expect(readEvents(await temporaryFolder())).rejects.toThrow("(it is a folder); name a file");
  });

  it.skipIf(process.platform === "win32")("reads a pipe", async () => {
    const path = join(await temporaryFolder(), "pipe");
    await once(spawn("mkfifo", [path]), "close");
    const [table] = await Promise.all([readEvents(path), writeFile(path, `${header}\na,t,e,0\n`)]);
    expect(table.actors).toEqual(["a"]);
  });
});

describe("reading events from Parquet", () => {
  async function parquet(select: string): Promise<string> {
    const path = join(await temporaryFolder(), "it's events.parquet");
    const connection = await openDatabase();
    await connection.run(`copy (${select}) to ${sqlText(path)} (format parquet)`);
    connection.closeSync();
    return path;
  }

  it("reads the same as from CSV, whatever the types of ids and times", async () => {
    const csv = await read(`${header}\n8,t,2,1623881091\n8,"a,""b""\nc",3,1623881092.25\n,t,4,0\n9,,5,0\n`);
    for (const [id, time] of [
      ["bigint", "timestamp"],
      ["ubigint", "timestamptz"],
      ["varchar", "double"],
      ["utinyint", "decimal(18,2)"],
      ["varchar", "varchar"],
    ]) {
      const instant = time?.startsWith("timestamp") ? "make_timestamp((s * 1e6)::bigint)" : "s";
      const path = await parquet(`
        select a::${id} as account_id, o as object_id, e::${id} as content_id, ${instant}::${time} as timestamp_share
        from (values (8, 't', 2, 1623881091::double), (8, 'a,"b"' || chr(10) || 'c', 3, 1623881092.25),
                     (null, 't', 4, 0), (9, null, 5, 0)) v(a, o, e, s)`);
      const table = await readEvents(path);
      expect(rowsOf(table), `${id} ${time}`).toEqual(rowsOf(csv));
      expect(table.left).toEqual(csv.left);
    }
  });

  it.each([
    [
      "select 1.5::double as account_id, 't' as object_id, '1' as content_id, 0 as timestamp_share",
      'column "account_id" has type DOUBLE; write ids as text or whole numbers',
    ],
    [
      "select 'a' as account_id, 't' as object_id, '1' as content_id, date '2021-03-01' as timestamp_share",
      'column "timestamp_share" has type DATE; write instants, Unix seconds or ISO 8601',
    ],
    [
      "select 'a' as account_id, 't' as object_id, '1' as content_id, 'soon' as timestamp_share",
      ': row 1: not a time: "soon"; write',
    ],
    [
      "select 'a' as account_id",
      ": missing column: object_id, timestamp_share, content_id; the file has account_id; name",
    ],
  ])("refuses %s", async (select, message) => {
    await expect(readEvents(await parquet(select))).rejects.toThrow(message);
  });

  it("refuses what only begins like Parquet", async () => {
    await expect(read("PAR1 and no more")).rejects.toThrow(/^cannot read: .*; give a Parquet file$/);
  });
});
