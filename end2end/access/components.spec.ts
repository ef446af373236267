import type { Locator, Page } from "@playwright/test";
import { expect, test, visit } from "../support/tenon.js";

const component = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });

test("tabs are gone through by arrow keys, and keep what was shown", async ({ maker }) => {
  await visit(maker, "/styleguide");
  const tabs = component(maker, "Tabs");
  await expect(tabs.getByRole("tabpanel")).toHaveText("The body of the response.");
  await tabs.getByRole("tab", { name: "Body" }).focus();
  await maker.keyboard.press("ArrowLeft");
  await expect(tabs.getByRole("tab", { name: "Request" })).toBeFocused();
  await expect(tabs.getByRole("tab", { selected: true })).toHaveText("Request");
  await expect(tabs.getByRole("tabpanel", { name: "Request" })).toHaveText("The request as sent.");
  await maker.keyboard.press("Home");
  await expect(tabs.getByRole("tabpanel", { name: "Body" })).toBeVisible();
  await expect(tabs.getByRole("tabpanel")).toHaveCount(1);
});

test("a tree is gone through by arrow keys", async ({ maker }) => {
  await visit(maker, "/styleguide");
  const tree = maker.getByRole("tree", { name: "Folders" });
  const style = tree.getByRole("treeitem", { name: /^style/ });
  await style.focus();
  await maker.keyboard.press("ArrowRight");
  await expect(style).toHaveAttribute("aria-expanded", "true");
  await maker.keyboard.press("ArrowRight");
  await expect(tree.getByRole("treeitem", { name: /^tokens/ })).toBeFocused();
  await maker.keyboard.press("End");
  await expect(tree.getByRole("treeitem", { name: /^README/ })).toBeFocused();
  await maker.keyboard.press("ArrowUp");
  await maker.keyboard.press("ArrowLeft");
  await expect(style).toBeFocused();
  await maker.keyboard.press("ArrowLeft");
  await expect(style).toHaveAttribute("aria-expanded", "false");
  await expect(tree.getByRole("treeitem")).toHaveCount(2);
  await expect(tree.locator("[tabindex='0']")).toHaveCount(1);
});

test("a tree of a thousand items shows a hundred at a time", async ({ maker }) => {
  await visit(maker, "/styleguide");
  const tree = maker.getByRole("tree", { name: "Numbers" });
  await expect(tree.getByRole("treeitem")).toHaveCount(102);
  await tree.getByText("Show more (900 not shown)").click();
  await expect(tree.getByRole("treeitem")).toHaveCount(202);
});

test("a drawer takes the focus, and Esc gives it back", async ({ maker }) => {
  await visit(maker, "/styleguide");
  const opener = maker.getByRole("button", { name: "Open a drawer" });
  await opener.click();
  const drawer = maker.getByRole("dialog", { name: "Findings" });
  await expect(drawer.getByRole("button", { name: "Close" })).toBeFocused();
  await maker.setViewportSize({ width: 390, height: 800 });
  expect((await drawer.boundingBox())?.width).toBe(390);
  await maker.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a tool tip shows with the focus and the pointer, describes the control, and Esc hides it", async ({ maker }) => {
  await visit(maker, "/styleguide");
  const text = "Makes a version of what you have changed.";
  const control = maker.getByRole("button", { name: "Save a version" });
  const tip = component(maker, "Tooltip").getByRole("tooltip");
  await expect(control).toHaveAccessibleDescription(text);
  await control.focus();
  await expect(tip).toBeVisible();
  await maker.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await control.hover();
  await expect(tip).toBeVisible();
  await tip.hover();
  await expect(tip).toBeVisible();
});

test("a table of ten thousand rows keeps few of them in the page, and sorts", async ({ maker }) => {
  await visit(maker, "/styleguide");
  const frame = maker.getByRole("region", { name: "Joints", exact: true });
  expect(await frame.getByRole("row").count()).toBeLessThan(100);
  await expect(frame.getByRole("columnheader", { name: "Number" })).toHaveAttribute("aria-sort", "ascending");
  await frame.getByRole("button", { name: "Number" }).click();
  await expect(frame.getByRole("columnheader", { name: "Number" })).toHaveAttribute("aria-sort", "descending");
  await expect(frame.getByRole("cell", { name: "Joint 10000" })).toBeVisible();
  await frame.evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
  await expect(frame.getByRole("cell", { name: "Joint 1", exact: true })).toBeVisible();
  await expect(frame.getByRole("row").last()).toHaveAttribute("aria-rowindex", "10001");
});

test("a number out of its range is told of and changes nothing", async ({ maker }) => {
  await visit(maker, "/styleguide");
  const field = component(maker, "Number input").getByLabel("Limit").first();
  await field.focus();
  await maker.keyboard.press("ArrowUp");
  await expect(field).toHaveValue("11");
  await field.fill("101");
  await field.blur();
  await expect(maker.getByText("“101” is not a whole number from 0 to 100.")).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
});

test("a menu closes when something in it was chosen", async ({ maker }) => {
  await visit(maker, "/styleguide");
  await maker.getByRole("button", { name: "Actions" }).click();
  const item = component(maker, "Menu").getByRole("button", { name: "Export" });
  await item.click();
  await expect(item).toBeHidden();
});
