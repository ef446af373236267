import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.js";
import { orders, supplies, table } from "../support/orders.js";
import { expect, file, imported, step, test, visit } from "../support/tenon.js";
import type { Upstream } from "../support/upstream.js";

// axe-core looks at the page in two themes and two widths, which takes its time.
test.describe.configure({ timeout: 180_000 });

/** Opens the Test step with an operation; the id of the connector. */
async function opened(maker: Page, upstream: Upstream, title: string, operation: string): Promise<string> {
  supplies(upstream);
  const id = await imported(maker, file("orders.json", orders(upstream.host)), title);
  await step(maker, "Test");
  await maker.getByLabel("Operation to call").selectOption(operation);
  return id;
}

async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Test operation" }).click();
}

test("the fields of a value come from the operation that supplies its schema, and are sent", async ({ maker, upstream }) => {
  const id = await opened(maker, upstream, "Orders with details", "Create order");
  const load = maker.getByRole("button", { name: "Load the fields" });
  await load.click();
  await expect(maker.getByText("The fields depend on “kind”. Fill it in first.")).toBeVisible();
  expect(upstream.received).toEqual([]);

  await maker.getByRole("textbox", { name: "Kind" }).fill("table");
  await maker.getByRole("textbox", { name: "Details" }).fill('{"length": 3, "colour": "red"}');
  await load.click();
  const details = maker.getByRole("group", { name: /^Details/ });
  await expect(details.getByLabel("Length")).toHaveValue("3");
  await expect(maker.getByRole("button", { name: "Load the fields again" })).toBeFocused();
  expect(upstream.received.map((own) => own.url)).toEqual(["/v1/fields?kind=table"]);
  await expect(maker.getByText("Not among the fields, and sent as it stands: colour.")).toBeVisible();
  await expect(details.getByLabel("Finish")).toHaveValue("oil");

  // What the loaded schema asks for is asked for.
  await run(maker);
  const size = details.getByRole("group", { name: /^size/ });
  await expect(size.getByText("Required. Enter a value.")).toBeVisible();
  expect(upstream.received).toHaveLength(1);
  await size.getByLabel("Depth").fill("12.5");
  await details.getByLabel("Finish").selectOption("wax");
  await details.getByLabel("Due").fill("2026-03-01");
  await details.getByRole("button", { name: "Load the choices" }).click();
  await details.getByLabel("Choices for Wood").selectOption("Ash");
  await details.getByRole("button", { name: "Add Legs" }).click();
  const legs = details.getByRole("group", { name: /^Legs/ });
  await legs.getByRole("button", { name: "Add an item" }).click();
  await legs.getByLabel("Depth").fill("4");
  await details.getByRole("button", { name: "Add Inner" }).click();
  await details.getByRole("group", { name: /^Inner/ }).getByLabel("Note").fill("deep");
  await expectAccessible(maker);
  await run(maker);
  await expect(maker.getByText("200 OK")).toBeVisible();
  const sent = upstream.received.at(-1);
  expect([sent?.method, sent?.url]).toEqual(["POST", "/v1/orders?kind=table"]);
  expect(JSON.parse(sent?.body ?? "")).toEqual({
    details: {
      length: 3,
      colour: "red",
      finish: "wax",
      due: "2026-03-01",
      wood: "a",
      size: { depth: 12.5 },
      legs: [{ depth: 4 }],
      inner: { note: "deep" },
    },
  });

  // Other values may have other fields: it says so, and what is filled in stays.
  await expect(maker.getByText("These fields were loaded for other values.")).toBeHidden();
  await maker.getByRole("textbox", { name: "Kind" }).fill("chair");
  await expect(maker.getByText("These fields were loaded for other values.")).toBeVisible();
  upstream.answers.set("/v1/fields", { schema: { type: "object", properties: { length: { type: "number", title: "Length" }, back: { type: "boolean", title: "Back" } } } });
  await maker.getByRole("button", { name: "Load the fields again" }).click();
  await expect(maker.getByText("These fields were loaded for other values.")).toBeHidden();
  await details.getByLabel("Back").selectOption("true");
  await expect(details.getByLabel("Length")).toHaveValue("3");
  await expect(maker.getByText(/Not among the fields.*colour.*finish/)).toBeVisible();
  await maker.getByRole("switch", { name: "Write as JSON" }).check();
  await maker.getByRole("button", { name: "Write every member" }).click();
  await expect(maker.getByRole("textbox", { name: "body", exact: true })).toHaveValue(/"back"/);

  // Each call that was made for the form is a run.
  await visit(maker, `/runs?connector=${id}`);
  const rows = maker.getByRole("region", { name: "Runs" }).locator("tbody tr");
  await expect(rows.filter({ hasText: "Get fields" })).toHaveCount(2);
  await expect(rows.filter({ hasText: "List woods" })).toHaveCount(1);
});

