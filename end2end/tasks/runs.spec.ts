import type { Page } from "@playwright/test";
import { joints } from "../support/joints.js";
import { expect, file, imported, step, test, visit } from "../support/tenon.js";

/** Makes a connection with an API key in the Test step. */
async function connected(maker: Page, name: string): Promise<void> {
  await maker.getByRole("button", { name: "New connection" }).click();
  const dialog = maker.getByRole("dialog", { name: "New connection" });
  await dialog.getByLabel("Connection name").fill(name);
  await dialog.locator("input[type=password]").fill("planted/key+7");
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(dialog).toBeHidden();
}

test("a call is found again among the runs, looked at, and made again", async ({ maker, upstream }) => {
  const definition = JSON.parse(joints(upstream.host));
  definition.paths["/joints"].get.responses[200].schema = { type: "object", properties: { ok: { type: "string" } } };
  const id = await imported(maker, file("joints.json", JSON.stringify(definition)), "Kept calls");
  await step(maker, "Test");
  await maker.getByLabel("Wood").fill("oak");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  await maker.getByLabel("Operation to call").selectOption("Get joint");
  await maker.getByLabel("id", { exact: true }).fill("7");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText(/\/v1\/joints\/7/).first()).toBeVisible();

  await maker.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Runs" }).click();
  await expect(maker).toHaveURL(/\/runs$/);
  const rows = maker.getByRole("region", { name: "Runs" }).locator("tbody tr");
  await expect(rows.first()).toContainText("Get joint");
  await visit(maker, `/runs?connector=${id}&wanted=contradicting`);
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("Not as defined");
  const drift = maker.getByRole("region", { name: /what came back, against version 1/ });
  await expect(drift).toContainText("1 of 1 not as defined");
  await expect(drift).toContainText("/ok: another type (1)");
  await visit(maker, `/runs?connector=${id}`);
  await maker.getByRole("searchbox", { name: "Search operation or URL" }).fill("wood=oak");
  await maker.getByRole("button", { name: "Search", exact: true }).click();
  await expect(rows).toHaveCount(1);

  await rows.first().getByRole("link", { name: "List joints" }).click();
  await expect(maker.getByRole("heading", { name: "List joints" })).toBeVisible();
  await expect(maker.getByRole("region", { name: "Against the definition" })).toContainText("Another type");
  await expect(maker.getByRole("region", { name: "Request as sent" })).toContainText("wood=oak");
  const first = maker.url();
  await maker.getByRole("button", { name: "Run again" }).click();
  await expect(maker).not.toHaveURL(first);
  await expect(maker.getByRole("region", { name: "Request as sent" })).toContainText("wood=oak");
  expect(upstream.received.map(({ url }) => url)).toEqual([
    "/v1/joints?limit=10&wood=oak",
    "/v1/joints/7",
    "/v1/joints?limit=10&wood=oak",
  ]);
});

test("runs are filtered, and the address of what is shown can be shared", async ({ maker, upstream, secondBrowser }) => {
  const id = await imported(maker, file("joints.json", joints(upstream.host)), "Filtered calls");
  await step(maker, "Test");
  await maker.getByLabel("Operation to call").selectOption("Get joint");
  for (const joint of ["7", "8"]) {
    await maker.getByLabel("id", { exact: true }).fill(joint);
    await maker.getByRole("button", { name: "Test operation" }).click();
    await expect(maker.getByText(new RegExp(`/v1/joints/${joint}`)).first()).toBeVisible();
  }
  await maker.getByLabel("Operation to call").selectOption("List joints");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText(/\/v1\/joints\?/).first()).toBeVisible();

  await visit(maker, `/runs?connector=${id}`);
  const rows = maker.getByRole("region", { name: "Runs" }).locator("tbody tr");
  await expect(rows).toHaveCount(3);
  await expect(maker.getByText("3 runs", { exact: true })).toBeVisible();
  await maker.getByText("More filters").click();
  await maker.getByRole("combobox", { name: "Operation", exact: true }).selectOption("Get joint (GET /joints/{id})");
  await maker.getByRole("combobox", { name: "When" }).selectOption("Last hour");
  await maker.getByRole("textbox", { name: "From" }).fill("2020-01-02T03:04");
  await maker.getByRole("button", { name: "Show runs" }).click();
  await expect(rows).toHaveCount(2);
  await expect(maker.getByText("2 runs", { exact: true })).toBeVisible();
  await expect(maker).toHaveURL(/operation=GET%20%2Fjoints%2F%7Bid%7D&within=1h&from=20\d\d-[^&]*Z$/);
  const chosen = maker.getByRole("group", { name: "Filters" });
  await expect(chosen).toContainText("Connector: Filtered calls");

  await maker.reload();
  await expect(rows).toHaveCount(2);
  await maker.getByText("More filters").click();
  await expect(maker.getByRole("textbox", { name: "From" })).toHaveValue("2020-01-02T03:04");
  const other = await secondBrowser();
  await visit(other, new URL(maker.url()).pathname + new URL(maker.url()).search);
  await expect(other.getByRole("region", { name: "Runs" }).locator("tbody tr")).toHaveCount(2);

  await maker.getByRole("link", { name: "Remove the filter Operation" }).click();
  await expect(rows).toHaveCount(3);
  await maker.getByRole("combobox", { name: "Result" }).selectOption("Cancelled");
  await maker.getByRole("button", { name: "Show runs" }).click();
  await expect(maker.getByRole("heading", { name: "No run fits" })).toBeVisible();
  await maker.getByRole("group", { name: "Filters" }).getByRole("link", { name: "Clear all" }).click();
  await expect(maker).toHaveURL(/\/runs$/);
  await expect(rows.nth(2)).toBeVisible();
  await maker.goBack();
  await expect(maker.getByRole("heading", { name: "No run fits" })).toBeVisible();
});

