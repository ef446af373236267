import type { Page } from "@playwright/test";
import { Documents, woods } from "../support/documents.js";
import { exported } from "../support/package.js";
import { choose, expect, expectQuiet, file, imported, preview, ready, save, test as base, visit } from "../support/tenon.js";

const test = base.extend<{ documents: Documents }>({
  documents: async ({}, use) => {
    const documents = await Documents.start();
    await use(documents);
    await documents.stop();
  },
});

async function fetchFrom(page: Page, url: string): Promise<void> {
  await page.getByLabel("Address of the document").fill(url);
  await page.getByRole("button", { name: "Fetch", exact: true }).click();
}

test("a document is imported from its address", async ({ maker, documents }) => {
  await visit(maker, "/connectors/new");
  await fetchFrom(maker, `${documents.url}/openapi.json`);
  await expect(preview(maker).getByText(`${documents.url}/openapi.json · OpenAPI 3.0`)).toBeVisible();
  await documents.stop();
  await maker.getByRole("button", { name: "Create connector" }).click();
  await expect(maker).toHaveURL(/\/connectors\/[0-9a-f-]+\/general/);
});

test("what a document refers to comes along, and what cannot be had is named", async ({ maker, documents }) => {
  await visit(maker, "/connectors/new");
  await fetchFrom(maker, `${documents.url}/spread.json`);
  await expect(preview(maker).getByText(`${documents.url}/spread.json · OpenAPI 3.1`)).toBeVisible();
  const findings = maker.getByRole("region", { name: "1 finding" });
  await expect(findings).toContainText(`${documents.url}/schemas/nail.json`);
  await expect(findings).toContainText("404");
  await documents.stop();
  await maker.getByRole("button", { name: "Create connector" }).click();
  await expect(maker).toHaveURL(/\/connectors\/[0-9a-f-]+\/general/);
  await ready(maker);
  const files = await exported(maker, new URL(maker.url()).pathname.split("/")[2] ?? "");
  expect(files["apiDefinition.swagger.json"]).toContain("Name of the wood");
});

test("a large file that the server reads shows how much of it is sent, and can be cancelled", async ({ maker }) => {
  await visit(maker, "/connectors/new");
  await maker.route("**/tenon_reader.*", (route) => route.abort());
  let arrived = () => {};
  const asked = new Promise<void>((resolve) => (arrived = resolve));
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await maker.route("**/preview-import*", async (route) => {
    arrived();
    await held;
    await route.continue().catch(() => {});
  });
  const large = woods("List woods", { "/long": { get: { description: "Oak. ".repeat(400_000), responses: {} } } });
  await maker.locator("input[type=file]").first().setInputFiles(file("large.json", large));
  await asked;
  const under = maker.getByRole("region", { name: "Import under way" });
  await expect(under).toContainText("large.json");
  await under.getByRole("button", { name: "Cancel" }).click();
  await expect(under).toBeHidden();
  go();
  await maker.unroute("**/preview-import*");
  await maker.locator("input[type=file]").first().setInputFiles(file("large.json", large));
  await expect(preview(maker)).toBeVisible();
  expectQuiet(maker, /net::ERR_FAILED/);
});

test("a source that is kept comes back by an export to OpenAPI, and is offered for such documents alone", async ({ maker }) => {
  await choose(maker, file("woods.json", woods()));
  const keep = preview(maker).getByRole("switch", { name: "Keep the source" });
  await expect(keep).not.toBeChecked();
  await keep.check();
  await maker.getByRole("button", { name: "Create connector" }).click();
  await expect(maker).toHaveURL(/\/connectors\/[0-9a-f-]+\/general/);
  const written = await maker.request.get(maker.url().replace(/general.*/, "openapi"));
  expect(await written.json()).toEqual(JSON.parse(woods()));
  const swagger = { swagger: "2.0", info: { title: "Old woods", version: "1" }, paths: {} };
  await choose(maker, file("old.json", JSON.stringify(swagger)));
  await expect(preview(maker)).toBeVisible();
  await expect(keep).toBeHidden();
});

