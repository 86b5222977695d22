import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.js";

/**
 * Who may talk to the server, which runs whatever code it is sent: nobody without its secret, and no page of another site.
 *
 * The token is in the address that the command prints. Whoever opens it gets a cookie that scripts cannot read and other sites cannot
 * send; from then on the token is no longer in the address. The name of the host is checked as well, because a page could have its own
 * name resolve to this machine and would be of the same site then.
 */
export class Access {
  readonly token = randomBytes(24).toString("hex");
  readonly #session = randomBytes(24).toString("hex");
  readonly #hosts: readonly string[];
  readonly #cookie: string;

  constructor(port: number) {
    this.#hosts = ["127.0.0.1", "localhost"].map((name) => (port === 80 ? name : `${name}:${port}`));
    this.#cookie = `amplification-audit-lab-${port}`;
  }

  /** The header that sets the cookie. */
  get setCookie(): string {
    return `${this.#cookie}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Whether the address carries the token. */
  isInvited(url: URL): boolean {
    return isSame(url.searchParams.get("token") ?? "", this.token);
  }

  /**
   * @throws Refusal for a request by another name of this machine, from another site's page or without the secret
   */
  check(request: IncomingMessage): void {
    this.checkOrigin(request);
    const [, token = ""] = /^(?:token|bearer) (\w+)$/i.exec(request.headers.authorization ?? "") ?? [];
    if (isSame(token, this.token) || isSame(this.#cookieOf(request), this.#session)) return;
    throw new Refusal(403, "no access: the token is missing; open the address that `npm run lab` printed");
  }

  /** @throws Refusal for a request by another name of this machine, or from another site's page */
  checkOrigin({ headers, method }: IncomingMessage): void {
    const { host = "", origin } = headers;
    if (!this.#hosts.includes(host)) throw new Refusal(403, `no access by the name ${host}; use 127.0.0.1`);
    const isOwn = origin === `http://${host}`;
    const isUpgrade = headers.upgrade !== undefined;
    if (origin !== undefined && !isOwn) throw new Refusal(403, "no access from pages of other sites");
    const site = headers["sec-fetch-site"];
    // Browsers say where whatever can change something comes from; programs that do not are to send the token.
    const isChange = isUpgrade || !["GET", "HEAD"].includes(method ?? "");
    if (isChange && origin === undefined && site !== "same-origin" && !headers.authorization) {
      throw new Refusal(403, "no access without an origin");
    }
    const isOpened = headers["sec-fetch-mode"] === "navigate" && method === "GET";
    if (site !== undefined && !["same-origin", "none"].includes(String(site)) && !isOpened) {
      throw new Refusal(403, "no access from pages of other sites");
    }
  }

  #cookieOf({ headers }: IncomingMessage): string {
    const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
    return pairs.find(([name]) => name === this.#cookie)?.[1] ?? "";
  }
}

/** Compares secrets in a time that does not tell how much of them agrees. */
function isSame(given: string, secret: string): boolean {
  const [one, other] = [given, secret].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
