import type { Page } from "@playwright/test";
import { steady } from "../support/steady.js";
import { everyScreen, themes } from "../support/screens.js";
import { expect, test } from "../support/tenon.js";

const sizes = [
  { name: "wide", width: 1280, height: 800 },
  { name: "narrow", width: 390, height: 844 },
];

/** Screens that are scrolled: what stays in place there is drawn one pixel higher or lower from time to time. */
const scrolled = new Set(["designer-parameter", "designer-conflict"]);

/** Compares the screen in both sizes with its picture, and sees that nothing has to be scrolled sideways. */
async function compare(page: Page, theme: string, screen: string): Promise<void> {
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    const release = await steady(page);
    await expect.soft(page).toHaveScreenshot(`${screen}-${theme}-${name}.png`, {
      fullPage: screen === "styleguide",
      ...(scrolled.has(screen) ? { maxDiffPixels: 3000 } : {}),
    });
    await release();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${screen} is wider than a ${name} window by so many pixels`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

for (const theme of themes) {
  test(`every screen looks as it did in the ${theme} theme`, async ({ browser }) => {
    test.setTimeout(600_000);
    await everyScreen(browser, theme, (page, screen) => compare(page, theme, screen));
  });
}
