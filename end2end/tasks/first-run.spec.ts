import { Server } from "../support/server.js";
import { expect, expectQuiet, quiet, setUp, step, test, visit } from "../support/tenon.js";

test("a new administrator sets Tenon up and makes a first successful call", async ({ browser }) => {
  const server = await Server.start();
  try {
    const page = await quiet(await browser.newContext({ baseURL: server.url }));
    await setUp(page);
    await page.getByRole("button", { name: /sample/i }).click();
    await expect(page).toHaveURL(/\/connectors\/[0-9a-f-]+\/test/);
    await page.locator("html[data-hydrated=true]").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Test operation" }).click();
    await expect(page.getByRole("region", { name: "Response", exact: true }).getByText("200 OK")).toBeVisible();
    await expect(page.getByText(/sample\.tenon\.invalid/).first()).toBeVisible();
    await step(page, "General");
    expectQuiet(page);

    await visit(page, "/setup");
    await expect(page).not.toHaveURL(/\/setup$/);
    await page.context().close();
  } finally {
    await server.stop();
  }
});
