import { expect, expectQuiet, ready, test, visit } from "../support/tenon.js";

test("a browser without a network says so, and when the network is back", async ({ maker }) => {
  await visit(maker, "/connectors");
  const line = maker.getByRole("status", { name: "Line to the server" });
  await expect(line).toBeEmpty();
  await maker.context().setOffline(true);
  await expect(line).toContainText("You are offline.");
  await maker.context().setOffline(false);
  await expect(line).toHaveText("The server answers again.");
  await expect(line).toBeEmpty();
});

test("a server that does not answer is asked until it does, and only then", async ({ maker }) => {
  let asked = 0;
  let isDown = false;
  await maker.route(/\/(healthz$|api\/)/, (route) => {
    if (route.request().url().endsWith("/healthz")) {
      asked += 1;
    }
    return isDown ? route.abort() : route.fallback();
  });
  await visit(maker, "/connectors");
  const line = maker.getByRole("status", { name: "Line to the server" });
  await maker.keyboard.press("Control+k");
  await expect(maker.getByRole("option").first()).toBeVisible();
  expect(asked, "nothing is asked while all is well").toBe(0);

  isDown = true;
  await maker.keyboard.type("n");
  await expect(line).toContainText("The server does not answer.");
  await expect.poll(() => asked).toBeGreaterThan(1);
  isDown = false;
  await expect(line).toHaveText("The server answers again.");
  await expect(line).toBeEmpty();
  const before = asked;
  await maker.waitForTimeout(2_500);
  expect(asked, "nothing is asked once all is well again").toBe(before);
  expectQuiet(maker, /Failed to load resource/);
});

test("a page whose code cannot be fetched says so, and comes once it is loaded again", async ({ maker }) => {
  await visit(maker, "/connectors");
  await maker.route(/\/assets\/tenon_part/, (route) => route.abort());
  await maker.getByRole("link", { name: "Runs", exact: true }).click();
  await expect(maker.getByRole("alert")).toContainText("This part of Tenon could not be loaded");
  // The rest of the page is as alive as before.
  await maker.getByRole("link", { name: "Connectors", exact: true }).click();
  await expect(maker.getByRole("heading", { name: "Connectors", exact: true })).toBeVisible();
  await maker.getByRole("link", { name: "Runs", exact: true }).click();
  await expect(maker.getByRole("alert")).toContainText("This part of Tenon could not be loaded");
  await maker.unroute(/\/assets\/tenon_part/);
  await maker.getByRole("button", { name: "Try again" }).click();
  await ready(maker);
  await expect(maker.getByRole("heading", { name: "Runs", exact: true })).toBeVisible();
  expectQuiet(maker, /Failed to load resource|Failed to fetch/);
});
