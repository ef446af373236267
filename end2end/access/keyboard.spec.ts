import type { Locator, Page } from "@playwright/test";
import { joints } from "../support/joints.js";
import { exported } from "../support/package.js";
import { administrator, expect, file, ready, test, visit } from "../support/tenon.js";

/** The most elements that a person goes through to reach another on the same screen. */
const far = 200;

/** Goes on by the Tab key until the focus is there, and sees that it shows. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < far; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const ring = await target.evaluate((element) => {
        // A hidden control shows it on its label, an item with others inside it on its own line.
        const shown = [element, element.closest("label"), element.firstElementChild].filter((one) => one !== null);
        return shown.map((one) => getComputedStyle(one)).some((style) => style.outlineStyle !== "none" && style.outlineWidth !== "0px");
      });
      expect(ring, "whether the focus shows").toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not lead to ${target} within ${far} steps.`);
}

async function use(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await reach(page, target);
  await page.keyboard.press(key);
}

/** Writes over what stands in a field, and leaves it. */
async function write(page: Page, target: Locator, text: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

/** Chooses in a list by the beginning of the name. */
async function pick(page: Page, target: Locator, beginning: string): Promise<void> {
  await reach(page, target);
  await page.keyboard.type(beginning);
  await page.keyboard.press("Tab");
}

test("a maker goes the whole way by the keyboard alone", async ({ browser, server, upstream }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const link = (name: string | RegExp) => page.getByRole("link", { name });
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const step = (name: string) => page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name });

  await visit(page, "/sign-in");
  await write(page, page.getByLabel("E-mail"), administrator.email);
  await write(page, page.getByLabel("Password"), administrator.password);
  await use(page, button("Sign in"));
  await expect(page).toHaveURL(/\/connectors$/);
  await ready(page);

  await use(page, link("New connector").first());
  await expect(page).toHaveURL(/\/connectors\/new$/);
  await reach(page, page.locator("input[type=file]").first());
  // The system's own window for files is not the page's; what it gives back is put there.
  await page.locator("input[type=file]").first().setInputFiles(file("joints.json", joints(upstream.host)));
  await write(page, page.getByLabel("Title"), "By keyboard");
  await use(page, button("Create connector"));
  await expect(page).toHaveURL(/\/general/);
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";

  await write(page, page.getByRole("textbox", { name: "Description" }), "Joints, without a mouse.");
  await use(page, step("Security"));
  await expect(page).toHaveURL(/\/security/);
  await pick(page, page.getByLabel("Authentication type"), "API key");
  await write(page, page.getByLabel("Parameter name"), "X-Joint-Key");

  await use(page, step("Definition"));
  await expect(page).toHaveURL(/\/definition/);
  await use(page, link(/Get joint/));
  await expect(page.getByRole("heading", { name: "Get joint" })).toBeVisible();
  await write(page, page.getByLabel("Summary", { exact: true }), "Get one joint");
  await expect(page.getByRole("heading", { name: "Get one joint" })).toBeVisible();
  await use(page, button(/^Undo/));
  await expect(page.getByRole("heading", { name: "Get joint" })).toBeVisible();
  await use(page, button(/^Redo/), "Space");
  await expect(page.getByRole("heading", { name: "Get one joint" })).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.locator(".save-note")).toHaveText(/saved$/);

  await use(page, step("Test"));
  await use(page, button("New connection"));
  const dialog = page.getByRole("dialog", { name: "New connection" });
  await write(page, dialog.locator("input[type=password]"), "a key of ours");
  await use(page, dialog.getByRole("button", { name: "Create connection" }));
  await expect(dialog).toBeHidden();
  await use(page, button("Test operation"));
  await expect(page.getByText("200 OK")).toBeVisible();
  expect(upstream.received[0]?.headers["x-joint-key"]).toBe("a key of ours");
  await reach(page, page.getByRole("tab", { name: "Text" }));
  await page.keyboard.press("ArrowRight");
  const tree = page.getByRole("tree", { name: "Body of the response as a tree" });
  await reach(page, tree.getByRole("treeitem").first());
  await page.keyboard.press("ArrowDown");
  await expect(tree.getByRole("treeitem", { name: /^ok/ })).toBeFocused();

  await reach(page, link("Export"));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
  const definition = JSON.parse((await exported(page, id))["apiDefinition.swagger.json"] ?? "");
  expect(definition.info.description).toBe("Joints, without a mouse.");
  expect(definition.paths["/joints/{id}"].get.summary).toBe("Get one joint");
  expect(Object.values(definition.securityDefinitions)).toContainEqual({ type: "apiKey", in: "header", name: "X-Joint-Key" });
  await context.close();
});
