import { joints } from "../support/joints.js";
import { expect, file, imported, step, test } from "../support/tenon.js";

test("a connection is renamed, given another key, tested and deleted", async ({ maker, upstream }) => {
  const definition = JSON.parse(joints(upstream.host, "key"));
  definition["x-ms-capabilities"] = { testConnection: { operationId: "ListJoints", parameters: {} } };
  await imported(maker, file("joints.json", JSON.stringify(definition)), "Kept connection");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "New connection" }).click();
  const making = maker.getByRole("dialog", { name: "New connection" });
  await making.locator("input[type=password]").fill("first-key");
  await making.getByRole("button", { name: "Create connection" }).click();
  await expect(making).toBeHidden();
  await expect(maker.getByText("The connection works.")).toBeVisible();
  await expect(maker.getByText("Good", { exact: true })).toBeVisible();
  expect(upstream.received.map(({ headers }) => headers["x-joint-key"])).toEqual(["first-key"]);
  await maker.getByRole("button", { name: "Edit connection" }).click();
  const editing = maker.getByRole("dialog", { name: "Edit connection" });
  await editing.getByLabel("Connection name").fill("My joints");
  await editing.locator("input[type=password]").fill("second-key");
  await editing.getByRole("button", { name: "Save connection" }).click();
  await expect(editing).toBeHidden();
  await expect(maker.getByLabel("Selected connection")).toContainText("My joints");
  await maker.getByRole("button", { name: "Test connection" }).click();
  await expect
    .poll(() => upstream.received.map(({ headers }) => headers["x-joint-key"]))
    .toEqual(["first-key", "second-key"]);
  await expect(maker.getByText("Good", { exact: true })).toBeVisible();
  await maker.getByRole("button", { name: "Delete connection" }).click();
  const asking = maker.getByRole("dialog", { name: "Delete the connection?" });
  await expect(asking).toContainText("My joints");
  await asking.getByRole("button", { name: "Delete connection" }).click();
  await expect(maker.getByText("There is no connection yet.")).toBeVisible();
});
