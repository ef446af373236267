import type { Page } from "@playwright/test";
import { joints } from "../support/joints.js";
import { expect, file, imported, test, visit } from "../support/tenon.js";

const list = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

test("all shortcuts are listed under ?, by what they concern", async ({ maker }) => {
  await visit(maker, "/connectors");
  await maker.keyboard.press("?");
  await expect(list(maker)).toMatchAriaSnapshot(`
    - dialog "Keyboard shortcuts":
      - heading "Keyboard shortcuts" [level=2]
      - button "Close"
      - switch "Single keys" [checked]
      - heading "Everywhere" [level=3]
      - term: New connector
      - definition: "N"
      - heading "The open connector" [level=3]
      - term: Save
      - definition: Ctrl S
  `);
  await maker.keyboard.press("Escape");
  await expect(list(maker)).toBeHidden();
});

test("keys alone do nothing while one writes, and can be turned off", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("api.example.com")), "By keys");
  const name = maker.getByRole("textbox", { name: "Description" });
  await name.fill("");
  await name.pressSequentially("Why? 123 n");
  await expect(name).toHaveValue("Why? 123 n");
  await expect(list(maker)).toBeHidden();
  await name.blur();

  await maker.keyboard.press("3");
  await expect(maker).toHaveURL(/\/definition$/);
  await maker.keyboard.press("p");
  await expect(maker.getByRole("heading", { name: "Problems" })).toBeVisible();
  await maker.keyboard.press("p");
  await expect(maker.getByRole("heading", { name: "Problems" })).toBeHidden();
  await maker.keyboard.press("?");
  await list(maker).getByRole("switch", { name: "Single keys" }).click();
  await maker.keyboard.press("Escape");

  await maker.reload();
  await expect(maker.locator("html[data-hydrated=true]")).toBeAttached();
  await maker.keyboard.press("1");
  await maker.keyboard.press("?");
  await maker.keyboard.press("Control+k");
  await expect(maker.getByRole("dialog", { name: "Search and commands" })).toBeVisible();
  await expect(list(maker)).toBeHidden();
  await expect(maker).toHaveURL(/\/definition$/);
});

test("a tool tip names the keys that do the same", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("api.example.com")), "With tips");
  const host = maker.getByRole("textbox", { name: "Host" });
  await host.fill("other.example.com");
  await maker.keyboard.press("Control+s");
  await expect(maker.locator(".save-note")).toHaveText("Version 2 · saved");
  await expect(host).toBeFocused();
  const undo = maker.getByRole("button", { name: "Undo: Change host" });
  await expect(undo).toHaveAttribute("title", "Undo: Change host (Ctrl+Z)");
  await expect(undo).toHaveAttribute("aria-keyshortcuts", "Control+Z Meta+Z");
});
