import { joints } from "../support/joints.js";
import { expect, file, imported, step, test } from "../support/tenon.js";
import { documents } from "../support/package.js";

/** The joints, whose list is declared as what the upstream does not answer. */
function misdeclared(host: string): string {
  const definition = JSON.parse(joints(host, "key"));
  definition.paths["/joints"].get.responses[200].schema = {
    type: "object",
    properties: { ok: { type: "string", description: "Whether it held" } },
  };
  return JSON.stringify(definition);
}

test("an answer that is not as declared is told with its places, and the schema made to fit", async ({
  maker,
  upstream,
}) => {
  const id = await imported(maker, file("joints.json", misdeclared(upstream.host)), "Drifted");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "New connection" }).click();
  const dialog = maker.getByRole("dialog", { name: "New connection" });
  await dialog.locator("input[type=password]").fill("planted/key+9");
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(dialog).toBeHidden();
  await maker.getByRole("button", { name: "Test operation" }).click();
  const check = maker.getByRole("region", { name: "Against the definition" });
  await expect(check.getByText("1 error")).toBeVisible();
  await expect(check.getByRole("row", { name: /\/ok/ })).toContainText("Another type");
  await check.getByRole("button", { name: "Make the schema fit" }).click();
  await expect(check.getByText("The schema was changed to fit")).toBeVisible();
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(check.getByText("As the definition says")).toBeVisible();
  await maker.getByRole("button", { name: "Save", exact: true }).click();
  await expect(maker.locator(".save-note")).toHaveText(/saved$/);
  const schema = (await documents(maker, id)).definition.paths["/joints"].get.responses[200].schema;
  // Swagger 2.0 has one type in a schema: what is sometimes a text and sometimes not has none.
  expect(schema.properties.ok).toEqual({ description: "Whether it held" });
  expect(Object.keys(schema.properties)).toEqual(["ok", "path"]);
});

test("a call is copied as cURL, with its secrets only when asked", async ({ maker, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host, "key")), "As a command");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "New connection" }).click();
  const dialog = maker.getByRole("dialog", { name: "New connection" });
  await dialog.locator("input[type=password]").fill("planted/key+9");
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(dialog).toBeHidden();
  await maker.getByRole("button", { name: "Test operation" }).click();
  await maker.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await maker.getByRole("button", { name: "Copy as cURL" }).click();
  const copied = await maker.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("--header 'X-Joint-Key: ••••••'");
  expect(await maker.content()).not.toContain("planted/key+9");
  await maker.getByRole("button", { name: "cURL with secrets" }).click();
  const command = maker.getByRole("dialog", { name: "cURL with secrets" });
  await expect(command).toContainText("--header 'X-Joint-Key: planted/key+9'");
  await maker.keyboard.press("Escape");
  await expect(command).toBeHidden();
  expect(await maker.content()).not.toContain("planted/key+9");
});
