import type { Upstream } from "./upstream.js";

/** Orders whose details depend on their kind, and that lie in folders in folders. */
export function orders(host: string): string {
  const answers = { responses: { 200: { description: "OK" } } };
  const kind = { name: "kind", in: "query", type: "string", required: true, "x-ms-summary": "Kind" };
  const level = { itemsPath: "folders", itemValuePath: "id", itemTitlePath: "name", itemFullTitlePath: "path", itemIsParent: "has" };
  const tree = {
    settings: { canSelectParentNodes: false, canSelectLeafNodes: true },
    open: { operationId: "ListFolders", ...level },
    browse: { operationId: "ListIn", ...level, parameters: { id: { selectedItemValuePath: "id" } } },
  };
  const order = {
    type: "object",
    properties: {
      name: { type: "string", "x-ms-summary": "Name" },
      folder: { type: "string", "x-ms-summary": "Folder", "x-ms-dynamic-tree": tree },
      details: {
        type: "object",
        "x-ms-summary": "Details",
        "x-ms-dynamic-schema": { operationId: "GetFields", parameters: { kind: { parameter: "kind" } }, "value-path": "schema" },
        "x-ms-dynamic-properties": {
          operationId: "GetFields",
          parameters: { kind: { parameterReference: "kind" } },
          itemValuePath: "schema",
        },
      },
    },
  };
  const whole = { operationId: "GetFields", parameters: { kind: { parameter: "kind" } }, "value-path": "Schema/properties" };
  return JSON.stringify({
    swagger: "2.0",
    info: { title: "Orders", description: "Takes orders.", version: "1.0" },
    host,
    basePath: "/v1",
    schemes: ["http"],
    paths: {
      "/orders": {
        post: {
          operationId: "CreateOrder",
          summary: "Create order",
          parameters: [kind, { name: "body", in: "body", required: true, schema: order }],
          ...answers,
        },
        put: {
          operationId: "ReplaceOrder",
          summary: "Replace order",
          parameters: [kind, { name: "order", in: "body", required: true, schema: { "x-ms-dynamic-schema": whole } }],
          ...answers,
        },
      },
      "/fields": { get: { operationId: "GetFields", summary: "Get fields", parameters: [kind], ...answers } },
      "/woods": { get: { operationId: "ListWoods", summary: "List woods", ...answers } },
      "/folders": { get: { operationId: "ListFolders", summary: "List folders", ...answers } },
      "/folders/{id}": {
        get: {
          operationId: "ListIn",
          summary: "List what is in a folder",
          parameters: [{ name: "id", in: "path", type: "string", required: true }],
          ...answers,
        },
      },
    },
    definitions: { Size: { type: "object", required: ["depth"], properties: { depth: { type: "number", title: "Depth" } } } },
  });
}

/** What the service says of the details of a table. */
export const table = {
  type: "object",
  required: ["length", "size"],
  properties: {
    length: { type: "number", title: "Length" },
    finish: { type: "string", title: "Finish", enum: ["oil", "wax"], default: "oil" },
    due: { type: "string", title: "Due", format: "date" },
    wood: {
      type: "string",
      title: "Wood",
      "x-ms-dynamic-list": { operationId: "ListWoods", itemsPath: "woods", itemValuePath: "id", itemTitlePath: "name" },
    },
    size: { $ref: "#/definitions/Size" },
    legs: { type: "array", title: "Legs", items: { $ref: "#/definitions/Size" } },
    inner: { $ref: "#/definitions/Inner" },
  },
  definitions: {
    Inner: { type: "object", title: "Inner", properties: { note: { type: "string", title: "Note" }, inner: { $ref: "#/definitions/Inner" } } },
  },
};

/** Has the service supply fields, choices and folders. */
export function supplies(upstream: Upstream): void {
  upstream.answers.set("/v1/fields", { schema: table });
  upstream.answers.set("/v1/woods", { woods: [{ id: "o", name: "Oak" }, { id: "a", name: "Ash" }] });
  const folders = [{ id: "w", name: "Workshop", path: "/Workshop", has: true }, { id: "x", name: "Attic", path: "/Attic", has: true }];
  upstream.answers.set("/v1/folders", { folders });
  const inside = [
    { id: "w-1", name: "Tables", path: "/Workshop/Tables", has: true },
    { id: "w-2", name: "Notes", path: "/Workshop/Notes", has: false },
  ];
  upstream.answers.set("/v1/folders/w", { folders: inside });
  upstream.answers.set("/v1/folders/w-1", { folders: [{ id: "w-1-1", name: "Oak tables", path: "/Workshop/Tables/Oak tables", has: false }] });
  upstream.answers.set("/v1/folders/x", { files: [] });
}