test("a whole body has the fields that were loaded, and what is wrong with them is said", async ({ maker, upstream }) => {
  await opened(maker, upstream, "Orders as a whole", "Replace order");
  await maker.getByRole("textbox", { name: "Kind" }).fill("table");
  upstream.answers.set("/v1/fields", { fields: [] });
  const load = maker.getByRole("button", { name: "Load the fields" });
  await load.click();
  await expect(maker.getByRole("alert")).toContainText("“GetFields” has nothing at “Schema/properties”");
  await expect(maker.getByRole("alert")).toContainText("It has an object with “fields”.");
  upstream.answers.set("/v1/fields", { schema: { type: "object", properties: { length: "a number" } } });
  await load.click();
  await expect(maker.getByRole("alert")).toContainText("is broken at “/properties/length”");
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`p${n}`, {}]));
  upstream.answers.set("/v1/fields", { schema: { type: "object", properties: many } });
  await load.click();
  await expect(maker.getByRole("alert")).toContainText("more than 2000 properties");
  await expectAccessible(maker);

  upstream.answers.set("/v1/fields", { schema: table });
  await load.click();
  await maker.getByLabel("Length").fill("2");
  await maker.getByRole("group", { name: /^size/ }).getByLabel("Depth").fill("1");
  await expect(maker.getByRole("alert")).toHaveCount(0);
  await run(maker);
  await expect(maker.getByText("200 OK")).toBeVisible();
  const sent = upstream.received.at(-1);
  expect(sent?.method).toBe("PUT");
  expect(JSON.parse(sent?.body ?? "")).toEqual({ length: 2, finish: "oil", size: { depth: 1 } });
  await maker.getByRole("switch", { name: "Write as JSON" }).check();
  await maker.getByRole("button", { name: "Write every member" }).click();
  await expect(maker.getByRole("textbox", { name: "order", exact: true })).toHaveValue(/"legs"/);
});

test("a value is picked in a tree, by keyboard", async ({ maker, upstream }) => {
  await opened(maker, upstream, "Orders in folders", "Create order");
  await maker.getByRole("textbox", { name: "Kind" }).fill("table");
  const field = maker.getByRole("textbox", { name: "Folder" });
  await maker.getByRole("button", { name: "Pick in the tree" }).click();
  const tree = maker.getByRole("tree", { name: "Tree for Folder" });
  const workshop = tree.getByRole("treeitem", { name: /^Workshop/ });
  await expect(workshop).toHaveAttribute("aria-expanded", "false");
  await expect(workshop).not.toHaveAttribute("aria-selected");
  await maker.getByRole("button", { name: "Load the tree again" }).focus();
  await maker.keyboard.press("Tab");
  await expect(workshop).toBeFocused();
  await maker.keyboard.press("ArrowRight");
  await expect(workshop).toHaveAttribute("aria-expanded", "true");
  const tables = tree.getByRole("treeitem", { name: /^Tables/ });
  await expect(tables).toBeVisible();
  await maker.keyboard.press("ArrowRight");
  await expect(tables).toBeFocused();
  await maker.keyboard.press("ArrowRight");
  const oak = tree.getByRole("treeitem", { name: /^Oak tables/ });
  await expect(oak).toHaveAttribute("aria-selected", "false");
  await maker.keyboard.press("ArrowDown");
  await expect(oak).toBeFocused();
  await maker.keyboard.press("Enter");
  await expect(field).toHaveValue("w-1-1");
  await expect(oak).toHaveAttribute("aria-selected", "true");
  await expect(maker.getByText("Picked: /Workshop/Tables/Oak tables")).toBeVisible();
  await expectAccessible(maker);
  expect(upstream.received.map((own) => own.url)).toEqual(["/v1/folders", "/v1/folders/w", "/v1/folders/w-1"]);

  // What is in a folder is asked for once; what failed, again.
  await maker.keyboard.press("ArrowLeft");
  await maker.keyboard.press("ArrowLeft");
  await expect(oak).toBeHidden();
  await maker.keyboard.press("ArrowRight");
  await expect(oak).toHaveAttribute("aria-selected", "true");
  expect(upstream.received).toHaveLength(3);
  const attic = tree.getByRole("treeitem", { name: /^Attic/ });
  await attic.click();
  await expect(maker.getByRole("alert")).toContainText("Attic: The answer of the operation “ListIn” has no list at “folders”");
  await expect(attic).toHaveAttribute("aria-expanded", "false");
  upstream.answers.set("/v1/folders/x", { folders: [] });
  await attic.click();
  await expect(tree.getByText("Nothing in it")).toBeVisible();
  await expect(maker.getByRole("alert")).toHaveCount(0);

  await run(maker);
  await expect(maker.getByText("200 OK")).toBeVisible();
  expect(JSON.parse(upstream.received.at(-1)?.body ?? "")).toEqual({ folder: "w-1-1" });
  await field.fill("elsewhere");
  await expect(maker.getByText(/^Picked:/)).toBeHidden();
  await expect(tree.locator("[aria-selected=true]")).toHaveCount(0);
});
