import { joints } from "../support/joints.js";
import { expect, file, imported, save, step, test } from "../support/tenon.js";

const source = joints("api.example.com", "none");

test("the edits of a sitting are listed, and one key leads to any of them", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Listed");
  const description = maker.getByRole("textbox", { name: "Description" });
  await description.fill("Changed.");
  await description.blur();
  await save(maker);
  await maker.getByRole("textbox", { name: "Base URL" }).fill("/v9");
  await maker.getByRole("textbox", { name: "Base URL" }).blur();
  await step(maker, "Security");
  await maker.getByLabel("Authentication type").selectOption("Basic authentication");

  await maker.getByRole("button", { name: "Edits", exact: true }).click();
  const edits = maker.getByRole("region", { name: "Edits of this sitting" });
  await expect(edits).toBeFocused();
  const lines = edits.getByRole("list").getByRole("button");
  await expect(lines).toHaveText([
    /^Change authentication.*Security.*Not saved$/,
    /^Change base.*General.*Not saved$/i,
    /^Change description.*General.*Saved$/,
    /^As it was opened/,
  ]);
  await expect(lines.first()).toHaveAttribute("aria-current", "step");

  await lines.nth(2).focus();
  await maker.keyboard.press("Enter");
  await expect(lines.nth(0)).toContainText("Undone");
  await expect(lines.nth(1)).toContainText("Undone");
  await expect(lines.nth(2)).toHaveAttribute("aria-current", "step");
  await expect(lines.nth(2)).toBeFocused();
  await expect(maker.getByLabel("Authentication type")).toHaveValue(/none|No authentication/i);
  await expect(maker.locator(".save-note")).toHaveText("Version 2 · saved");
  await lines.nth(0).click();
  await expect(lines.nth(0)).toContainText("Not saved");
  await expect(maker.locator(".save-note")).toContainText("2 unsaved changes");
  await maker.keyboard.press("Escape");
  await expect(edits).toBeHidden();
  await expect(maker.getByRole("button", { name: "Edits", exact: true })).toBeFocused();
});

test("an undo shows the field that it changes, and the focus stays", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Shown");
  await maker.getByRole("textbox", { name: "Description" }).fill("Changed.");
  await maker.getByRole("textbox", { name: "Description" }).blur();
  await step(maker, "Code");
  const undo = maker.getByRole("button", { name: "Undo: Change description" });
  await undo.focus();
  await maker.keyboard.press("Enter");
  await expect(maker).toHaveURL(/\/general/);
  await expect(maker.locator("[data-marked]")).toBeInViewport();
  await expect(maker.locator("[data-marked]")).toHaveCount(0);
  await expect(maker.getByRole("textbox", { name: "Description" })).not.toHaveValue("Changed.");
  await maker.keyboard.press("Control+y");
  await expect(maker.getByRole("textbox", { name: "Description" })).toHaveValue("Changed.");
});
