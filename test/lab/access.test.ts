import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import serialisation from "@jupyterlab/services/lib/kernel/serialize.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Lab, startLab } from "../../src/lab/server.js";
import { ask, askRaw } from "./request.js";

let root = "";
let lab: Lab;
let host = "";
let token = "";
let cookie = "";

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "amplification-audit-"));
  await writeFile(join(root, "note.txt"), "kept\n");
  lab = await startLab({ root, port: 0, open: "note.txt" });
  host = new URL(lab.address).host;
  token = new URL(lab.url).searchParams.get("token") ?? "";
  const { headers } = await ask(lab.address, "GET", `/lab/index.html?token=${token}`);
  cookie = String(headers["set-cookie"]).split(";")[0] ?? "";
});

afterAll(async () => {
  await lab.close();
  await rm(root, { recursive: true });
});

const protocol = "v1.kernel.websocket.jupyter.org";

/** Has the form of a message and no header. */
const headless = {
  ...{ channel: "shell", header: null, parent_header: {}, metadata: {}, content: {}, buffers: [] },
} as unknown as Parameters<typeof serialisation.serialize>[0];

const note = "/jupyter/api/contents/note.txt";

describe("who may talk to the server", () => {
  it("gives whoever has the token a cookie that no script reads and no other site sends, and no token in the address", async () => {
    const { status, headers } = await ask(lab.address, "GET", `/lab/index.html?token=${token}&path=note.txt`);
    expect([status, headers.location]).toEqual([302, "/lab/index.html?path=note.txt"]);
    expect(String(headers["set-cookie"])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(String(headers["set-cookie"])).not.toContain(token);
    expect((await ask(lab.address, "GET", note, { cookie })).status).toBe(200);
    expect((await ask(lab.address, "GET", note, { authorization: `token ${token}` })).status).toBe(200);
  });

  it("redirects to its own pages only", async () => {
    const { headers } = await ask(lab.address, "GET", `//elsewhere.example/?token=${token}`);
    expect(headers.location ?? "/").toMatch(/^\/(?!\/)/);
  });

  it.each(["/lab/index.html", "/", "/jupyter-lite.json", note, "/jupyter/api/kernels", "/lab/index.html?token=wrong"])(
    "refuses %s without the token",
    async (path) => {
      expect((await ask(lab.address, "GET", path)).status).toBe(403);
      expect((await ask(lab.address, "GET", path, { cookie: `${cookie.split("=")[0]}=guessed` })).status).toBe(403);
      expect((await ask(lab.address, "GET", path, { authorization: "token guessed" })).status).toBe(403);
    },
  );

  it.each(["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:1"])(
    "refuses the name %j, which a page could have resolve to this machine",
    async (name) => {
      expect((await ask(lab.address, "GET", note, { cookie, host: name })).status).toBe(403);
      expect((await ask(lab.address, "GET", `/?token=${token}`, { host: name })).status).toBe(403);
    },
  );

  it.each(["http://evil.example", "null", "https://127.0.0.1", "http://localhost:1", "http://127.0.0.1.evil.example"])(
    "refuses pages of %s",
    async (origin) => {
      expect((await ask(lab.address, "GET", note, { cookie, origin })).status).toBe(403);
      expect((await ask(lab.address, "POST", "/jupyter/api/kernels", { cookie, origin })).status).toBe(403);
      expect(await socketStatus({ cookie, origin })).toBe(403);
    },
  );

  it("refuses changes that name no origin, and what the browser says comes from another site", async () => {
    expect((await ask(lab.address, "DELETE", note, { cookie })).status).toBe(403);
    expect((await ask(lab.address, "GET", note, { cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await ask(lab.address, "GET", note, { cookie, "sec-fetch-site": "same-site" })).status).toBe(403);
  });

  it("opens no WebSocket without the secret, for no kernel and in no other protocol", async () => {
    const origin = lab.address;
    expect(await socketStatus({ origin })).toBe(403);
    expect(await socketStatus({ cookie })).toBe(403);
    expect(await socketStatus({ cookie, origin })).toBe(404);
    expect(await socketStatus({ cookie, origin }, "chat")).toBe(400);
  });

  it("hangs up on what is no Jupyter message or too large for one, and its kernel lives on", async () => {
    const as = { cookie, origin: lab.address };
    const { id } = JSON.parse((await ask(lab.address, "POST", "/jupyter/api/kernels", as, "{}")).text);
    expect(await hungUpOn(id, "not binary")).toBe(1003);
    expect(await hungUpOn(id, Buffer.from("no header"))).toBe(1003);
    expect(await hungUpOn(id, serialisation.serialize(headless, protocol))).toBe(1003);
    expect([1006, 1009]).toContain(await hungUpOn(id, Buffer.alloc(65 * 2 ** 20)));
    expect((await ask(lab.address, "GET", `/jupyter/api/kernels/${id}`, as)).status).toBe(200);
    expect((await ask(lab.address, "DELETE", `/jupyter/api/kernels/${id}`, as)).status).toBe(204);
  });

  it("stays up when whoever wants a WebSocket resets the connection", async () => {
    const { port, hostname } = new URL(lab.address);
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const socket = connect(Number(port), hostname);
      await once(socket, "connect");
      const [path, upgrade] = ["/jupyter/api/kernels/none/channels", "Connection: Upgrade\r\nUpgrade: websocket"];
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${upgrade}\r\n\r\n`);
      socket.resetAndDestroy();
    }
    expect((await ask(lab.address, "GET", note, { cookie })).status).toBe(200);
  });

  it("gives tabs that ask at once one kernel for a notebook, and none without a notebook", async () => {
    const as = { cookie, origin: lab.address };
    const open = (path: string) => ask(lab.address, "POST", "/jupyter/api/sessions", as, JSON.stringify({ path }));
    const answers = await Promise.all([1, 2, 3].map(() => open("note.ipynb")));
    const sessions = answers.map(({ text }) => JSON.parse(text));
    expect(new Set(sessions.map(({ kernel }) => kernel.id)).size).toBe(1);
    expect((await open("")).status).toBe(400);
    const [{ id, kernel }] = sessions;
    const restarted = ask(lab.address, "POST", `/jupyter/api/kernels/${kernel.id}/restart`, as, "{}");
    expect((await ask(lab.address, "DELETE", `/jupyter/api/sessions/${id}`, as)).status).toBe(204);
    expect((await restarted).status).toBe(404);
    expect((await ask(lab.address, "GET", "/jupyter/api/kernels", as)).text).toBe("[]");
  });

  it("listens on this machine only", () => {
    expect(host).toMatch(/^127\.0\.0\.1:\d+$/);
  });

  it("tells the browser to ask nobody else", async () => {
    const { headers } = await ask(lab.address, "GET", "/lab/index.html", { cookie });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("refuses bodies that are too large or not JSON, and stays up", async () => {
    const as = { cookie, origin: lab.address };
    const large = { ...as, "content-length": String(65 * 2 ** 20) };
    expect(await askRaw(lab.address, rawPut(large))).toContain("413");
    expect((await ask(lab.address, "PUT", note, as, "{")).status).toBe(400);
    expect((await ask(lab.address, "PUT", note, as, "[]")).status).toBe(400);
    expect((await ask(lab.address, "GET", "/%ff", as)).status).toBe(400);
    expect((await ask(lab.address, "GET", "//", as)).status).toBe(302);
    expect((await ask(lab.address, "GET", "/jupyter/api/contents/%ff", as)).status).toBe(400);
    expect((await ask(lab.address, "GET", "/jupyter/api/terminals", as)).text).toBe("[]");
    expect((await ask(lab.address, "POST", "/jupyter/api/terminals", as)).status).toBe(404);
  });

  it.each([
    "/../../../../../package-lock.json",
    "/..%2f..%2fpackage.json",
    "/build/..%2f..%2f..%2findex.js",
    "/%2e%2e/index.js",
  ])("serves nothing outside the build: %s", async (path) => {
    expect(await askRaw(lab.address, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)).toMatch(
      / 40[034] /,
    );
  });
});

function rawPut(headers: Record<string, string>): string {
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `PUT ${note} HTTP/1.1\r\n${lines.join("")}\r\n`;
}

/** The code with which a WebSocket to a kernel is closed after it has sent something. */
function hungUpOn(kernel: string, sent: string | ArrayBuffer | Buffer): Promise<number> {
  const address = `${lab.address.replace("http", "ws")}/jupyter/api/kernels/${kernel}/channels`;
  const headers = { cookie, origin: lab.address };
  const socket = new WebSocket(address, protocol, { headers });
  return new Promise((resolve) => {
    socket.on("open", () => socket.send(sent));
    socket.on("close", resolve);
    socket.on("error", () => undefined);
  });
}

/** The status with which a WebSocket is refused. */
function socketStatus(headers: Record<string, string>, offered = protocol): Promise<number> {
  const address = `${lab.address.replace("http", "ws")}/jupyter/api/kernels/none/channels`;
  return new Promise((resolve) => {
    const socket = new WebSocket(address, offered, { headers });
    socket.on("unexpected-response", (_, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on("open", () => resolve(101));
    socket.on("error", () => undefined);
  });
}
