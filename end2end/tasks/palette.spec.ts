import type { Page } from "@playwright/test";
import { joints } from "../support/joints.js";
import { expect, expectQuiet, file, imported, test, visit } from "../support/tenon.js";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });
const field = (page: Page) => palette(page).getByRole("combobox");
const active = (page: Page) => palette(page).locator("[role=option][aria-selected=true]");

async function open(page: Page, words = ""): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  if (words !== "") {
    await page.keyboard.type(words);
  }
}

test("a connector, an operation and a command are each found by a few letters", async ({ maker }) => {
  const id = await imported(maker, file("joints.json", joints("api.example.com")), "Dovetails of oak");
  await visit(maker, "/connectors");
  await open(maker, "dvtl");
  await expect(active(maker)).toContainText("Dovetails of oak");
  await expect(active(maker).locator("mark").first()).toHaveText("D");
  await maker.keyboard.press("Enter");
  await expect(maker).toHaveURL(new RegExp(`/connectors/${id}/general`));
  await expect(palette(maker)).toBeHidden();

  await open(maker, "crj");
  const group = palette(maker).getByRole("group", { name: "Operations" });
  await expect(group.getByRole("option")).toHaveCount(1);
  await expect(active(maker)).toContainText("POST /joints");
  await maker.keyboard.press("Enter");
  await expect(maker).toHaveURL(/\/definition\?operation=/);
  await expect(maker.getByRole("heading", { name: "Create joint" })).toBeVisible();

  await open(maker, "code");
  await expect(active(maker)).toContainText("Code");
  await maker.keyboard.press("Enter");
  await expect(maker).toHaveURL(new RegExp(`/connectors/${id}/code`));
});

test("the arrow keys go round, Esc closes, and the focus goes back", async ({ maker }) => {
  await visit(maker, "/connectors");
  const link = maker.getByRole("link", { name: "Connectors" });
  await link.focus();
  const answer = maker.waitForResponse("**/api/find-connectors*");
  await open(maker);
  await answer;
  const options = palette(maker).getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await maker.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await expect(options.last()).toBeInViewport();
  const id = await options.last().getAttribute("id");
  await expect(field(maker)).toHaveAttribute("aria-activedescendant", id ?? "");
  await maker.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await maker.keyboard.press("Escape");
  await expect(palette(maker)).toBeHidden();
  await expect(link).toBeFocused();
  await maker.getByRole("button", { name: "Search and commands" }).click();
  await expect(field(maker)).toBeFocused();
  await maker.keyboard.press("Control+k");
  await expect(palette(maker)).toBeHidden();
});

test("what was gone to stays chosen when the answer of the server comes", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("api.example.com")), "Comes late");
  await visit(maker, "/connectors");
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await maker.route("**/api/find-connectors*", async (route) => {
    await held;
    await route.continue();
  });
  await open(maker);
  await maker.keyboard.press("ArrowDown");
  const before = await active(maker).textContent();
  release();
  await expect(palette(maker).getByRole("option", { name: /Comes late/ })).toBeVisible();
  await expect(active(maker)).toHaveText(before ?? "");
});

test("what was chosen last comes first, and what is not there is said to be none", async ({ maker }) => {
  await visit(maker, "/connectors");
  await open(maker, "dark");
  await maker.keyboard.press("Enter");
  await expect(maker.locator("html")).toHaveAttribute("data-theme", "dark");
  await open(maker);
  const recent = palette(maker).getByRole("group", { name: "Recent" }).getByRole("option");
  await expect(recent).toHaveText([/Dark theme/]);
  await expect(active(maker)).toContainText("Dark theme");
  await maker.keyboard.type("zzzz");
  await expect(palette(maker)).toContainText("Nothing is called “zzzz”");
  await expect(field(maker)).toHaveAttribute("aria-expanded", "false");
});

test("the palette does what the buttons of the designer do", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("api.example.com")), "By the palette");
  await open(maker, "undo");
  const commands = palette(maker).getByRole("group", { name: "Commands" });
  await expect(commands.getByRole("option", { name: /^Undo/ })).toHaveCount(0);
  await maker.keyboard.press("Escape");
  const description = maker.getByRole("textbox", { name: "Description" });
  await description.fill("Changed.");
  await open(maker, "save");
  await expect(active(maker)).toContainText("1 unsaved change");
  await maker.keyboard.press("Enter");
  await expect(maker.locator(".save-note")).toHaveText("Version 2 · saved");

  await open(maker, "export");
  const download = maker.waitForEvent("download");
  await maker.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);

  await open(maker, "problems");
  await maker.keyboard.press("Enter");
  await expect(maker.getByRole("heading", { name: "Problems" })).toBeVisible();
  await open(maker, "sign out");
  await maker.keyboard.press("Enter");
  await expect(maker).toHaveURL(/\/sign-in/);
});

test("a search that fails says so in the palette, and commands go on", async ({ maker }) => {
  await visit(maker, "/connectors");
  await maker.route("**/api/find-connectors*", (route) => route.abort());
  await open(maker, "new");
  await expect(palette(maker).getByRole("alert")).toContainText("could not be searched");
  await maker.keyboard.press("Enter");
  await expect(maker).toHaveURL(/\/connectors\/new/);
  expectQuiet(maker, /Failed to load resource/);
});

test("what is written before the palette is there counts", async ({ maker }) => {
  await maker.route(/\/assets\/tenon_part\d/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.fallback();
  });
  await visit(maker, "/connectors");
  await maker.keyboard.press("Control+k");
  await maker.keyboard.type("runsx");
  await maker.keyboard.press("Backspace");
  await expect(field(maker)).toHaveValue("runs");
  await maker.keyboard.press("Escape");

  await visit(maker, "/connectors");
  await maker.keyboard.press("Control+k");
  await maker.keyboard.type("connections");
  await maker.keyboard.press("Enter");
  await expect(maker).toHaveURL(/\/connections$/);
  await expect(palette(maker)).toBeHidden();
});
