import { describe, expect, it } from "vitest";
import { messageFrom, replyFrames, requestFrames } from "../../src/kernel/messages.js";

const request = { id: "1", type: "execute_request", session: "s" };

function frames(key: string, routing: string[] = []): Buffer[] {
  return [...routing, ...requestFrames(key, request, { code: "é" })].map((frame) => Buffer.from(frame));
}

describe("messages on the wire", () => {
  it("reads what it wrote, behind any routing frames", () => {
    const message = { type: "execute_request", request: undefined, content: { code: "é" } };
    expect(messageFrom("key", frames("key"))).toMatchObject({ ...message, identities: [] });
    const identities = [Buffer.from("a"), Buffer.from("b")];
    expect(messageFrom("key", frames("key", ["a", "b"]))).toMatchObject({ ...message, identities });
  });

  it("signs as the protocol says: HMAC-SHA256 over the four parts", () => {
    const signature = "4633a89a2244e3e59bedea0cfbd434952842f6c92cdfde5f7519340675b1ad1b";
    const parts = ['{"msg_type":"execute_reply"}', '{"msg_id":"7"}', "{}", '{"status":"ok"}'];
    const received = ["<IDS|MSG>", signature, ...parts].map((frame) => Buffer.from(frame));
    expect(messageFrom("key", received)).toMatchObject({
      type: "execute_reply",
      request: "7",
      content: { status: "ok" },
    });
  });

  it("answers a message with its header as the parent", () => {
    const { header } = messageFrom("key", frames("key"));
    const answer = replyFrames("key", "interrupt_reply", header, { status: "ok" }).map((frame) => Buffer.from(frame));
    expect(messageFrom("key", answer)).toMatchObject({
      type: "interrupt_reply",
      request: "1",
      content: { status: "ok" },
    });
  });

  it("refuses a message that is signed with another key, changed or cut off", () => {
    expect(() => messageFrom("other", frames("key"))).toThrow("wrong signature");
    const changed = frames("key").with(5, Buffer.from('{"code":"e"}'));
    expect(() => messageFrom("key", changed)).toThrow("wrong signature");
    expect(() => messageFrom("key", frames("key").slice(0, 4))).toThrow("not whole");
    expect(() => messageFrom("key", [Buffer.from("x")])).toThrow("not whole");
  });
});
