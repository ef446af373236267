import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { joints } from "../support/joints.js";
import { importMany } from "../support/many.js";
import { expect, file, imported, ready, save, test, visit } from "../support/tenon.js";

function frame(page: Page): Locator {
  return page.getByRole("region", { name: "Connectors" });
}

function rows(page: Page): Locator {
  return frame(page).locator("tbody tr[aria-rowindex]");
}

function count(page: Page): Locator {
  return page.getByRole("search").getByRole("status");
}

function tick(page: Page, title: string): Locator {
  return page.getByRole("checkbox", { name: `Select ${title}`, exact: true });
}

/** The titles in sight, in order. */
function titles(page: Page): Promise<string[]> {
  return frame(page).locator(".connector-title").allInnerTexts();
}

async function scrollTo(page: Page, row: number): Promise<void> {
  await frame(page).evaluate((frame, row) => {
    const height = frame.querySelector<HTMLElement>("tr[aria-rowindex]")?.offsetHeight ?? 0;
    frame.scrollTop = row * height;
  }, row);
}

function scrolled(page: Page): Promise<number> {
  return frame(page).evaluate((frame) => frame.scrollTop);
}

test("a maker finds connectors by words of their title and host, and sorts what is found", async ({ maker, server }) => {
  await importMany(maker.request, server.url, "Spokeshave", 3);
  await importMany(maker.request, server.url, "Scrub plane", 1, "Planes.Example.org");
  await visit(maker, "/connectors");
  const search = maker.getByRole("searchbox", { name: "Search connectors" });
  await search.pressSequentially("SPOKE");
  await expect(count(maker)).toHaveText(/^3 of \d+ connectors$/);
  await maker.getByRole("button", { name: "Connector", exact: true }).click();
  await expect.poll(() => titles(maker)).toEqual(["Spokeshave 0000", "Spokeshave 0001", "Spokeshave 0002"]);
  await maker.getByRole("button", { name: "Connector", exact: true }).click();
  await expect.poll(() => titles(maker)).toEqual(["Spokeshave 0002", "Spokeshave 0001", "Spokeshave 0000"]);
  await expect(maker.getByRole("columnheader", { name: "Connector", exact: true })).toHaveAttribute("aria-sort", "descending");
  await expect(maker).toHaveURL(/\/connectors\?search=SPOKE&sort=title&order=descending$/);

  await search.fill("planes.example scrub");
  await expect.poll(() => titles(maker)).toEqual(["Scrub plane 0000"]);
  await search.fill("100% of nothing");
  await expect(maker.getByText("No connector holds these words.")).toBeVisible();
  await maker.reload();
  await ready(maker);
  await expect(search).toHaveValue("100% of nothing");
});

test("a long list comes as the maker scrolls, and Back leads to where she was", async ({ maker, server }) => {
  await importMany(maker.request, server.url, "Rasp", 420);
  await visit(maker, "/connectors?search=rasp&sort=title");
  await expect(count(maker)).toHaveText(/^420 /);
  expect(await rows(maker).count()).toBeLessThan(100);
  const sent = await (await maker.request.get("/connectors?search=rasp&sort=title")).text();
  expect(sent).toContain("Rasp 0000");
  expect(sent).not.toContain("Rasp 0200");

  await scrollTo(maker, 300);
  await expect(maker.getByRole("link", { name: /^R?\s*Rasp 0305/ })).toBeVisible();
  await expect(maker).toHaveURL(/row=300$/);
  const before = await scrolled(maker);
  await maker.getByRole("link", { name: /Rasp 0305/ }).click();
  await expect(maker).toHaveURL(/\/general$/);
  const name = maker.getByRole("textbox", { name: "Name of the connector" });
  await name.fill("Rasp 0305, coarse");
  await name.press("Enter");
  await save(maker);
  await maker.goBack();
  await expect(maker).toHaveURL(/search=rasp&sort=title&row=300$/);
  await expect(maker.getByRole("link", { name: /Rasp 0305, coarse/ })).toBeInViewport();
  expect(await scrolled(maker)).toBe(before);

  await maker.reload();
  await ready(maker);
  await expect(maker.getByRole("link", { name: /Rasp 0305, coarse/ })).toBeInViewport();
  await expect.poll(() => scrolled(maker)).toBe(before);

  await maker.getByRole("button", { name: "Actions for Rasp 0306" }).click();
  await maker.getByRole("button", { name: "Delete" }).last().click();
  await maker.getByRole("dialog").getByRole("button", { name: "Delete connector" }).click();
  await expect(count(maker)).toHaveText(/^419 /);
  await expect(maker.getByText("“Rasp 0306” is deleted.")).toBeVisible();
  await expect(maker.getByRole("link", { name: /Rasp 0306/ })).toHaveCount(0);
  await expect(maker.getByRole("searchbox")).toHaveValue("rasp");
  expect(await scrolled(maker)).toBe(before);
});

