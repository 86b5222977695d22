import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

export interface FileServer {
  url: string;
  /** The `Range` header of each request, in order. */
  ranges: (string | undefined)[];
}

/** A web server on this machine that answers as `answer` says, and is gone when the test is. */
export async function fileServer(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<FileServer> {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range);
    answer(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return { url: `http://127.0.0.1:${address.port}`, ranges };
}

/** Answers a range request from the middle of the content, as servers of files do. */
export function serveWithRanges(content: Buffer, response: ServerResponse, request: IncomingMessage): void {
  const start = /^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1];
  if (start === undefined) {
    response.writeHead(200, { "content-length": content.length }).end(content);
    return;
  }
  const rest = content.subarray(Number(start));
  const range = `bytes ${start}-${content.length - 1}/${content.length}`;
  response.writeHead(206, { "content-range": range, "content-length": rest.length }).end(rest);
}
