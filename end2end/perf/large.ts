/** A definition of ours with so many operations, each with parameters, a body and an answer. */
export function large(operations: number): string {
  const paths: Record<string, unknown> = {};
  for (let number = 0; number < operations; number++) {
    const name = String(number).padStart(4, "0");
    const isGet = number % 2 === 0;
    const parameters: unknown[] = [
      { name: "id", in: "path", required: true, type: "string", "x-ms-summary": "Joint", "x-ms-url-encoding": "single" },
    ];
    if (isGet) {
      parameters.push({ name: "limit", in: "query", type: "integer", "x-ms-summary": "Limit" });
    } else {
      parameters.push({ name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Joint" } });
    }
    paths[`/shops/${name}/joints/{id}`] = {
      [isGet ? "get" : "post"]: {
        operationId: `${isGet ? "Get" : "Make"}Joint${name}`,
        summary: `${isGet ? "Get" : "Make"} joint ${name}`,
        description: `Works on the joints of shop ${name}.`,
        parameters,
        responses: { 200: { description: "OK", schema: { $ref: "#/definitions/Joint" } } },
      },
    };
  }
  return JSON.stringify({
    swagger: "2.0",
    info: { title: "Shops", description: "Joints of many shops.", version: "1.0" },
    host: "api.example.com",
    basePath: "/v1",
    schemes: ["https"],
    paths,
    definitions: {
      Joint: {
        type: "object",
        properties: {
          name: { type: "string", "x-ms-summary": "Name", description: "What it is called." },
          depth: { type: "integer", "x-ms-summary": "Depth", description: "How deep it is." },
        },
      },
    },
  });
}
