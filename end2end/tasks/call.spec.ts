import { joints } from "../support/joints.js";
import { expect, file, imported, step, test } from "../support/tenon.js";

test("a call with an API key reaches the service, and the key shows nowhere", async ({ maker, server, upstream }) => {
  const secret = "s3cret/key+of=ours";
  await imported(maker, file("joints.json", joints(upstream.host, "key")), "With a key");
  await step(maker, "Test");
  await expect(maker.getByRole("button", { name: "Test operation" })).toHaveAttribute("aria-disabled", "true");
  await maker.getByRole("button", { name: "New connection" }).click();
  const dialog = maker.getByRole("dialog", { name: "New connection" });
  await dialog.locator("input[type=password]").fill(secret);
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(dialog).toBeHidden();
  await maker.getByLabel("Wood").fill("oak & ash");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  const [call] = upstream.received;
  expect(call?.method).toBe("GET");
  expect(call?.url).toBe("/v1/joints?limit=10&wood=oak%20%26%20ash");
  expect(call?.headers["x-joint-key"]).toBe(secret);
  await expect(maker.getByText("x-served-by")).toBeVisible();
  expect(await maker.content()).not.toContain(secret);
  expect(server.written()).not.toContain(secret);
});

test("a call with a user name and a password", async ({ maker, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host, "basic")), "With a password");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "New connection" }).click();
  const dialog = maker.getByRole("dialog", { name: "New connection" });
  await dialog.getByRole("textbox").nth(1).fill("joiner");
  await dialog.locator("input[type=password]").fill("dove:tail");
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(dialog).toBeHidden();
  await maker.getByLabel("Operation to call").selectOption("Create joint");
  await maker.getByRole("switch", { name: "Write as JSON" }).check();
  await maker.getByRole("textbox", { name: "body", exact: true }).fill('{"name":"Dovetail","depth":12}');
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  const [call] = upstream.received;
  expect(call?.headers.authorization).toBe(`Basic ${Buffer.from("joiner:dove:tail").toString("base64")}`);
  expect(call?.headers["content-type"]).toContain("application/json");
  expect(JSON.parse(call?.body ?? "")).toEqual({ name: "Dovetail", depth: 12 });
});

test("a call runs the connector as it stands in the designer, saved or not", async ({ maker, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host)), "Unsaved call");
  await maker.getByRole("textbox", { name: "Base URL" }).fill("/missing");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("404 Not Found")).toBeVisible();
  expect(upstream.received[0]?.url).toBe("/missing/joints?limit=10");
});

test("a form that is not filled in right is not sent", async ({ maker, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host)), "Bad form");
  await step(maker, "Test");
  await maker.getByLabel("Limit").fill("many");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("“many” is not a whole number")).toBeVisible();
  await maker.getByLabel("Operation to call").selectOption("Get joint");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("id is required")).toBeVisible();
  expect(upstream.received).toEqual([]);
});

test("an address that the administrator has not opened is refused, with the setting to change", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("127.0.0.2:9")), "Refused address");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText(/TENON_EGRESS_ALLOW/)).toBeVisible();
});

test("a call that takes too long is cancelled, and is kept as a run", async ({ maker, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host)), "Slow call");
  await step(maker, "Test");
  upstream.isSilent = true;
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText(/^Waiting for the answer · [1-9]/)).toBeVisible();
  await maker.getByRole("button", { name: "Cancel" }).click();
  await expect(maker.getByText("The call was cancelled")).toBeVisible();
  await expect.poll(() => upstream.left).toBe(1);
  upstream.isSilent = false;
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  await maker.getByRole("link", { name: "Runs" }).click();
  const runs = maker.getByRole("region", { name: "Runs" }).locator("tbody tr").filter({ hasText: "Slow call" });
  await expect(runs).toHaveCount(2);
  await runs.last().getByRole("link", { name: "List joints" }).click();
  await expect(maker.getByText("The call was cancelled before its answer was there.")).toBeVisible();
});