test("a maker exports a range of connectors as one zip file of packages", async ({ maker, server }) => {
  const ids = await importMany(maker.request, server.url, "Auger", 6);
  await visit(maker, "/connectors?search=auger&sort=title");
  await tick(maker, "Auger 0001").click();
  await tick(maker, "Auger 0004").click({ modifiers: ["Shift"] });
  await expect(maker.getByText("4 selected").last()).toBeVisible();
  await tick(maker, "Auger 0003").click();
  await expect(tick(maker, "Auger 0003")).not.toBeChecked();
  const coming = maker.waitForEvent("download");
  await maker.getByRole("toolbar", { name: "Selected connectors" }).getByRole("button", { name: "Export" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("connectors.zip");
  await expect(maker.getByText("3 connectors are packed into connectors.zip.")).toBeVisible();

  const files = unzipSync(new Uint8Array(await readFile(await download.path())));
  expect(Object.keys(files)).toEqual(["Auger-0001-v1.zip", "Auger-0002-v1.zip", "Auger-0004-v1.zip"]);
  for (const [number, name] of [[1, "Auger-0001-v1.zip"], [4, "Auger-0004-v1.zip"]] as const) {
    const single = await maker.request.get(`/connectors/${ids[number]}/package`);
    expect(Buffer.compare(Buffer.from(files[name] ?? []), await single.body())).toBe(0);
    const inner = unzipSync(files[name] ?? new Uint8Array());
    const definition = JSON.parse(Buffer.from(inner["apiDefinition.swagger.json"] ?? []).toString());
    expect(definition.info.title).toBe(`Auger 000${number}`);
    expect(Object.keys(inner).sort()).toEqual(["apiDefinition.swagger.json", "apiProperties.json", "settings.json"]);
  }
});

test("a maker deletes several connectors, told once what is lost, and stays where she was", async ({ maker, server }) => {
  await importMany(maker.request, server.url, "Gouge", 130);
  await visit(maker, "/connectors?search=gouge&sort=title&row=100");
  await expect.poll(() => scrolled(maker)).toBeGreaterThan(0);
  const before = await scrolled(maker);
  await tick(maker, "Gouge 0104").click();
  await tick(maker, "Gouge 0106").click({ modifiers: ["Shift"] });
  await maker.getByRole("toolbar", { name: "Selected connectors" }).getByRole("button", { name: "Delete" }).click();
  const dialog = maker.getByRole("dialog", { name: "Delete connectors?" });
  await expect(dialog).toContainText("These 3 connectors with 3 versions, and the connections that people made");
  await expect(dialog.getByRole("listitem")).toHaveText(["Gouge 0104", "Gouge 0105", "Gouge 0106"]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(count(maker)).toHaveText(/^130 /);

  await maker.getByRole("toolbar", { name: "Selected connectors" }).getByRole("button", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete connectors" }).click();
  await expect(maker.getByText("3 connectors are deleted.")).toBeVisible();
  await expect(frame(maker)).toBeFocused();
  await expect(count(maker)).toHaveText(/^127 /);
  await expect(maker.getByRole("toolbar", { name: "Selected connectors" })).toHaveCount(0);
  expect((await titles(maker)).filter((title) => /010[3-7]/.test(title))).toEqual(["Gouge 0103", "Gouge 0107"]);
  expect(await scrolled(maker)).toBe(before);
  await expect(maker).toHaveURL(/search=gouge&sort=title&row=100$/);
});

test("connectors are selected and deleted by the keyboard alone", async ({ maker, server }) => {
  await importMany(maker.request, server.url, "Mallet", 5);
  await importMany(maker.request, server.url, "Kept", 1);
  await visit(maker, "/connectors?search=mallet&sort=title");
  await maker.getByRole("searchbox").focus();
  await tick(maker, "Mallet 0001").focus();
  await maker.keyboard.press("Space");
  await maker.keyboard.press("Shift+ArrowDown");
  await maker.keyboard.press("Shift+ArrowDown");
  await expect(tick(maker, "Mallet 0003")).toBeFocused();
  for (const [title, ticked] of [["0000", false], ["0001", true], ["0002", true], ["0003", true], ["0004", false]] as const) {
    await expect(tick(maker, `Mallet ${title}`)).toBeChecked({ checked: ticked });
  }
  await maker.keyboard.press("Escape");
  await expect(tick(maker, "Mallet 0002")).not.toBeChecked();
  await maker.keyboard.press("ArrowUp");
  await expect(tick(maker, "Mallet 0002")).toBeFocused();
  await maker.keyboard.press("Control+a");
  await expect(maker.getByRole("checkbox", { name: "Select all connectors" })).toBeChecked();
  await maker.keyboard.press("Delete");
  const dialog = maker.getByRole("dialog", { name: "Delete connectors?" });
  await expect(dialog.getByRole("listitem")).toHaveCount(5);
  await dialog.getByRole("button", { name: "Delete connectors" }).press("Enter");
  await expect(count(maker)).toHaveText(/^0 /);
});

test("the box above selects all that are found, and again none", async ({ maker, server }) => {
  await importMany(maker.request, server.url, "Adze", 150);
  await visit(maker, "/connectors?search=adze");
  const all = maker.getByRole("checkbox", { name: "Select all connectors" });
  await all.click();
  await expect(maker.getByText("150 selected").last()).toBeVisible();
  await expect(all).toBeChecked();
  await rows(maker).nth(3).getByRole("checkbox").click();
  await expect(all).toHaveJSProperty("indeterminate", true);
  await all.click();
  await expect(all).toBeChecked();
  await all.click();
  await expect(all).not.toBeChecked();
  await expect(maker.getByRole("toolbar", { name: "Selected connectors" })).toHaveCount(0);
});

test("in a narrow window the facts of a connector stand under its name", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("api.example.com", "key")), "Narrow chisel");
  await maker.setViewportSize({ width: 390, height: 800 });
  await visit(maker, "/connectors?search=narrow+chisel");
  const link = maker.getByRole("link", { name: /Narrow chisel/ });
  await expect(link.getByText("API key · 3 operations · version 1")).toBeVisible();
  await expect(link.getByText(/\d{4}.* by Ada Joiner/)).toBeVisible();
  const cut = await frame(maker).evaluate((frame) =>
    [frame, ...frame.querySelectorAll(".connector-facts")]
      .filter((part) => part.scrollWidth > part.clientWidth)
      .map((part) => part.textContent),
  );
  expect(cut).toEqual([]);
});