test("a fetch shows how far it is and can be cancelled", async ({ maker, documents }) => {
  await visit(maker, "/connectors/new");
  await fetchFrom(maker, `${documents.url}/endless.json`);
  await expect(maker.getByText(/64 KiB so far/)).toBeVisible();
  await maker.getByRole("button", { name: "Cancel" }).click();
  await expect(maker.getByText(/so far/)).toBeHidden();
  await expect.poll(() => documents.waiting).toBe(false);
  await fetchFrom(maker, `${documents.url}/openapi.json`);
  await expect(preview(maker)).toBeVisible();
});

test("an address inside the network is refused", async ({ maker, documents }) => {
  await visit(maker, "/connectors/new");
  await fetchFrom(maker, "http://10.0.0.7/openapi.json");
  await expect(maker.getByRole("alert").filter({ hasText: "Tenon did not call 10.0.0.7" })).toBeVisible();
  await fetchFrom(maker, `${documents.url}/nothing.json`);
  await expect(maker.getByRole("alert").filter({ hasText: "404" })).toBeVisible();
  expectQuiet(maker, /status of (403|502)/);
});

test("a pasted command line of curl is recognised", async ({ maker }) => {
  await visit(maker, "/connectors/new");
  await maker.getByLabel("Text").fill("curl 'https://woods.example.com/v1/woods?limit=10' -H 'Accept: application/json'");
  await maker.getByRole("button", { name: "Read the text" }).click();
  await expect(preview(maker).getByText("Pasted text · Command lines of curl")).toBeVisible();
  await expect(preview(maker).getByText("https://woods.example.com")).toBeVisible();
});

test("a pasted document is recognised, and the list of connectors is reached from its preview", async ({ maker }) => {
  await visit(maker, "/connectors/new");
  await maker.getByLabel("Text").fill(woods());
  await maker.getByRole("button", { name: "Read the text" }).click();
  await expect(preview(maker).getByText("Pasted text · OpenAPI 3.0")).toBeVisible();
  await maker.getByRole("navigation").getByRole("link", { name: "Connectors" }).first().click();
  await expect(maker.getByRole("heading", { name: "Connectors", level: 1 })).toBeVisible();
  await expect(maker).toHaveURL(/\/connectors$/);
});

test("an update keeps what the maker changed", async ({ maker }) => {
  const id = await imported(maker, file("woods.json", woods()), "My woods");
  await maker.getByRole("textbox", { name: "Description" }).first().fill("Woods that I know.");
  await maker.keyboard.press("Tab");
  await save(maker);

  await maker.getByRole("link", { name: "Update from a source" }).click();
  await expect(maker.getByText("Last imported from")).toContainText("woods.json");
  const more = { "/nails": { get: { operationId: "ListNails", responses: { 200: { description: "OK" } } } } };
  const next = JSON.parse(woods("List all woods", more));
  next.info.title = "Woods of the world";
  await maker.locator("input[type=file]").first().setInputFiles(file("woods-2.json", JSON.stringify(next)));
  await maker.getByRole("button", { name: "Compare with the connector" }).click();
  const clash = maker.getByRole("group", { name: /Name/ });
  await expect(clash.getByRole("radio", { name: /^Mine/ })).toBeChecked();
  await expect(clash).toContainText("Woods of the world");
  await maker.getByRole("button", { name: "Keep as a new version" }).click();

  await expect(maker).toHaveURL(new RegExp(`/connectors/${id}/general`));
  await expect(maker.getByRole("textbox", { name: "Description" }).first()).toHaveValue("Woods that I know.");
  await expect(maker.getByLabel("Name of the connector")).toHaveValue("My woods");
  await visit(maker, `/connectors/${id}/versions`);
  await expect(maker.getByText("Update from woods-2.json")).toBeVisible();
  await visit(maker, `/connectors/${id}/definition`);
  await expect(maker.getByText("List all woods").first()).toBeVisible();
});
