import { joints } from "../support/joints.js";
import { exported } from "../support/package.js";
import { Server } from "../support/server.js";
import { expect, expectQuiet, file, imported, quiet, ready, save, setUp, step, test, visit } from "../support/tenon.js";

const source = joints("api.example.com");

test("two people who change different things both keep their work", async ({ maker, secondBrowser }) => {
  const id = await imported(maker, file("joints.json", source), "Shared");
  const other = await secondBrowser();
  await visit(other, `/connectors/${id}/definition`);
  await maker.getByRole("textbox", { name: "Description" }).fill("Mine.");
  await other.getByLabel("Summary", { exact: true }).fill("Theirs");
  await save(maker);
  await save(other);
  await expect(other.getByText("together with changes of others")).toBeVisible();
  await step(other, "General");
  await expect(other.getByRole("textbox", { name: "Description" })).toHaveValue("Mine.");
  const definition = JSON.parse((await exported(maker, id))["apiDefinition.swagger.json"] ?? "");
  expect(definition.info.description).toBe("Mine.");
  expect(definition.paths["/joints"].get.summary).toBe("Theirs");
});

for (const [choice, kept] of [
  ["Mine", "Second."],
  ["Theirs", "First."],
] as const) {
  test(`who changes the same thing is told, and chooses: ${choice}`, async ({ maker, secondBrowser }) => {
    const id = await imported(maker, file("joints.json", source), `Clash ${choice}`);
    const other = await secondBrowser();
    await visit(other, `/connectors/${id}/general`);
    await maker.getByRole("textbox", { name: "Description" }).fill("First.");
    await save(maker);
    await other.getByRole("textbox", { name: "Description" }).fill("Second.");
    await other.getByRole("textbox", { name: "Base URL" }).fill("/second");
    await other.getByRole("button", { name: "Save", exact: true }).click();
    const dialog = other.getByRole("dialog", { name: "Somebody else saved meanwhile" });
    await expect(dialog.getByRole("group", { name: /^General › Description/ })).toBeVisible();
    await expect(dialog.getByRole("radio", { name: /First/ })).toBeVisible();
    await expect(dialog.getByRole("radio", { name: /Second/ })).toBeVisible();
    await dialog.getByRole("radio", { name: new RegExp(`^${choice}`) }).check();
    await expect(dialog.getByRole("status").filter({ hasText: "Second." })).toHaveCount(choice === "Mine" ? 1 : 0);
    await dialog.getByRole("button", { name: "Save with these choices" }).click();
    await expect(other.locator(".save-note")).toHaveText("Version 3 · saved");
    const definition = JSON.parse((await exported(maker, id))["apiDefinition.swagger.json"] ?? "");
    expect(definition.info.description).toBe(kept);
    expect(definition.basePath).toBe("/second");
  });
}

test("a clash can be looked at, previewed, left as it was, and settled all at once", async ({ maker, secondBrowser }) => {
  const id = await imported(maker, file("joints.json", source), "Settled");
  const other = await secondBrowser();
  await visit(other, `/connectors/${id}/general`);
  await maker.getByRole("textbox", { name: "Description" }).fill("First.");
  await maker.getByRole("textbox", { name: "Base URL" }).fill("/first");
  await maker.getByRole("textbox", { name: "Base URL" }).blur();
  await save(maker);
  await other.getByRole("textbox", { name: "Description" }).fill("Second.");
  await other.getByRole("textbox", { name: "Base URL" }).fill("/second");
  await other.getByRole("textbox", { name: "Host" }).fill("second.example.com");
  await other.getByRole("textbox", { name: "Host" }).blur();
  await other.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = other.getByRole("dialog", { name: "Somebody else saved meanwhile" });
  await expect(dialog.getByText("2 mine, 0 theirs")).toBeVisible();
  await dialog.getByText("Goes together without a question (1)").click();
  await expect(dialog.getByText("Change host")).toBeVisible();
  await other.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(other.getByRole("textbox", { name: "Description" })).toHaveValue("Second.");
  await expect(other.locator(".save-note")).toContainText("3 unsaved changes");

  await other.getByRole("button", { name: "Save", exact: true }).click();
  await dialog.getByRole("button", { name: "Take all theirs" }).click();
  await expect(dialog.getByText("0 mine, 2 theirs")).toBeVisible();
  await dialog.getByRole("button", { name: "Preview the result" }).click();
  const result = dialog.getByRole("region", { name: "The result" });
  await expect(result).toContainText("“host” was changed.");
  await expect(result.locator("ins")).toHaveText(/second/);
  await expect(result).not.toContainText("Second.");
  await dialog.getByRole("button", { name: "Save with these choices" }).click();
  await expect(other.locator(".save-note")).toHaveText("Version 3 · saved");
  const definition = JSON.parse((await exported(maker, id))["apiDefinition.swagger.json"] ?? "");
  expect([definition.info.description, definition.basePath, definition.host]).toEqual(["First.", "/first", "second.example.com"]);
});

test("edits outlive a server that dies, and are saved once it is back", async ({ browser }) => {
  let server = await Server.start();
  try {
    const page = await quiet(await browser.newContext({ baseURL: server.url }));
    await setUp(page);
    const id = await imported(page, file("joints.json", source), "Dying");
    await page.getByRole("textbox", { name: "Description" }).fill("Written before the crash.");
    await server.kill();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.locator(".save-note")).toContainText("Not saved");
    expectQuiet(page, /ERR_CONNECTION_REFUSED|Failed to fetch/);
    server = await server.restart();
    await page.reload();
    await ready(page);
    await expect(page.getByRole("textbox", { name: "Description" })).toHaveValue("Written before the crash.");
    await save(page);
    const definition = JSON.parse((await exported(page, id))["apiDefinition.swagger.json"] ?? "");
    expect(definition.info.description).toBe("Written before the crash.");
    expectQuiet(page);
  } finally {
    await server.stop();
  }
});
