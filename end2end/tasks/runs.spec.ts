import { joints } from "../support/joints.js";
import { expect, file, imported, step, test, visit } from "../support/tenon.js";

test("a call is found again among the runs, looked at, and made again", async ({ maker, upstream }) => {
  const definition = JSON.parse(joints(upstream.host));
  definition.paths["/joints"].get.responses[200].schema = { type: "object", properties: { ok: { type: "string" } } };
  const id = await imported(maker, file("joints.json", JSON.stringify(definition)), "Kept calls");
  await step(maker, "Test");
  await maker.getByLabel("Wood").fill("oak");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  await maker.getByLabel("Operation to call").selectOption("Get joint");
  await maker.getByLabel("id", { exact: true }).fill("7");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText(/\/v1\/joints\/7/).first()).toBeVisible();

  await maker.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Runs" }).click();
  await expect(maker).toHaveURL(/\/runs$/);
  const rows = maker.getByRole("region", { name: "Runs" }).locator("tbody tr");
  await expect(rows.first()).toContainText("Get joint");
  await visit(maker, `/runs?connector=${id}&wanted=contradicting`);
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("Not as defined");
  const drift = maker.getByRole("region", { name: /what came back, against version 1/ });
  await expect(drift).toContainText("1 of 1 not as defined");
  await expect(drift).toContainText("/ok: another type (1)");
  await visit(maker, `/runs?connector=${id}`);
  await maker.getByRole("searchbox", { name: "Search operation or URL" }).fill("wood=oak");
  await maker.getByRole("button", { name: "Search", exact: true }).click();
  await expect(rows).toHaveCount(1);

  await rows.first().getByRole("link", { name: "List joints" }).click();
  await expect(maker.getByRole("heading", { name: "List joints" })).toBeVisible();
  await expect(maker.getByRole("region", { name: "Against the definition" })).toContainText("Another type");
  await expect(maker.getByRole("region", { name: "Request as sent" })).toContainText("wood=oak");
  const first = maker.url();
  await maker.getByRole("button", { name: "Run again" }).click();
  await expect(maker).not.toHaveURL(first);
  await expect(maker.getByRole("region", { name: "Request as sent" })).toContainText("wood=oak");
  expect(upstream.received.map(({ url }) => url)).toEqual([
    "/v1/joints?limit=10&wood=oak",
    "/v1/joints/7",
    "/v1/joints?limit=10&wood=oak",
  ]);
});

test("the runs fit a narrow window", async ({ maker }) => {
  await maker.setViewportSize({ width: 390, height: 800 });
  await visit(maker, "/runs");
  const wide = await maker.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide).toBe(false);
});
