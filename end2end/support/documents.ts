import { type Server as HttpServer, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A document of OpenAPI 3 with two tags, and a schema that Swagger 2.0 cannot say. */
export function woods(summary = "List woods", more: object = {}): string {
  const operation = (operationId: string, tag: string, summary: string) => ({
    operationId,
    summary,
    tags: [tag],
    responses: { 200: { description: "OK" } },
  });
  const document = {
    openapi: "3.0.3",
    info: { title: "Woods", version: "1" },
    servers: [{ url: "https://woods.example.com/v1" }],
    paths: {
      "/joints": {
        get: operation("ListJoints", "Joints", "List joints"),
        post: operation("CreateJoint", "Joints", "Create joint"),
      },
      "/woods": { get: operation("ListWoods", "Woods", summary) },
      ...more,
    },
    components: { schemas: { Wood: { type: "object", not: { type: "string" } } } },
  };
  return JSON.stringify(document, null, 2);
}

/** A document of OpenAPI 3 that refers to a schema beside it, and to one that is not there. */
export function spread(description = ""): string {
  const answer = (to: string) => ({ description: "OK", content: { "application/json": { schema: { $ref: to } } } });
  const get = (operationId: string, to: string) => ({
    get: { operationId, summary: operationId, responses: { 200: answer(to) } },
  });
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Woods", description, version: "1" },
    servers: [{ url: "https://woods.example.com/v1" }],
    paths: { "/woods": get("GetWood", "schemas/wood.json"), "/nails": get("GetNail", "schemas/nail.json") },
  });
}

/** A service of this machine that has a document, and one that never ends. */
export class Documents {
  /** Whether the document that never ends is still asked for. */
  waiting = false;

  private constructor(
    readonly url: string,
    private readonly http: HttpServer,
  ) {}

  static async start(): Promise<Documents> {
    let documents: Documents;
    const http = createServer((request, response) => {
      if (request.url === "/openapi.json") {
        response.writeHead(200, { "content-type": "application/json" }).end(woods());
      } else if (request.url === "/spread.json") {
        response.writeHead(200, { "content-type": "application/json" }).end(spread());
      } else if (request.url === "/spread-wide.json") {
        const large = spread("Woods of many lands. ".repeat(60_000));
        response.writeHead(200, { "content-type": "application/json" }).end(large);
      } else if (request.url === "/schemas/wood.json") {
        const wood = { type: "object", properties: { name: { type: "string", "x-ms-summary": "Name of the wood" } } };
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(wood));
      } else if (request.url === "/endless.json") {
        documents.waiting = true;
        response.on("close", () => (documents.waiting = false));
        response.writeHead(200, { "content-type": "application/json", "content-length": "1048576" });
        response.write(" ".repeat(64 * 1024));
      } else {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
    documents = new Documents(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, http);
    return documents;
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }
}
