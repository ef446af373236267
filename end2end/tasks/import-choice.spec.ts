import type { Page } from "@playwright/test";
import { woods } from "../support/documents.js";
import { exported } from "../support/package.js";
import { choose, expect, file, preview, ready, test } from "../support/tenon.js";

/** The table of the operations that a file holds. */
function operations(page: Page) {
  return page.getByRole("region", { name: "List of operations" });
}

async function created(page: Page): Promise<string[]> {
  await page.getByRole("button", { name: "Create connector" }).click();
  await expect(page).toHaveURL(/\/connectors\/[0-9a-f-]+\/general/);
  await ready(page);
  const files = await exported(page, new URL(page.url()).pathname.split("/")[2] ?? "");
  const { paths } = JSON.parse(files["apiDefinition.swagger.json"] ?? "");
  return Object.values(paths as Record<string, Record<string, { operationId: string }>>)
    .flatMap((item) => Object.values(item))
    .map((operation) => operation.operationId);
}

test("only what is found and chosen becomes a connector", async ({ maker }) => {
  await choose(maker, file("woods.json", woods()));
  await expect(maker.getByText("3 of 3 chosen")).toBeVisible();
  await maker.getByLabel("Search operations").fill("woods");
  await maker.getByRole("button", { name: "Choose only the 1 found" }).click();
  await expect(maker.getByText("1 of 3 chosen")).toBeVisible();
  expect(await created(maker)).toEqual(["ListWoods"]);
});

test("a tag is left out by one click, and an operation of it taken again", async ({ maker }) => {
  await choose(maker, file("woods.json", woods()));
  await maker.getByRole("checkbox", { name: /^Joints/ }).uncheck();
  await expect(maker.getByText("1 of 3 chosen")).toBeVisible();
  await operations(maker).getByRole("checkbox", { name: "Take Create joint" }).check();
  await expect(maker.getByRole("checkbox", { name: /^Joints 1 of 2/ })).toBeVisible();
  expect(await created(maker)).toEqual(["CreateJoint", "ListWoods"]);
});

test("without an operation there is nothing to create", async ({ maker }) => {
  await choose(maker, file("woods.json", woods()));
  await maker.getByRole("button", { name: "Clear all" }).click();
  await expect(maker.getByText("No operation is chosen. Choose at least one.")).toBeVisible();
  await expect(maker.getByRole("button", { name: "Create connector" })).toBeDisabled();
  await maker.getByRole("button", { name: "Choose all" }).click();
  await expect(maker.getByRole("button", { name: "Create connector" })).toBeEnabled();
});

test("an API of a thousand operations is listed whole", async ({ maker }) => {
  const more = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [
      `/parts/${at}`,
      { get: { operationId: `GetPart${at}`, summary: `Get part ${at}`, responses: { 200: { description: "OK" } } } },
    ]),
  );
  await choose(maker, file("woods.json", woods("List woods", more)));
  await expect(maker.getByText("1003 of 1003 chosen")).toBeVisible();
  await operations(maker).evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
  await expect(operations(maker).getByRole("row", { name: /GetPart999/ })).toBeVisible();
});

test("an entry of the ledger leads to its place in the source and in the connector", async ({ maker }) => {
  await choose(maker, file("woods.json", woods()));
  await expect(preview(maker)).toBeVisible();
  const list = maker.getByRole("region", { name: "List of what changes" });
  await maker.getByLabel("Search what changes").fill("Wood/not");
  const entry = list.getByRole("button", { name: /components\/schemas\/Wood\/not/ });
  await entry.click();
  const place = maker.getByRole("region", { name: "Where it is" });
  await expect(place.locator("[aria-current=location]")).toContainText('"not": {');
  await expect(place.getByText("/definitions/Wood", { exact: true })).toBeVisible();
  await expect(place.getByRole("region", { name: "What the connector has there" })).toContainText("object");
  const fates = maker.getByRole("group", { name: "What became of it" });
  const count = await fates.getByRole("button").count();
  expect(count).toBeGreaterThan(0);
  await maker.getByLabel("Search what changes").fill("");
  await fates.getByRole("button").first().click();
  await expect(fates.getByRole("button").first()).toHaveAttribute("aria-pressed", "true");
});
