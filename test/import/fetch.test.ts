import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/files/hash.js";
import { type FetchOptions, fetchedLine, fetchSources } from "../../src/import/fetch.js";
import { readSources, type Source, sourceOf } from "../../src/import/sources.js";
import { temporaryFolder } from "../temporary-folder.js";
import { fileServer, serveWithRanges } from "./file-server.js";

const content = Buffer.alloc(600_000, "0123456789 diplomats\n");
const half = content.subarray(0, 300_000);
const id = "set/data.csv";

function source(url: string): Source {
  const registered = sourceOf("prc-diplomats/profiles_2022-04.csv");
  return { ...registered, id, url, sha256: sha256(content), bytes: content.length };
}

function partialOf(folder: string): string {
  return join(folder, `${id}.${sha256(content).slice(0, 8)}.partial`);
}

async function put(path: string, bytes: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function expectOnlyTheFile(folder: string): Promise<void> {
  expect(await readdir(join(folder, "set"))).toEqual(["data.csv"]);
  expect((await readFile(join(folder, id))).equals(content)).toBe(true);
}

async function outcomes(options: FetchOptions): Promise<string[]> {
  return (await fetchSources(options)).map(({ outcome }) => outcome);
}

describe("fetching from the network", () => {
  it("downloads, reports how far it is, verifies, and leaves nothing but the file", async () => {
    const folder = await temporaryFolder();
    const { url } = await fileServer((response) => response.end(content));
    const received: number[] = [];
    const fetched: string[] = [];
    await fetchSources({
      folder,
      sources: [source(url)],
      onProgress: (_, progress) => {
        expect(progress.total).toBe(content.length);
        expect(progress.rate).toBeGreaterThanOrEqual(0);
        received.push(progress.received);
      },
      onFetched: (one) => fetched.push(fetchedLine(one)),
    });
    await expectOnlyTheFile(folder);
    expect(fetched).toEqual([`downloaded: ${id}`]);
    expect(received).toEqual([...received].sort((a, b) => a - b));
    expect(received.at(-1)).toBe(content.length);
  });

  it("asks for nothing when the right file is there", async () => {
    const folder = await temporaryFolder();
    const { url, ranges } = await fileServer((response) => response.end());
    await put(join(folder, id), content);
    expect(await outcomes({ folder, sources: [source(url)] })).toEqual(["present"]);
    expect(ranges).toEqual([]);
  });

  it("goes on where a cut connection stopped", async () => {
    const folder = await temporaryFolder();
    let cut: ServerResponse | undefined;
    const { url, ranges } = await fileServer((response, request) => {
      if (request.headers.range !== undefined) return serveWithRanges(content, response, request);
      cut = response.writeHead(200, { "content-length": content.length });
      cut.write(half);
    });
    const onProgress: FetchOptions["onProgress"] = (_, { received }) => {
      if (received === half.length) cut?.destroy();
    };
    await expect(fetchSources({ folder, sources: [source(url)], onProgress })).rejects.toThrow(
      /^cannot download: http:\S+ \(.+\); check the network and run `data fetch` again, which goes on where it stopped/,
    );
    const { size } = await stat(partialOf(folder));
    expect(size).toBeGreaterThan(0);
    expect(await outcomes({ folder, sources: [source(url)] })).toEqual(["downloaded"]);
    expect(ranges).toEqual([undefined, `bytes=${size}-`]);
    await expectOnlyTheFile(folder);
  });

  it("starts again when the server sends the whole file instead of the rest", async () => {
    const folder = await temporaryFolder();
    const { url, ranges } = await fileServer((response) => response.writeHead(200).end(content));
    await put(partialOf(folder), half);
    expect(await outcomes({ folder, sources: [source(url)] })).toEqual(["downloaded"]);
    expect(ranges).toEqual([`bytes=${half.length}-`]);
    await expectOnlyTheFile(folder);
  });

  it("only verifies when everything was downloaded before it was killed", async () => {
    const folder = await temporaryFolder();
    const { url, ranges } = await fileServer((response) => response.end());
    await put(partialOf(folder), content);
    expect(await outcomes({ folder, sources: [source(url)] })).toEqual(["downloaded"]);
    expect(ranges).toEqual([]);
    await expectOnlyTheFile(folder);
  });

  it("forgets the start of a file that the server cannot go on with", async () => {
    const folder = await temporaryFolder();
    const { url } = await fileServer((response, request) => {
      if (request.headers.range) response.writeHead(416).end();
      else response.end(content);
    });
    await put(partialOf(folder), half);
    await expect(fetchSources({ folder, sources: [source(url)] })).rejects.toThrow("(416 Range Not Satisfiable)");
    expect(await outcomes({ folder, sources: [source(url)] })).toEqual(["downloaded"]);
  });

  it("refuses a wrong hash and keeps nothing of it", async () => {
    const folder = await temporaryFolder();
    const other = Buffer.from(content).fill("x", 0, 1);
    const { url } = await fileServer((response) => response.end(other));
    await expect(fetchSources({ folder, sources: [source(url)] })).rejects.toThrow(
      `wrong hash: ${id} is ${sha256(other)}, expected ${sha256(content)}; run \`data fetch\` again`,
    );
    expect(await readdir(join(folder, "set"))).toEqual([]);
  });

  it("does not let an endless answer fill the disk", async () => {
    const folder = await temporaryFolder();
    const { url } = await fileServer((response) => {
      const more = () => {
        while (!response.destroyed && response.write(half));
      };
      response.on("drain", more);
      more();
    });
    await expect(fetchSources({ folder, sources: [source(url)] })).rejects.toThrow("wrong hash");
    expect(await readdir(join(folder, "set"))).toEqual([]);
  });

  it("says in one message that the server has no such file, or that there is no server", async () => {
    const folder = await temporaryFolder();
    const { url } = await fileServer((response) => response.writeHead(404).end("no"));
    const remedy =
      /; check the network and run `data fetch` again, .*; or give a folder that holds the file with --from DIR$/;
    const missing = fetchSources({ folder, sources: [source(url)] });
    await expect(missing).rejects.toThrow(`cannot download: ${url} (404 Not Found)`);
    await expect(missing).rejects.toThrow(remedy);
    const nobody = fetchSources({ folder, sources: [source("http://127.0.0.1:9/")] });
    await expect(nobody).rejects.toThrow(/^cannot download: http:\/\/127\.0\.0\.1:9\/ \(.+\)/);
    await expect(nobody).rejects.toThrow(remedy);
    expect(await readdir(folder)).toEqual([]);
  });

  it("does not replace a wrong file that is already there", async () => {
    const folder = await temporaryFolder();
    const path = join(folder, id);
    await put(path, "mine");
    const { url } = await fileServer((response) => response.end(content));
    await expect(fetchSources({ folder, sources: [source(url)] })).rejects.toThrow(
      `wrong hash: ${id} is ${sha256("mine")}, expected ${sha256(content)}; remove ${path}, or restore it`,
    );
    expect(await readFile(path, "utf8")).toBe("mine");
  });

  it("says when the folder cannot be written", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "set"), "a file where the folder should be");
    const { url } = await fileServer((response) => response.end(content));
    await expect(fetchSources({ folder, sources: [source(url)] })).rejects.toThrow(
      `cannot write: ${partialOf(folder)} (a part of the path is a file, not a folder); choose another path`,
    );
  });

  it("asks for the registered address of the sets that are wanted, and no others", async () => {
    const asked: string[] = [];
    const { url } = await fileServer((response) => response.writeHead(404).end());
    const wanted = "prc-diplomats/labels_2022-05-09.csv";
    const fetching = fetchSources({
      folder: await temporaryFolder(),
      only: [wanted],
      fetch: (address, options) => {
        asked.push(address);
        return fetch(url, options);
      },
    });
    await expect(fetching).rejects.toThrow("404");
    expect(asked).toEqual([sourceOf(wanted).url]);
  });

  it("gives the command for a set that is public in another format only", async () => {
    const folder = join(await temporaryFolder(), "it's here");
    const convertible = readSources().filter(({ convert }) => convert !== undefined);
    const fetched = await fetchSources({ folder, sources: convertible });
    expect(fetched.map(({ outcome }) => outcome)).toEqual(["to convert"]);
    const path = join(folder, "coortweet/russian_coord_tweets.csv").replace("'", "'\\''");
    expect(fetched[0]?.command).toMatch(/^Rscript -e '.*write\.csv\(russian_coord_tweets, csv, row\.names = FALSE/);
    expect(fetched[0]?.command?.endsWith(` '${path}'`)).toBe(true);
  });

  it("refuses an unknown id", async () => {
    await expect(fetchSources({ folder: await temporaryFolder(), only: ["x/y.csv"] })).rejects.toThrow(
      'unknown data set: "x/y.csv"',
    );
  });
});

