/** A small definition of ours, for tests that need to know what is in it. */
export function joints(host: string, security: "none" | "basic" | "key" = "none"): string {
  const definitions = {
    none: {},
    basic: { basic_auth: { type: "basic" } },
    key: { api_key: { type: "apiKey", in: "header", name: "X-Joint-Key" } },
  }[security];
  return JSON.stringify(
    {
      swagger: "2.0",
      info: { title: "Joints", description: "Wood joints and where they hold.", version: "1.0" },
      host,
      basePath: "/v1",
      schemes: ["http"],
      "x-kept-as-it-is": { z: 1, a: [1.5, null, "ü"] },
      paths: {
        "/joints": {
          get: {
            operationId: "ListJoints",
            summary: "List joints",
            description: "Lists the joints.",
            parameters: [
              { name: "limit", in: "query", type: "integer", required: false, default: 10, "x-ms-summary": "Limit" },
              { name: "wood", in: "query", type: "string", "x-ms-summary": "Wood" },
            ],
            responses: { 200: { description: "OK" } },
          },
          post: {
            operationId: "CreateJoint",
            summary: "Create joint",
            description: "Creates a joint.",
            parameters: [
              {
                name: "body",
                in: "body",
                required: true,
                schema: { type: "object", properties: { name: { type: "string" }, depth: { type: "integer" } } },
              },
            ],
            responses: { 201: { description: "Created" } },
          },
        },
        "/joints/{id}": {
          get: {
            operationId: "GetJoint",
            summary: "Get joint",
            description: "Gets a joint.",
            parameters: [{ name: "id", in: "path", type: "string", required: true }],
            responses: { 200: { description: "OK" } },
          },
        },
      },
      securityDefinitions: definitions,
      security: Object.keys(definitions).map((name) => ({ [name]: [] })),
    },
    null,
    2,
  );
}
