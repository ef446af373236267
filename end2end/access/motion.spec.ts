import { Server } from "../support/server.js";
import { visitor } from "../support/screens.js";
import { expect, setUp, test, visit } from "../support/tenon.js";

test("nothing moves for somebody who wants little motion", async ({ browser }) => {
  const server = await Server.start();
  try {
    const context = await visitor(browser, server, "light");
    const page = await context.newPage();
    await setUp(page);
    await visit(page, "/styleguide");
    await page.getByRole("button", { name: "Open a drawer" }).click();
    await expect(page.getByRole("dialog", { name: "Findings" })).toBeVisible();
    const moving = await page.evaluate(() => {
      const seconds = (list: string) => Math.max(...list.split(",").map((one) => Number.parseFloat(one)));
      const elements = [...document.querySelectorAll("*")];
      return elements
        .filter((element) => {
          const style = getComputedStyle(element);
          return Math.max(seconds(style.transitionDuration), seconds(style.animationDuration)) > 0.001;
        })
        .map((element) => element.className);
    });
    expect(moving).toEqual([]);
    await context.close();
  } finally {
    await server.stop();
  }
});

test("things move for everybody else", async ({ maker }) => {
  await visit(maker, "/styleguide");
  const transition = await maker.getByRole("textbox").first().evaluate((field) => getComputedStyle(field).transitionDuration);
  expect(Number.parseFloat(transition)).toBeGreaterThan(0.05);
});
