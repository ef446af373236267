import type { Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { described } from "../perf/large.js";
import { Documents, woods } from "../support/documents.js";
import { type PickedFile, choose, expect, expectQuiet, file, preview, test, visit } from "../support/tenon.js";

/** A large file is read by a worker of the browser; the server reads it where that cannot be. */
const reader = "**/tenon_reader.*";

declare global {
  interface Window {
    /** What workers said. */
    said: unknown[];
  }
}

/** Has every page that this one goes to take down what workers say. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.said = [];
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener("message", ({ data }) => window.said.push(data));
      }
    };
  });
}

/** What the worker answered last. */
async function answer(page: Page): Promise<any> {
  const text = await page.evaluate(() => new TextDecoder().decode(window.said.at(-1) as Uint8Array));
  return JSON.parse(text);
}

/** What the server says that a file holds. */
async function asTheServerSays(page: Page, picked: PickedFile): Promise<any> {
  const response = await page.request.post("/api/preview-import", {
    headers: { accept: "application/json", origin: new URL(page.url()).origin },
    multipart: { file: picked },
  });
  return response.json();
}

/** The paths to which the page sends something from now on. */
function sending(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") {
      paths.push(new URL(request.url()).pathname);
    }
  });
  return paths;
}

function underway(page: Page) {
  return page.getByRole("region", { name: "Import under way" });
}

/** A file of two MB of OpenAPI, in JSON of several lines. */
function large(): string {
  return JSON.stringify(JSON.parse(described(120)), null, 1);
}

/** A large definition in YAML. */
function yaml(): string {
  const operation = (number: number) => [
    `  /joints/${number}:`,
    "    get:",
    `      operationId: GetJoint${number}`,
    `      description: ${"Holds without glue. ".repeat(60)}`,
    "      responses:",
    "        200: { description: OK }",
  ];
  const operations = Array.from({ length: 1_000 }, (_, number) => operation(number));
  return ['swagger: "2.0"', "info: { title: Joints, version: '1' }", "paths:", ...operations.flat(), ""].join("\n");
}

/** A large package. */
function zip(): Buffer {
  const files = {
    "apiDefinition.swagger.json": strToU8(JSON.stringify({ swagger: "2.0", info: { title: "W", version: "1" }, paths: {} })),
    "apiProperties.json": strToU8('{ "properties": {} }'),
    "readme.md": new Uint8Array(1_500_000).fill(0x61),
  };
  return Buffer.from(zipSync(files, { level: 0 }));
}

for (const picked of [file("large.json", large()), file("large.yaml", yaml()), file("large.zip", zip())]) {
  test(`a large file is read without being sent, and said to hold what the server says: ${picked.name}`, async ({ maker }) => {
    await listen(maker);
    await visit(maker, "/connectors/new");
    const sent = sending(maker);
    await maker.locator("input[type=file]").first().setInputFiles(picked);
    await expect(preview(maker)).toBeVisible({ timeout: 30_000 });
    expect(sent).toEqual([]);
    expect(maker.workers()).toEqual([]);
    expect(await answer(maker)).toEqual({ Ok: await asTheServerSays(maker, picked) });
  });
}

test("a large file that is kept shows how much of it is sent", async ({ maker }) => {
  await choose(maker, file("large.json", large()));
  await expect(maker.getByText("120 of 120 chosen")).toBeVisible({ timeout: 30_000 });
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await maker.route("**/create-import*", async (route) => {
    await held;
    await route.continue();
  });
  await maker.getByRole("button", { name: "Create connector" }).click();
  await expect(underway(maker)).toContainText("large.json");
  await expect(underway(maker).getByRole("progressbar")).toBeVisible();
  go();
  await expect(maker).toHaveURL(/\/connectors\/[0-9a-f-]+\/general/);
});

test("a large document that was fetched is read with what it refers to, without being sent back", async ({ maker }) => {
  const documents = await Documents.start();
  await visit(maker, "/connectors/new");
  const sent = sending(maker);
  await maker.getByLabel("Address of the document").fill(`${documents.url}/spread-wide.json`);
  await maker.getByRole("button", { name: "Fetch", exact: true }).click();
  await expect(preview(maker)).toBeVisible({ timeout: 30_000 });
  await expect(maker.getByRole("region", { name: "1 finding" })).toContainText(`${documents.url}/schemas/nail.json`);
  expect(sent).toEqual(["/api/fetch-source"]);
  await documents.stop();
});

test("the reading of a large file can be cancelled", async ({ maker }) => {
  await visit(maker, "/connectors/new");
  const sent = sending(maker);
  const began = maker.waitForEvent("worker");
  await maker.locator("input[type=file]").first().setInputFiles(file("larger.json", described(1_100)));
  await began;
  await expect(underway(maker)).toContainText("Reading larger.json");
  await underway(maker).getByRole("button", { name: "Cancel" }).click();
  await expect(underway(maker)).toBeHidden();
  await expect.poll(() => maker.workers().length).toBe(0);
  await maker.locator("input[type=file]").first().setInputFiles(file("small.json", woods()));
  await expect(preview(maker).getByText("small.json")).toBeVisible();
  expect(sent).toEqual(["/api/preview-import"]);
});

test("a large file that is broken is refused with its line and column, without being sent", async ({ maker }) => {
  await visit(maker, "/connectors/new");
  const sent = sending(maker);
  const broken = large().replace(/"operationId": "MakeJoint110",/, '"operationId" "MakeJoint110",');
  const line = broken.slice(0, broken.indexOf('"operationId" ')).split("\n").length;
  await maker.locator("input[type=file]").first().setInputFiles(file("broken.json", broken));
  const alert = maker.getByRole("alert").filter({ hasText: new RegExp(`line ${line}, column \\d+`, "i") });
  await expect(alert).toBeVisible({ timeout: 30_000 });
  expect(sent).toEqual([]);
});

test("where no worker can be had, a large file is sent and read by the server", async ({ maker }) => {
  await visit(maker, "/connectors/new");
  const sent = sending(maker);
  await maker.route(reader, (route) => route.abort());
  await maker.locator("input[type=file]").first().setInputFiles(file("large.json", large()));
  await expect(maker.getByText("120 of 120 chosen")).toBeVisible();
  expect(sent).toEqual(["/api/preview-import"]);
  expectQuiet(maker, /net::ERR_FAILED/);
});

test("a worker that says nothing is not waited for", async ({ maker }) => {
  await maker.clock.install();
  await visit(maker, "/connectors/new");
  const sent = sending(maker);
  await maker.route(reader, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  const began = maker.waitForEvent("worker");
  await maker.locator("input[type=file]").first().setInputFiles(file("large.json", large()));
  await began;
  await expect(underway(maker)).toContainText("Reading large.json");
  expect(sent).toEqual([]);
  await maker.clock.fastForward("00:30");
  await expect(maker.getByText("120 of 120 chosen")).toBeVisible();
  expect(sent).toEqual(["/api/preview-import"]);
  expect(maker.workers()).toEqual([]);
});