test("runs are filtered before the app has come", async ({ browser, maker, server, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host)), "Early calls");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  const plain = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    storageState: await maker.context().storageState(),
  });
  const page = await plain.newPage();
  await page.goto("/runs");
  await page.getByText("More filters").click();
  await page.getByRole("combobox", { name: "Result" }).selectOption("Responses 5xx");
  await page.getByRole("button", { name: "Show runs" }).click();
  await expect(page.getByRole("heading", { name: "No run fits" })).toBeVisible();
  await plain.close();
});

test("a run is read in German", async ({ maker, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host)), "German calls");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  await maker.context().addCookies([{ name: "tenon.language", value: "de", url: new URL(maker.url()).origin }]);
  await visit(maker, "/runs");
  await maker.getByRole("region", { name: "Ausführungen" }).getByRole("link", { name: "List joints" }).first().click();
  await expect(maker.getByRole("button", { name: "Noch einmal ausführen" })).toBeVisible();
});

test("a call whose connection was deleted is made again with another", async ({ maker, upstream }) => {
  const definition = file("joints.json", joints(upstream.host, "key"));
  const id = await imported(maker, definition, "Calls with keys");
  await step(maker, "Test");
  await connected(maker, "First key");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  await maker.getByRole("button", { name: "Delete connection" }).click();
  const asking = maker.getByRole("dialog", { name: "Delete the connection?" });
  await asking.getByRole("button", { name: "Delete connection" }).click();
  await expect(asking).toBeHidden();

  await visit(maker, `/runs?connector=${id}`);
  await maker.getByRole("link", { name: "List joints" }).click();
  await expect(maker.getByText("The connection of this call was deleted")).toBeVisible();
  await expect(maker.getByRole("button", { name: "Run again" })).toHaveCount(0);
  const run = maker.url();
  await maker.getByRole("link", { name: "Make one in the Test step" }).click();
  await connected(maker, "Second key");
  await visit(maker, run);
  await maker.getByLabel("Connection to use").selectOption("Second key");
  await maker.getByRole("button", { name: "Run again" }).click();
  await expect(maker).not.toHaveURL(run);
  await expect(maker.getByText("200 OK")).toBeVisible();
  expect(upstream.received).toHaveLength(2);
});

test("the runs fit a narrow window", async ({ maker }) => {
  await maker.setViewportSize({ width: 390, height: 800 });
  await visit(maker, "/runs?wanted=4xx&within=7d&from=2020-01-02T03:04Z&connector=");
  // The filters are folded, and what is asked for stands there all the same.
  await expect(maker.getByRole("combobox", { name: "Operation", exact: true })).toBeHidden();
  await expect(maker.getByRole("link", { name: "Remove the filter When: Last 7 days" })).toBeVisible();
  await maker.getByText("More filters").click();
  await expect(maker.getByRole("combobox", { name: "Operation", exact: true })).toBeVisible();
  const wide = await maker.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide).toBe(false);
});
