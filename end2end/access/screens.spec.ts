import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { everyScreen, themes } from "../support/screens.js";
import { expect, test } from "../support/tenon.js";

const widths = [1280, 390];

/** What axe-core finds, one line for each element. */
async function found(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary?.replaceAll("\n", " ")}`),
  );
}

for (const theme of themes) {
  test(`axe-core finds nothing on any screen in the ${theme} theme`, async ({ browser }) => {
    test.setTimeout(600_000);
    await everyScreen(browser, theme, async (page, screen) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await found(page), `${screen}, ${width} pixels wide`).toEqual([]);
      }
      await page.setViewportSize({ width: 1280, height: 800 });
    });
  });
}
