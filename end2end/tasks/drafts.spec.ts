import { joints } from "../support/joints.js";
import { Server } from "../support/server.js";
import { expect, expectQuiet, file, imported, quiet, ready, save, setUp, signIn, step, test, visit } from "../support/tenon.js";

const source = joints("api.example.com", "none");

test("another browser goes on where this one stopped, and the changes can be discarded and brought back", async ({
  maker,
  secondBrowser,
}) => {
  const id = await imported(maker, file("joints.json", source), "Gone on with");
  await maker.getByRole("textbox", { name: "Description" }).fill("Begun at the bench.");
  await maker.getByRole("textbox", { name: "Base URL" }).fill("/v3");
  await maker.getByRole("textbox", { name: "Base URL" }).blur();
  await expect(maker.locator(".draft-note")).toContainText("Draft kept");

  const other = await secondBrowser();
  await visit(other, `/connectors/${id}/general`);
  const notice = other.locator(".brought-back");
  await expect(notice).toContainText(/^2 unsaved changes of yours from .+ were brought back/);
  await expect(other.getByRole("textbox", { name: "Description" })).toHaveValue("Begun at the bench.");
  await expect(other.getByRole("textbox", { name: "Base URL" })).toHaveValue("/v3");
  await notice.getByRole("button", { name: "Discard them" }).click();
  await expect(other.getByRole("textbox", { name: "Description" })).not.toHaveValue("Begun at the bench.");
  await expect(other.locator(".save-note")).toHaveText("Version 1 · saved");
  await notice.getByRole("button", { name: "Bring them back" }).click();
  await expect(other.getByRole("textbox", { name: "Description" })).toHaveValue("Begun at the bench.");
  await save(other);
  await other.reload();
  await ready(other);
  await expect(other.locator(".save-note")).toHaveText("Version 2 · saved");
  await expect(other.locator(".brought-back")).toBeEmpty();
});

test("a page that is closed at once has told the server", async ({ maker, secondBrowser }) => {
  const id = await imported(maker, file("joints.json", source), "Closed at once");
  const other = await secondBrowser();
  const page = await maker.context().newPage();
  await visit(page, `/connectors/${id}/general`);
  await page.getByRole("textbox", { name: "Description" }).fill("Written and left.");
  await page.getByRole("textbox", { name: "Description" }).blur();
  await expect(page.locator(".save-note")).toContainText("1 unsaved change");
  await page.goto("/connectors");
  await expect
    .poll(async () => {
      const answer = await other.request.post("/api/draft", { data: { id }, headers: { "Sec-Fetch-Site": "same-origin" } });
      return answer.text();
    })
    .toContain("Written and left.");
  await page.close();
});

test("two windows of one person bring their unsaved changes together", async ({ maker, secondBrowser }) => {
  const id = await imported(maker, file("joints.json", source), "Two windows");
  const other = await secondBrowser();
  await visit(other, `/connectors/${id}/definition`);
  await maker.getByRole("textbox", { name: "Description" }).fill("From the first.");
  await maker.getByRole("textbox", { name: "Description" }).blur();
  await expect(maker.locator(".draft-note")).toContainText("Draft kept");
  await other.getByLabel("Summary", { exact: true }).fill("From the second");
  await other.getByLabel("Summary", { exact: true }).blur();
  await expect(other.getByText("of another window of yours were brought in")).toBeVisible();
  await expect(other.locator(".save-note")).toContainText("2 unsaved changes");
  await expect(other.getByLabel("Summary", { exact: true })).toHaveValue("From the second");
  await step(other, "General");
  await expect(other.getByRole("textbox", { name: "Description" })).toHaveValue("From the first.");
  await save(other);
});

test("two windows that change the same ask, and nothing is overwritten before", async ({ maker, secondBrowser }) => {
  const id = await imported(maker, file("joints.json", source), "Same in two");
  const other = await secondBrowser();
  await visit(other, `/connectors/${id}/general`);
  await maker.getByRole("textbox", { name: "Description" }).fill("First window.");
  await maker.getByRole("textbox", { name: "Description" }).blur();
  await expect(maker.locator(".draft-note")).toContainText("Draft kept");
  await other.getByRole("textbox", { name: "Description" }).fill("Second window.");
  await other.getByRole("textbox", { name: "Description" }).blur();
  const dialog = other.getByRole("dialog");
  await expect(dialog).toContainText("First window.");
  await expect(dialog).toContainText("Second window.");
  await other.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(other.getByRole("textbox", { name: "Description" })).toHaveValue("Second window.");
  await expect(other.locator(".draft-note")).toContainText("another window of yours changed the same");
  await other.getByRole("button", { name: "Compare" }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole("radio", { name: /^Theirs|^Other window/ }).check();
  await dialog.getByRole("button", { name: /these choices/ }).click();
  await expect(other.getByRole("textbox", { name: "Description" })).toHaveValue("First window.");
  await expect(other.locator(".save-note")).toContainText("1 unsaved change");
});

test("while the server is away the browser keeps the draft, and sends it once the server is back", async ({ browser }) => {
  let server = await Server.start();
  try {
    const page = await quiet(await browser.newContext({ baseURL: server.url }));
    await setUp(page);
    const id = await imported(page, file("joints.json", source), "Away");
    await server.kill();
    await page.getByRole("textbox", { name: "Description" }).fill("Written in the dark.");
    await page.getByRole("textbox", { name: "Description" }).blur();
    await expect(page.locator(".draft-note")).toContainText("in this browser only: the server cannot be reached");
    server = await server.restart();
    await expect(page.locator(".draft-note")).toHaveText(/^Draft kept \d/, { timeout: 20_000 });
    expectQuiet(page, /ERR_CONNECTION_REFUSED|Failed to fetch/);
    const other = await quiet(await browser.newContext({ baseURL: server.url }));
    await signIn(other);
    await visit(other, `/connectors/${id}/general`);
    await expect(other.getByRole("textbox", { name: "Description" })).toHaveValue("Written in the dark.");
  } finally {
    await server.stop();
  }
});

test("closing asks only where work would be lost", async ({ browser }) => {
  const server = await Server.start();
  try {
    const context = await browser.newContext({ baseURL: server.url });
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    const page = await context.newPage();
    await setUp(page);
    await imported(page, file("joints.json", source), "Nowhere to keep");
    await page.getByRole("textbox", { name: "Description" }).fill("Kept on the server.");
    await page.getByRole("textbox", { name: "Description" }).blur();
    await expect(page.locator(".draft-note")).toHaveText(/^Draft kept \d/);
    const asked: string[] = [];
    page.on("dialog", async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    await page.reload();
    await ready(page);
    expect(asked).toEqual([]);
    await server.kill();
    await page.getByRole("textbox", { name: "Description" }).fill("Kept nowhere.");
    await page.getByRole("textbox", { name: "Description" }).blur();
    await expect(page.locator(".draft-note")).toContainText("Draft not kept");
    // A browser asks only after the page was used.
    await page.getByRole("textbox", { name: "Base URL" }).click();
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(["beforeunload"]);
  } finally {
    await server.stop();
  }
});
