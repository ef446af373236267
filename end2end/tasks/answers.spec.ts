import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/accessible.js";
import { joints } from "../support/joints.js";
import { documents } from "../support/package.js";
import { png } from "../support/picture.js";
import { expect, file, imported, step, test, visit } from "../support/tenon.js";

/** The joints, whose list is declared as what the upstream does not answer. */
function misdeclared(host: string): string {
  const definition = JSON.parse(joints(host, "key"));
  definition.paths["/joints"].get.responses[200].schema = {
    type: "object",
    properties: { ok: { type: "string", description: "Whether it held" } },
  };
  return JSON.stringify(definition);
}

test("an answer that is not as declared is told with its places, and the schema made to fit", async ({
  maker,
  upstream,
}) => {
  const id = await imported(maker, file("joints.json", misdeclared(upstream.host)), "Drifted");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "New connection" }).click();
  const dialog = maker.getByRole("dialog", { name: "New connection" });
  await dialog.locator("input[type=password]").fill("planted/key+9");
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(dialog).toBeHidden();
  await maker.getByRole("button", { name: "Test operation" }).click();
  const check = maker.getByRole("region", { name: "Against the definition" });
  await expect(check.getByText("1 error")).toBeVisible();
  await expect(check.getByRole("row", { name: /\/ok/ })).toContainText("Another type");
  await check.getByRole("button", { name: "Make the schema fit" }).click();
  await expect(check.getByText("The schema was changed to fit")).toBeVisible();
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(check.getByText("As the definition says")).toBeVisible();
  await maker.getByRole("button", { name: "Save", exact: true }).click();
  await expect(maker.locator(".save-note")).toHaveText(/saved$/);
  const schema = (await documents(maker, id)).definition.paths["/joints"].get.responses[200].schema;
  // Swagger 2.0 has one type in a schema: what is sometimes a text and sometimes not has none.
  expect(schema.properties.ok).toEqual({ description: "Whether it held" });
  expect(Object.keys(schema.properties)).toEqual(["ok", "path"]);
});

test("a call is copied as cURL, with its secrets only when asked", async ({ maker, upstream }) => {
  await imported(maker, file("joints.json", joints(upstream.host, "key")), "As a command");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "New connection" }).click();
  const dialog = maker.getByRole("dialog", { name: "New connection" });
  await dialog.locator("input[type=password]").fill("planted/key+9");
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(dialog).toBeHidden();
  await maker.getByRole("button", { name: "Test operation" }).click();
  await maker.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await maker.getByRole("button", { name: "Copy as cURL" }).click();
  const copied = await maker.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("--header 'X-Joint-Key: ••••••'");
  expect(await maker.content()).not.toContain("planted/key+9");
  await maker.getByRole("button", { name: "cURL with secrets" }).click();
  const command = maker.getByRole("dialog", { name: "cURL with secrets" });
  await expect(command).toContainText("--header 'X-Joint-Key: planted/key+9'");
  await maker.keyboard.press("Escape");
  await expect(command).toBeHidden();
  expect(await maker.content()).not.toContain("planted/key+9");
});

/** What a click on the button that downloads the body brings: the name of the file, and its bytes. */
async function downloaded(page: Page): Promise<[string, Buffer]> {
  const response = page.getByRole("region", { name: "Response", exact: true });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    response.getByRole("button", { name: /^Download/ }).click(),
  ]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

/** Opens the newest run of a connector. */
async function newestRun(page: Page, connector: string): Promise<void> {
  await visit(page, `/runs?connector=${connector}`);
  await page.getByRole("region", { name: "Runs" }).locator("tbody tr").first().getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "List joints" })).toBeVisible();
}

test("an image is seen, and downloaded as it came", async ({ maker, upstream }) => {
  const bytes = png(600, 400);
  const headers = { "content-type": "image/png", "content-disposition": 'inline; filename="../oak joint.png"' };
  upstream.files.set("/v1/joints", { headers, bytes });
  const id = await imported(maker, file("joints.json", joints(upstream.host)), "Pictured");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  const image = maker.getByRole("img", { name: "Image in the response (image/png)" });
  const width = () => image.evaluate((element: HTMLImageElement) => element.naturalWidth);
  await expect(maker.getByText("600 × 400 pixels, image/png")).toBeVisible();
  expect(await width()).toBe(600);
  expect(await downloaded(maker)).toEqual(["oak joint.png", bytes]);

  await newestRun(maker, id);
  await expect(maker.getByText("600 × 400 pixels, image/png")).toBeVisible();
  expect(await width()).toBe(600);
  expect(await downloaded(maker)).toEqual(["oak joint.png", bytes]);
  await maker.reload();
  await expect(maker.getByText("600 × 400 pixels, image/png")).toBeVisible();
  await expectAccessible(maker);
  await maker.setViewportSize({ width: 390, height: 800 });
  const box = await image.boundingBox();
  expect(box && box.x + box.width).toBeLessThan(390);
});

test("a file is downloaded, and its run keeps it when it is small", async ({ maker, upstream }) => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => (at * 151) % 256));
  upstream.files.set("/v1/joints", { headers: { "content-type": "application/octet-stream" }, bytes });
  const id = await imported(maker, file("joints.json", joints(upstream.host)), "Filed");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("The body is not text (application/octet-stream).")).toBeVisible();
  expect(await downloaded(maker)).toEqual(["ListJoints.bin", bytes]);
  await newestRun(maker, id);
  await expect(maker.getByText("Only its type and size are kept")).toBeVisible();
  await expect(maker.getByRole("button", { name: /^Download/ })).toHaveCount(0);
});

test("a text is downloaded as it is shown, and what is no image is told", async ({ maker, upstream }) => {
  upstream.answers.set("/v1/joints", { wood: "ölgetränkt" });
  await imported(maker, file("joints.json", joints(upstream.host)), "Written");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("200 OK")).toBeVisible();
  const [name, text] = await downloaded(maker);
  expect(name).toBe("ListJoints.json");
  expect(text.toString()).toBe(JSON.stringify({ wood: "ölgetränkt" }, null, 2));

  const headers = { "content-type": "image/webp" };
  upstream.files.set("/v1/joints", { headers, bytes: Buffer.from([0, 255, 0]) });
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("The browser cannot show this image.")).toBeVisible();
});

test("what an SVG would do is not done", async ({ maker, upstream }) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">
    <script>document.title = "taken"; fetch("http://${upstream.host}/taken")</script>
    <image href="http://${upstream.host}/taken"/><rect width="20" height="10"/></svg>`;
  upstream.files.set("/v1/joints", { headers: { "content-type": "image/svg+xml" }, bytes: Buffer.from(svg) });
  await imported(maker, file("joints.json", joints(upstream.host)), "Drawn");
  await step(maker, "Test");
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByText("20 × 10 pixels, image/svg+xml")).toBeVisible();
  await expect(maker.getByRole("button", { name: "Download ListJoints.svg" })).toBeVisible();
  expect(await maker.title()).not.toBe("taken");
  expect(upstream.received.map(({ url }) => url).filter((url) => url.includes("taken"))).toEqual([]);
});