describe("fetching from a folder", () => {
  const registered = source("http://127.0.0.1:9/");

  it("copies what is there and right, and says what is not there", async () => {
    const [from, folder] = [await temporaryFolder(), await temporaryFolder()];
    await put(join(from, id), content);
    const sources = [registered, { ...registered, id: "set/other.csv" }];
    expect(await outcomes({ from, folder, sources })).toEqual(["copied", "not in folder"]);
    await expectOnlyTheFile(folder);
    expect(await outcomes({ from, folder, sources })).toEqual(["present", "not in folder"]);
  });

  it("only verifies a folder against itself", async () => {
    const folder = await temporaryFolder();
    await put(join(folder, id), content);
    expect(await outcomes({ from: folder, folder, sources: [registered] })).toEqual(["present"]);
  });

  it("refuses a wrong hash and copies nothing", async () => {
    const [from, folder] = [await temporaryFolder(), await temporaryFolder()];
    await put(join(from, id), "mine");
    await expect(fetchSources({ from, folder, sources: [registered] })).rejects.toThrow(
      `wrong hash: ${id} is ${sha256("mine")}, expected ${sha256(content)}; remove ${join(from, id)}, or restore it`,
    );
    expect(await readdir(folder)).toEqual([]);
    expect(await readFile(join(from, id), "utf8")).toBe("mine");
  });

  it("refuses a folder that is not there, and one with none of the sets", async () => {
    const [from, folder] = [await temporaryFolder(), await temporaryFolder()];
    await expect(fetchSources({ from: join(from, "no"), folder, sources: [registered] })).rejects.toThrow(
      "not a folder",
    );
    await expect(fetchSources({ from, folder, sources: [registered] })).rejects.toThrow(
      `no data set in ${from}: expected ${id}; name its parent folder`,
    );
  });

  it("refuses a destination that cannot be written, with the reason", async () => {
    const [from, folder] = [await temporaryFolder(), await temporaryFolder()];
    await put(join(from, id), content);
    await writeFile(join(folder, "set"), "a file where the folder should be");
    await expect(fetchSources({ from, folder, sources: [registered] })).rejects.toThrow(
      `cannot write: ${join(folder, id)} (a part of the path is a file, not a folder); choose another path`,
    );
  });
});
