import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.js";
import { expect, file, imported, step, test } from "../support/tenon.js";

/** An operation with a body of every kind of value, one with a list in the query, and one that takes a file. */
function workshop(host: string): string {
  const size = { type: "object", required: ["depth"], properties: { depth: { type: "number", "x-ms-summary": "Depth" } } };
  const joint = {
    type: "object",
    required: ["name", "size"],
    properties: {
      id: { type: "integer", readOnly: true },
      name: { type: "string", "x-ms-summary": "Name", description: "What it is called." },
      kind: {
        type: "string",
        enum: ["m", "d"],
        "x-ms-summary": "Kind",
        "x-ms-enum-values": [
          { value: "m", displayName: "Mortise" },
          { value: "d", displayName: "Dovetail" },
        ],
      },
      wood: { type: "string", "x-ms-summary": "Wood", example: "oak" },
      made: { type: "string", format: "date", "x-ms-summary": "Made on" },
      glued: { type: "boolean", "x-ms-summary": "Glued" },
      size: { $ref: "#/definitions/Size" },
      cuts: { type: "array", "x-ms-summary": "Cuts", items: { $ref: "#/definitions/Size" } },
    },
  };
  const answers = { responses: { 200: { description: "OK" } } };
  return JSON.stringify({
    swagger: "2.0",
    info: { title: "Workshop", description: "Makes joints.", version: "1.0" },
    host,
    basePath: "/v1",
    schemes: ["http"],
    paths: {
      "/joints": {
        post: {
          operationId: "CreateJoint",
          summary: "Create joint",
          parameters: [{ name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Joint" } }],
          ...answers,
        },
        get: {
          operationId: "ListJoints",
          summary: "List joints",
          parameters: [
            { name: "ids", in: "query", type: "array", items: { type: "integer" }, collectionFormat: "csv", "x-ms-summary": "Ids" },
          ],
          ...answers,
        },
      },
      "/planks": {
        get: {
          operationId: "ListPlanks",
          summary: "List planks",
          parameters: [
            { name: "shop", in: "query", type: "string", required: true, "x-ms-summary": "Shop" },
            {
              name: "wood",
              in: "query",
              type: "string",
              "x-ms-summary": "Kind of wood",
              "x-ms-dynamic-values": {
                operationId: "ListWoods",
                parameters: { of: { parameter: "shop" } },
                "value-collection": "woods",
                "value-path": "id",
                "value-title": "name",
              },
            },
          ],
          ...answers,
        },
      },
      "/woods": {
        get: {
          operationId: "ListWoods",
          summary: "List woods",
          "x-ms-visibility": "internal",
          parameters: [{ name: "of", in: "query", type: "string", "x-ms-summary": "Of" }],
          ...answers,
        },
      },
      "/drawings": {
        post: {
          operationId: "AddDrawing",
          summary: "Add drawing",
          consumes: ["multipart/form-data"],
          parameters: [
            { name: "title", in: "formData", type: "string", "x-ms-summary": "Title" },
            { name: "drawing", in: "formData", type: "file", required: true, "x-ms-summary": "Drawing" },
          ],
          ...answers,
        },
      },
    },
    definitions: { Joint: joint, Size: size },
  });
}

async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Test operation" }).click();
}

test("a body is filled in member by member, and sent as it was filled in", async ({ maker, upstream }) => {
  await imported(maker, file("workshop.json", workshop(upstream.host)), "Workshop");
  await step(maker, "Test");
  await maker.getByLabel("Operation to call").selectOption("Create joint");
  await expect(maker.getByLabel("Wood")).toHaveValue("oak");
  await run(maker);
  await expect(maker.getByText("Required. Enter a value.")).toHaveCount(2);
  expect(upstream.received).toEqual([]);

  await maker.getByRole("textbox", { name: "Name", exact: true }).fill("Corner");
  await maker.getByLabel("Kind").selectOption("Dovetail");
  await maker.getByLabel("Made on").fill("2026-03-01");
  await maker.getByLabel("Glued").selectOption("false");
  const size = maker.getByRole("group", { name: /^size/ });
  await size.getByLabel("Depth").fill("deep");
  await run(maker);
  await expect(size.getByText(/number/).last()).toBeVisible();
  expect(upstream.received).toEqual([]);
  await size.getByLabel("Depth").fill("12.50");
  await maker.getByRole("button", { name: "Add Cuts" }).click();
  const cuts = maker.getByRole("group", { name: /^Cuts/ });
  await cuts.getByRole("button", { name: "Add an item" }).click();
  await cuts.getByLabel("Depth").fill("3");
  await cuts.getByRole("button", { name: "Add an item" }).click();
  await cuts.getByLabel("Depth").nth(1).fill("4");
  await cuts.getByRole("button", { name: "Remove item 1" }).click();
  await expect(cuts.getByLabel("Depth")).toHaveValue("4");
  await run(maker);
  await expect(maker.getByText("200 OK")).toBeVisible();
  expect(upstream.received[0]?.body).toContain("12.50");
  expect(JSON.parse(upstream.received[0]?.body ?? "")).toEqual({
    name: "Corner",
    kind: "d",
    wood: "oak",
    made: "2026-03-01",
    glued: false,
    size: { depth: 12.5 },
    cuts: [{ depth: 4 }],
  });

  await maker.getByRole("switch", { name: "Write as JSON" }).check();
  const text = maker.getByRole("textbox", { name: "body", exact: true });
  await expect(text).toHaveValue(/"name": "Corner"/);
  await text.fill('{"name": 7}');
  await run(maker);
  await expect.poll(() => upstream.received.length).toBe(2);
  expect(upstream.received[1]?.body).toBe('{"name":7}');
  await text.fill('{"name": ');
  await run(maker);
  await expect(maker.getByText("The body is not JSON: line 1")).toBeVisible();
  await text.fill('{"name": "Lap", "more": [1.0]}');
  await maker.getByRole("switch", { name: "Write as JSON" }).uncheck();
  await expect(maker.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Lap");
  await maker.getByRole("textbox", { name: "Name", exact: true }).fill("Scarf");
  await maker.getByRole("switch", { name: "Write as JSON" }).check();
  await expect(text).toHaveValue(/1\.0/);
  await maker.getByRole("button", { name: "Write every member" }).click();
  await expect(text).toHaveValue(/"glued"/);
});

test("a list in the query has one item in each line, and a file goes along in a form", async ({ maker, upstream }) => {
  await imported(maker, file("workshop.json", workshop(upstream.host)), "Workshop files");
  await step(maker, "Test");
  await maker.getByLabel("Operation to call").selectOption("List joints");
  await maker.getByLabel("Ids").fill("3\n5");
  await run(maker);
  await expect.poll(() => upstream.received.length).toBe(1);
  expect(upstream.received[0]?.url).toMatch(/^\/v1\/joints\?ids=3(,|%2C)5$/);

  await maker.getByLabel("Operation to call").selectOption("Add drawing");
  await run(maker);
  await expect(maker.getByText("Drawing is required. Enter a value.")).toBeVisible();
  const picked = { name: "corner.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg id='of-a-corner'/>") };
  await maker.locator(".file-field input[type=file]").setInputFiles(picked);
  await expect(maker.getByText("corner.svg")).toBeVisible();
  await maker.getByLabel("Title").fill("A corner");
  await run(maker);
  await expect.poll(() => upstream.received.length).toBe(2);
  const sent = upstream.received[1];
  expect(sent?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  expect(sent?.body).toContain('filename="corner.svg"');
  expect(sent?.body).toContain("<svg id='of-a-corner'/>");
  expect(sent?.body).toContain("A corner");
  await maker.getByRole("button", { name: "Take the file back" }).click();
  await run(maker);
  await expect(maker.getByText("Drawing is required. Enter a value.")).toBeVisible();
});

test("choices come from the operation that supplies them", async ({ maker, upstream }) => {
  upstream.answers.set("/v1/woods", { woods: [{ id: "o", name: "Oak" }, { id: "a", name: "Ash" }] });
  await imported(maker, file("workshop.json", workshop(upstream.host)), "Workshop choices");
  await step(maker, "Test");
  await maker.getByLabel("Operation to call").selectOption("List planks");
  await maker.getByRole("button", { name: "Load the choices" }).click();
  await expect(maker.getByText("The choices depend on “shop”. Fill it in first.")).toBeVisible();
  expect(upstream.received).toEqual([]);
  await maker.getByLabel("Shop").fill("north");
  await maker.getByRole("button", { name: "Load the choices" }).click();
  await maker.getByLabel("Choices for Kind of wood").selectOption("Ash");
  expect(upstream.received[0]?.url).toBe("/v1/woods?of=north");
  await expect(maker.getByRole("textbox", { name: "Kind of wood" })).toHaveValue("a");
  await run(maker);
  await expect.poll(() => upstream.received.length).toBe(2);
  expect(upstream.received[1]?.url).toBe("/v1/planks?shop=north&wood=a");

  upstream.answers.set("/v1/woods", { woods: "none" });
  await maker.getByRole("button", { name: "Load the choices" }).click();
  await expect(maker.getByText("The answer of the operation “ListWoods” has no list at “woods”")).toBeVisible();
});

test("what does not fit is said while it is typed, and can be sent all the same", async ({ maker, upstream }) => {
  test.setTimeout(120_000);
  const definition = JSON.parse(workshop(upstream.host));
  definition.paths["/woods"] = {
    get: {
      operationId: "ListWoods",
      summary: "List woods",
      parameters: [
        { name: "limit", in: "query", type: "integer", minimum: 1, maximum: 50, "x-ms-summary": "Limit" },
        { name: "code", in: "query", type: "string", pattern: "^[A-Z]{2}$", required: true, "x-ms-summary": "Code" },
      ],
      responses: { 200: { description: "OK" } },
    },
  };
  await imported(maker, file("woods.json", JSON.stringify(definition)), "Woods");
  await step(maker, "Test");
  await maker.getByLabel("Operation to call").selectOption("List woods");
  const limit = maker.getByLabel("Limit");
  await limit.pressSequentially("60");
  await expect(maker.getByText(/60 is more than 50/)).toBeVisible();
  await expect(limit).toHaveAttribute("aria-invalid", "true");
  // Nobody is told of a field that they did not come to yet, nor asked to send what is half written.
  await expect(maker.getByText("Code is required. Enter a value.")).toHaveCount(0);
  await expect(maker.getByRole("button", { name: "Send anyway" })).toHaveCount(0);
  await limit.fill("5");
  await expect(maker.getByText(/is more than 50/)).toHaveCount(0);
  await run(maker);
  await expect(maker.getByText("Code is required. Enter a value.")).toBeVisible();
  expect(upstream.received).toEqual([]);

  await maker.getByLabel("Code").fill("oak");
  await expect(maker.getByText(/does not match the pattern/)).toBeVisible();
  await limit.fill("many");
  await expectAccessible(maker);
  await maker.getByRole("button", { name: "Send anyway" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  await expect(maker.getByRole("button", { name: "Send anyway" })).toBeVisible();
  await maker.getByLabel("Code").fill("OA");
  await limit.fill("7");
  await expect(maker.getByRole("button", { name: "Send anyway" })).toHaveCount(0);
  await run(maker);
  await expect(maker.getByText(/limit=7/).first()).toBeVisible();
  expect(upstream.received.map((own) => own.url)).toEqual(["/v1/woods?limit=many&code=oak", "/v1/woods?limit=7&code=OA"]);
});
