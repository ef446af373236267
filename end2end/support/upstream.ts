import { type IncomingHttpHeaders, type Server as HttpServer, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the upstream service got it. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** An answer that is no JSON. */
export interface Served {
  headers: Record<string, string>;
  bytes: Buffer;
}

/** A real service on this machine that remembers what it was asked. */
export class Upstream {
  readonly received: Received[] = [];
  /** What it answers at a path, without the query; anywhere else it says what it was asked. */
  readonly answers = new Map<string, unknown>();
  /** The same, for answers that are no JSON. */
  readonly files = new Map<string, Served>();
  /** Whether it takes requests and never answers. */
  isSilent = false;
  /** So many left before they had an answer. */
  left = 0;

  private constructor(
    readonly host: string,
    private readonly http: HttpServer,
  ) {}

  static async start(): Promise<Upstream> {
    let upstream: Upstream;
    const http = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { method = "", url = "", headers } = request;
        upstream.received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
        if (upstream.isSilent) {
          response.on("close", () => {
            upstream.left += 1;
          });
          return;
        }
        const path = url.split("?", 1)[0] ?? "";
        const served = upstream.files.get(path);
        if (served) {
          response.writeHead(200, served.headers);
          response.end(served.bytes);
          return;
        }
        const status = url.startsWith("/missing") ? 404 : 200;
        response.writeHead(status, { "content-type": "application/json", "x-served-by": "upstream" });
        const known = upstream.answers.get(path);
        response.end(JSON.stringify(known ?? { ok: status === 200, path: url }));
      });
    });
    await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
    upstream = new Upstream(`127.0.0.1:${(http.address() as AddressInfo).port}`, http);
    return upstream;
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }
}
