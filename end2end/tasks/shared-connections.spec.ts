import { type Page, expect } from "@playwright/test";
import { joints } from "../support/joints.js";
import { colleagueAt } from "../support/people.js";
import { expectQuiet, file, imported, step, test, visit } from "../support/tenon.js";

async function connect(page: Page, name: string, share: boolean): Promise<void> {
  await page.getByRole("button", { name: "New connection" }).click();
  const dialog = page.getByRole("dialog", { name: "New connection" });
  await dialog.getByLabel("Connection name").fill(name);
  await dialog.locator("input[type=password]").fill("planted-key");
  if (share) {
    await dialog.getByRole("switch", { name: "Share with the members of the environment" }).check();
  }
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(dialog).toBeHidden();
}

function row(page: Page, name: string) {
  return page.getByRole("row").filter({ hasText: name });
}

test("a teammate calls with a connection that its owner shares, and sees whose it is", async ({
  maker,
  browser,
  server,
  upstream,
}) => {
  const id = await imported(maker, file("joints.json", joints(upstream.host, "key")), "Dovetails");
  await step(maker, "Test");
  await connect(maker, "Key of the workshop", true);
  await expect(maker.getByText("You share this connection with the members of the environment.")).toBeVisible();

  const ben = await colleagueAt(browser, server, { name: "Ben Sawyer", email: "ben@example.com", role: "user" });
  await visit(ben, `/connectors/${id}/test`);
  await expect(ben.getByLabel("Selected connection")).toContainText("Key of the workshop (Ada Joiner)");
  await expect(ben.getByText("Ada Joiner shares this connection.")).toBeVisible();
  await expect(ben.getByRole("button", { name: "Edit connection" })).toBeHidden();
  await expect(ben.getByRole("button", { name: "Delete connection" })).toBeHidden();
  await ben.getByRole("button", { name: "Test operation" }).click();
  await expect(ben.getByText("200 OK")).toBeVisible();
  expect(upstream.received.map(({ headers }) => headers["x-joint-key"])).toEqual(["planted-key"]);
  const made = "Made with the connection “Key of the workshop”, which Ada Joiner shares.";
  await expect(ben.getByText(made)).toBeVisible();
  await expect(ben.getByRole("button", { name: "cURL with secrets" })).toHaveCount(0);
  expect(await ben.content()).not.toContain("planted-key");

  await visit(ben, "/runs");
  await ben.getByRole("region", { name: "Runs" }).getByRole("link").first().click();
  await expect(ben.getByText(made)).toBeVisible();

  await visit(ben, "/connections");
  await expect(row(ben, "Key of the workshop")).toContainText("Ada Joiner");
  await expect(row(ben, "Key of the workshop")).toContainText("Good");
  await ben.getByRole("button", { name: "Actions for Key of the workshop" }).click();
  await expect(ben.getByRole("link", { name: "Make a test call" })).toBeVisible();
  await expect(ben.getByRole("button", { name: "Stop sharing" })).toHaveCount(0);
  await expect(ben.getByRole("button", { name: "Delete", exact: true })).toHaveCount(0);

  await visit(maker, "/connections");
  await maker.getByRole("button", { name: "Actions for Key of the workshop" }).click();
  await maker.getByRole("button", { name: "Stop sharing" }).click();
  await expect(maker.getByText("“Key of the workshop” is not shared any more.")).toBeVisible();
  await expect(row(maker, "Key of the workshop")).not.toContainText("Shared");

  await visit(ben, "/connections");
  await expect(ben.getByText("No connections yet")).toBeVisible();
  await visit(ben, `/connectors/${id}/test`);
  await expect(ben.getByText("There is no connection yet.")).toBeVisible();
  await ben.context().close();
  expectQuiet(ben);
});

test("connections are found, opened to be changed, and deleted from their list", async ({ maker, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host, "key")), "Listed joints");
  await step(maker, "Test");
  await connect(maker, "Oak", false);
  await connect(maker, "Elm", false);
  await maker.getByRole("link", { name: "Connections" }).click();
  await expect(maker.getByRole("heading", { name: "Connections", level: 1 })).toBeVisible();
  await maker.getByLabel("Search name or connector").fill("listed oak");
  await maker.keyboard.press("Enter");
  await expect(maker).toHaveURL(/search=listed/);
  await expect(row(maker, "Oak")).toContainText("Listed joints");
  await expect(row(maker, "Oak")).toContainText("Never");
  await expect(row(maker, "Elm")).toHaveCount(0);
  await maker.getByRole("button", { name: "Actions for Oak" }).click();
  await maker.getByRole("link", { name: "Edit" }).click();
  const editing = maker.getByRole("dialog", { name: "Edit connection" });
  await expect(editing.getByLabel("Connection name")).toHaveValue("Oak");
  await editing.getByLabel("Connection name").fill("Old oak");
  await editing.getByRole("button", { name: "Save connection" }).click();
  await expect(editing).toBeHidden();
  await expect(maker.getByLabel("Selected connection")).toContainText("Old oak");

  await visit(maker, "/connections?search=old%20oak");
  await maker.getByRole("button", { name: "Actions for Old oak" }).click();
  await maker.getByRole("button", { name: "Delete", exact: true }).click();
  const asking = maker.getByRole("dialog", { name: "Delete the connection?" });
  await expect(asking).toContainText("Old oak");
  await asking.getByRole("button", { name: "Delete connection" }).click();
  await expect(maker.getByText("No connection fits these filters.")).toBeVisible();
  await maker.getByRole("link", { name: "To mend" }).click();
  await expect(maker.getByRole("link", { name: "To mend" })).toHaveAttribute("aria-current", "true");
});
