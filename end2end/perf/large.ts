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

/** A description in OpenAPI 3.1 of 13 MB with so many operations: what a large API brings to an import. */
export function described(operations: number): string {
  const words = "What it is, how it is written, and what becomes of it when somebody leaves it out of the call. ";
  const property = (number: number) => {
    const description = `${words}Property ${number}.`;
    switch (number % 4) {
      case 0:
        return { type: ["string", "null"], description };
      case 1:
        return { type: "integer", format: "int64", description };
      case 2:
        return { type: "array", items: { type: "string" }, description };
      default:
        return { $ref: `#/components/schemas/Joint${number % 100}`, description };
    }
  };
  const object = (from: number, count: number) => ({
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`property${from + at}`, property(from + at)]),
    ),
  });
  const body = (from: number) => ({
    description: "A joint",
    content: { "application/json": { schema: object(from, 17) } },
  });
  const operation = (number: number) => ({
    operationId: `MakeJoint${number}`,
    summary: `Make joint ${number}`,
    tags: [`Shop ${number % 40}`],
    description: words.repeat(6),
    parameters: Array.from({ length: 16 }, (_, at) => ({
      name: `p${at}`,
      in: "query",
      description: words.repeat(2),
      schema: { type: "string", maxLength: 40 },
    })),
    requestBody: body(number),
    responses: { 200: body(number + 1), "4XX": { description: "Wrong" } },
  });
  const numbers = Array.from({ length: operations }, (_, number) => number);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Many shops", version: "1" },
    servers: [{ url: "https://api.example.com/v1" }],
    paths: Object.fromEntries(numbers.map((number) => [`/shops/${number}/joints`, { post: operation(number) }])),
    components: {
      schemas: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`Joint${at}`, object(at, 4)])),
    },
  });
}
