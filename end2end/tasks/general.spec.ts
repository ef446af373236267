import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { joints } from "../support/joints.js";
import { documents } from "../support/package.js";
import { png, size } from "../support/picture.js";
import { expect, file, imported, save, test } from "../support/tenon.js";

const opened = (maker: Page, title: string): Promise<string> =>
  imported(maker, file("joints.json", joints("api.example.com", "key")), title);

/** The icon of a connector's export. */
async function icon(maker: Page, id: string): Promise<Buffer> {
  const response = await maker.request.get(`/connectors/${id}/package`);
  const files = unzipSync(new Uint8Array(await response.body()));
  return Buffer.from(files["icon.png"] ?? []);
}

test("an icon of the right size is taken as it is, another is cut to a square", async ({ maker }) => {
  const id = await opened(maker, "Icons");
  const input = maker.locator("input[type=file]");
  const square = png(160, 160);
  await input.setInputFiles(file("square.png", square));
  await expect(maker.getByRole("button", { name: "Remove icon" })).toBeVisible();
  await save(maker);
  expect((await icon(maker, id)).equals(square)).toBe(true);

  await input.setInputFiles(file("wide.png", png(640, 200)));
  const dialog = maker.getByRole("dialog", { name: "Fit the icon" });
  await expect(dialog).toContainText("wide.png: 640 by 200 pixels.");
  await dialog.getByLabel("Size").fill("200");
  await dialog.getByRole("button", { name: "Use this" }).click();
  await expect(dialog).toBeHidden();
  await save(maker);
  expect(size(await icon(maker, id))).toEqual([230, 230]);

  await maker.getByRole("button", { name: /^Undo/ }).click();
  await save(maker);
  expect((await icon(maker, id)).equals(square)).toBe(true);
});

test("what is no image is refused in words", async ({ maker }) => {
  await opened(maker, "No icon");
  const input = maker.locator("input[type=file]");
  await input.setInputFiles(file("notes.png", "not a picture"));
  await expect(maker.getByText("notes.png is not a PNG or JPEG image. Choose one that is.")).toBeVisible();
  await input.setInputFiles(file("broken.png", png(160, 160).subarray(0, 40)));
  await expect(maker.getByText(/broken.png is damaged/)).toBeVisible();
});

test("a maker says what the connector is, and exports it where Power Platform looks for it", async ({ maker }) => {
  const id = await opened(maker, "Described");
  await maker.getByRole("textbox", { name: "Description" }).fill("Wood joints.");
  await expect(maker.getByText("12 of at least 30")).toBeVisible();
  await maker.getByRole("textbox", { name: "Description" }).fill("Wood joints, where they hold and for how long.");
  await expect(maker.getByText("46 of 500")).toBeVisible();
  await maker.getByRole("textbox", { name: "Brand colour", exact: true }).fill("#ffd54f");
  await expect(maker.getByText(/A white icon hardly shows on this colour/)).toBeVisible();
  await maker.getByRole("textbox", { name: "Brand colour", exact: true }).fill("#5b2a86");
  await expect(maker.getByText(/A white icon hardly shows on this colour/)).toBeHidden();
  await maker.getByRole("textbox", { name: "Host" }).fill("https://joints.example.com/v2/api/");
  await expect(maker.getByRole("textbox", { name: "Base URL" })).toHaveValue("/v2/api");
  await maker.getByRole("textbox", { name: "Contact name" }).fill("Joinery");
  await maker.getByRole("textbox", { name: "Support URL" }).fill("https://example.com/help");
  await maker.getByRole("textbox", { name: "Website" }).fill("https://example.com");
  await maker.getByRole("textbox", { name: "Privacy policy" }).fill("https://example.com/privacy");
  await maker.getByLabel("Productivity").check();
  await maker.getByLabel("Commerce").check();
  await expect(maker.getByText("2 of 2")).toBeVisible();
  await save(maker);
  const { definition, properties } = await documents(maker, id);
  expect(definition).toMatchObject({
    host: "joints.example.com",
    basePath: "/v2/api",
    schemes: ["https"],
    info: {
      description: "Wood joints, where they hold and for how long.",
      contact: { name: "Joinery", url: "https://example.com/help" },
    },
    "x-ms-connector-metadata": [
      { propertyName: "Website", propertyValue: "https://example.com" },
      { propertyName: "Privacy policy", propertyValue: "https://example.com/privacy" },
      { propertyName: "Categories", propertyValue: "Productivity;Commerce" },
    ],
  });
  expect(properties.properties.iconBrandColor).toBe("#5b2a86");
});

test("a maker pastes addresses and colours as they were copied", async ({ maker }) => {
  const id = await opened(maker, "Pasted");
  const host = maker.getByRole("textbox", { name: "Host" });
  const base = maker.getByRole("textbox", { name: "Base URL" });
  await host.fill(" joints.example.com/v2/ ");
  await expect(base).toHaveValue("/v2");
  await base.fill("https://api.example.com/v3");
  await expect(host).toHaveValue("api.example.com");
  await maker.getByRole("textbox", { name: "Brand colour", exact: true }).fill("5b2a86");
  await maker.getByRole("textbox", { name: "Contact e-mail" }).fill(" joinery@example.com ");
  await maker.getByRole("textbox", { name: "Contact name" }).focus();
  await expect(base).toHaveValue("/v3");
  await save(maker);
  const { definition, properties } = await documents(maker, id);
  expect(definition).toMatchObject({
    host: "api.example.com",
    basePath: "/v3",
    schemes: ["https"],
    info: { contact: { email: "joinery@example.com" } },
  });
  expect(properties.properties.iconBrandColor).toBe("#5b2a86");
});
