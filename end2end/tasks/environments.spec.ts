import type { Page } from "@playwright/test";
import { expect, expectQuiet, ready, test, visit } from "../support/tenon.js";

function switcher(page: Page) {
  return page.getByRole("button", { name: /^Environment / });
}

async function blank(page: Page, title: string): Promise<void> {
  await visit(page, "/connectors/new");
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Create blank" }).click();
  await expect(page).toHaveURL(/\/general$/);
}

test("a maker keeps what is in production apart from what is tried out", async ({ maker }) => {
  await blank(maker, "Chisels of the workshop");
  await switcher(maker).click();
  await maker.getByRole("button", { name: "New environment" }).click();
  const dialog = maker.getByRole("dialog", { name: "New environment" });
  await dialog.getByLabel("Name").fill("default");
  await dialog.getByRole("button", { name: "Create environment" }).click();
  await expect(dialog.getByText("There is an environment named “default” already.")).toBeVisible();
  expectQuiet(maker, /409/);
  await dialog.getByLabel("Name").fill("Production of chairs");
  await dialog.getByRole("button", { name: "Create environment" }).click();

  await expect(switcher(maker)).toHaveAccessibleName("Environment Production of chairs");
  await expect(maker).toHaveURL(/\/connectors$/);
  await ready(maker);
  await expect(maker.getByText("Chisels of the workshop")).toHaveCount(0);
  await blank(maker, "Planes of production");

  await switcher(maker).click();
  await maker.getByRole("button", { name: "Default" }).click();
  await expect(maker).toHaveURL(/\/connectors$/);
  await ready(maker);
  await expect(switcher(maker)).toHaveAccessibleName("Environment Default");
  await expect(maker.getByText("Chisels of the workshop")).toBeVisible();
  await expect(maker.getByText("Planes of production")).toHaveCount(0);

  await switcher(maker).click();
  await maker.getByRole("button", { name: "Production of chairs" }).click();
  await expect(maker.getByText("Planes of production")).toBeVisible();
  await ready(maker);
  await switcher(maker).click();
  await maker.getByRole("button", { name: "Rename environment" }).click();
  const rename = maker.getByRole("dialog", { name: "Rename environment" });
  await expect(rename.getByLabel("Name")).toHaveValue("Production of chairs");
  await rename.getByLabel("Name").fill("Production of tables");
  await rename.getByRole("button", { name: "Rename" }).click();
  await expect(switcher(maker)).toHaveAccessibleName("Environment Production of tables");
});

test("the environment is switched by keyboard alone, and another tab follows", async ({ maker }) => {
  await switcher(maker).click();
  await maker.getByRole("button", { name: "New environment" }).click();
  await maker.getByRole("dialog").getByLabel("Name").fill("Archive");
  await maker.keyboard.press("Enter");
  await expect(switcher(maker)).toHaveAccessibleName("Environment Archive");
  await ready(maker);

  const other = await maker.context().newPage();
  await visit(other, "/connectors");
  await expect(switcher(other)).toHaveAccessibleName("Environment Archive");

  await maker.bringToFront();
  await maker.keyboard.press("Control+k");
  await maker.keyboard.type("switch env");
  await maker.keyboard.press("Enter");
  await expect(maker.getByRole("button", { name: "Archive", exact: true })).toBeFocused();
  await maker.keyboard.press("Tab");
  await expect(maker.getByRole("button", { name: "Default" })).toBeFocused();
  await maker.keyboard.press("Enter");
  await expect(switcher(maker)).toHaveAccessibleName("Environment Default");

  await other.bringToFront();
  await other.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(switcher(other)).toHaveAccessibleName("Environment Default");
  await other.close();
});
