import type { Page } from "@playwright/test";
import { joints } from "../support/joints.js";
import { expect, expectQuiet, file, imported, test, visit } from "../support/tenon.js";

interface Shift {
  value: number;
  moved: string[];
}

/**
 * Writes down every layout shift of the pages that are opened from now on, once they are read and drawn whole: how
 * much of a page a slow machine draws before it has read the rest is not Tenon's doing.
 */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    interface Entry extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
    }
    const name = (node: Node | null) => (node instanceof Element ? `${node.localName}.${node.className}` : "text");
    const at = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}×${height}`;
    let drawn = Infinity;
    document.addEventListener("DOMContentLoaded", () => {
      requestAnimationFrame(() => requestAnimationFrame(() => (drawn = performance.now())));
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) {
        if (!entry.hadRecentInput && entry.startTime > drawn) {
          shifts.push({ value: entry.value, moved: entry.sources.map((source) => `${name(source.node)} from ${at(source.previousRect)} to ${at(source.currentRect)}`) });
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What has moved once the page has come to rest. */
async function moved(page: Page): Promise<Shift[]> {
  await page.waitForLoadState("networkidle");
  const toggle = page.locator(".problems-toggle");
  if ((await toggle.count()) > 0) {
    await expect(toggle).toHaveAttribute("aria-label", /^Problems: /);
  }
  // A frame more, for what the last answer changed.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

const steps = ["general", "security", "definition", "code", "test", "versions"];

for (const width of [1280, 390]) {
  test(`nothing moves while a page comes to life, ${width} pixels wide`, async ({ maker }) => {
    const id = await imported(maker, file("joints.json", joints("api.example.com", "key")), `Still at ${width}`);
    await maker.setViewportSize({ width, height: 800 });
    await watch(maker);
    const designer = steps.map((step) => `/connectors/${id}/${step}`);
    for (const path of ["/connectors", "/connectors/new", "/account", "/nowhere", ...designer]) {
      await visit(maker, path);
      expect.soft(await moved(maker), path).toEqual([]);
    }
    expectQuiet(maker, /status of 404/);
  });

  test(`nothing moves when unsaved changes are brought back, ${width} pixels wide`, async ({ maker }) => {
    const id = await imported(maker, file("joints.json", joints("api.example.com", "key")), `Brought at ${width}`);
    // A field without a counter, whose text is as long as what it counts.
    await maker.getByRole("textbox", { name: "Contact name" }).fill("Not saved.");
    await maker.getByRole("textbox", { name: "Contact name" }).blur();
    await maker.keyboard.press("p");
    await expect(maker.locator(".draft-note")).toContainText("Draft kept");
    await maker.setViewportSize({ width, height: 800 });
    await watch(maker);
    await visit(maker, `/connectors/${id}/general`);
    await expect(maker.getByText("1 unsaved change of yours")).toBeVisible();
    await expect(maker.getByRole("heading", { name: "Problems" })).toBeVisible();
    expect(await moved(maker)).toEqual([]);
  });
}
