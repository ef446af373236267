import type { Locator, Page } from "@playwright/test";
import { joints } from "../support/joints.js";
import { exported, inOrder } from "../support/package.js";
import { expect, file, imported, save, step, test } from "../support/tenon.js";

const source = joints("api.example.com", "none");

function difference(page: Page): Locator {
  return page.getByRole("region", { name: "Difference" });
}

async function openVersions(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Versions" }).click();
  await expect(page).toHaveURL(/\/versions$/);
  await expect(page.getByRole("region", { name: "Versions" }).getByRole("listitem").first()).toBeVisible();
}

test("a maker compares versions and reads which change breaks what others have built", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Compared");
  await maker.getByRole("textbox", { name: "Description" }).fill("All joints there are.");
  await save(maker);
  await step(maker, "Definition");
  await maker.getByRole("textbox", { name: "Operation ID" }).fill("Joints");
  await maker.getByRole("button", { name: /^wood/ }).click();
  await maker.getByLabel("Required").check();

  await openVersions(maker);
  await expect(difference(maker).getByText("2 changes, 2 of them break what users have built.")).toBeVisible();
  const renamed = difference(maker).getByRole("listitem").filter({ hasText: "The operation has another ID." });
  await expect(renamed).toContainText("Breaking An operation has another ID.");
  await expect(renamed).toContainText("ListJoints");
  const required = difference(maker).getByRole("listitem").filter({ hasText: "“required” of the parameter “wood”" });
  await expect(required).toContainText("Breaking An input became required.");
  await save(maker);

  const rows = maker.getByRole("region", { name: "Versions" }).getByRole("listitem");
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText("Ada Joiner");
  await expect(rows.first()).toContainText("Change operation ID, Change required");
  await maker.getByRole("button", { name: "Compare version 2 with the one before" }).click();
  await expect(difference(maker).getByText("1 change, and it breaks nothing.")).toBeVisible();
  await expect(difference(maker).locator("del").first()).toContainText("Wood");
  await expect(difference(maker).locator("ins").first()).toContainText("All");
  await difference(maker).getByLabel("Newer side").selectOption("Version 3");
  await expect(difference(maker).getByText("3 changes, 2 of them break what users have built.")).toBeVisible();
  await difference(maker).getByLabel("Older side").selectOption("Version 3");
  await expect(difference(maker).getByText("No difference.")).toBeVisible();
});

test("an older version is restored in one action, which can be undone, and saved", async ({ maker }) => {
  const id = await imported(maker, file("joints.json", source), "Restored");
  const before = await exported(maker, id);
  await step(maker, "Definition");
  await maker.getByRole("button", { name: "Delete", exact: true }).click();
  await save(maker);
  await step(maker, "General");
  await maker.getByRole("textbox", { name: "Description" }).fill("Written since.");

  await openVersions(maker);
  await maker.getByRole("button", { name: "Restore version 1" }).click();
  await expect(maker.locator(".save-note")).toContainText("2 unsaved changes");
  await maker.getByRole("button", { name: "Undo: Restore version 1" }).click();
  await expect(maker.locator(".save-note")).toContainText("1 unsaved change");
  await step(maker, "General");
  await expect(maker.getByRole("textbox", { name: "Description" })).toHaveValue("Written since.");
  await maker.getByRole("button", { name: "Redo: Restore version 1" }).click();
  await expect(maker.getByRole("textbox", { name: "Description" })).not.toHaveValue("Written since.");
  await save(maker);
  const now = await exported(maker, id);
  expect(inOrder(now["apiDefinition.swagger.json"] ?? "")).toBe(inOrder(before["apiDefinition.swagger.json"] ?? ""));
});
