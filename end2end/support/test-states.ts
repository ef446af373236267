import { type Page, expect } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { described } from "../perf/large.js";
import { joints } from "./joints.js";
import { orders, supplies } from "./orders.js";
import { png } from "./picture.js";
import { file, imported, visit } from "./tenon.js";
import { Upstream } from "./upstream.js";

type See = (screen: string) => Promise<void>;

/** The states of the Test step that come and go: a call under way, what came of it, what other operations supply. */
export async function testStates(page: Page, see: See): Promise<void> {
  const upstream = await Upstream.start();
  try {
    await calls(page, upstream, see);
    await supplied(page, upstream, see);
    await ways(page, upstream, see);
  } finally {
    await upstream.stop();
  }
  await reading(page, see);
}

async function calls(page: Page, upstream: Upstream, see: See): Promise<void> {
  const id = await imported(page, file("states.json", joints(upstream.host)), "Joints in every state");
  await visit(page, `/connectors/${id}/test`);
  const call = () => page.getByRole("button", { name: "Test operation" }).click();
  upstream.isSilent = true;
  await call();
  await expect(page.locator(".test-running")).toBeVisible();
  await stopped(page);
  await see("designer-test-running");
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The call was cancelled" })).toBeVisible();
  await see("designer-test-cancelled");
  upstream.isSilent = false;

  const headers = { "content-type": "image/png" };
  upstream.files.set("/v1/joints", { headers, bytes: png(320, 200) });
  await call();
  await expect(page.getByText("320 × 200 pixels, image/png")).toBeVisible();
  await see("designer-test-image");
  upstream.files.set("/v1/joints", {
    headers: { "content-type": "application/json", "content-encoding": "gzip" },
    bytes: Buffer.from("this is not packed"),
  });
  await call();
  await expect(page.getByRole("heading", { name: "The body of the response could not be read" })).toBeVisible();
  await see("designer-test-cut");
  await page.getByLabel("Limit").fill("ten");
  await call();
  await expect(page.getByRole("button", { name: "Send anyway" })).toBeVisible();
  await see("designer-test-unfit");
}

/** The seconds that a call takes stand still, as long as it is looked at. */
async function stopped(page: Page): Promise<void> {
  await page.locator(".test-running > [aria-hidden]").evaluate((shown) => {
    const still = shown.cloneNode(true);
    still.textContent = "Waiting for the answer · 3 s";
    shown.replaceWith(still);
  });
}

async function supplied(page: Page, upstream: Upstream, see: See): Promise<void> {
  supplies(upstream);
  const id = await imported(page, file("orders.json", orders(upstream.host)), "Orders with details");
  await visit(page, `/connectors/${id}/test`);
  await page.getByLabel("Operation to call").selectOption("Create order");
  await page.getByRole("textbox", { name: "Kind" }).fill("table");
  await page.getByRole("button", { name: "Pick in the tree" }).click();
  const tree = page.getByRole("tree", { name: "Tree for Folder" });
  await expect(tree.getByRole("treeitem", { name: /^Workshop/ })).toBeVisible();
  await see("designer-test-choosing");
  await page.getByRole("button", { name: "Load the fields" }).click();
  await expect(page.getByRole("group", { name: /^Details/ }).getByLabel("Finish")).toHaveValue("oil");
  await see("designer-test-fields");
}

/** A connector that users sign in to in one of two ways. */
async function ways(page: Page, upstream: Upstream, see: See): Promise<void> {
  const key = { type: "securestring", uiDefinition: { displayName: "Key", constraints: { required: "true" } } };
  const set = (name: string, displayName: string) => ({ name, uiDefinition: { displayName }, parameters: { api_key: key } });
  const sets = { uiDefinition: { displayName: "Way" }, values: [set("own", "Key of your own"), set("shop", "Key of the workshop")] };
  const files = {
    "apiDefinition.swagger.json": strToU8(joints(upstream.host, "key")),
    "apiProperties.json": strToU8(JSON.stringify({ properties: { connectionParameterSets: sets } })),
  };
  const id = await imported(page, file("ways.zip", Buffer.from(zipSync(files))), "Joints in two ways");
  await visit(page, `/connectors/${id}/test`);
  await page.getByRole("button", { name: "New connection" }).click();
  const dialog = page.getByRole("dialog", { name: "New connection" });
  await expect(dialog.getByRole("combobox", { name: "Way" })).toBeVisible();
  await see("designer-connection-ways");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

/** A large file while the worker of the browser reads it: the worker is one that never answers. */
async function reading(page: Page, see: See): Promise<void> {
  const reader = "**/tenon_reader.*";
  await page.route(reader, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await visit(page, "/connectors/new");
  const large = JSON.stringify(JSON.parse(described(120)), null, 1);
  await page.locator("input[type=file]").first().setInputFiles(file("large.json", large));
  const underway = page.getByRole("region", { name: "Import under way" });
  await expect(underway).toContainText("Reading large.json");
  await see("import-reading");
  await underway.getByRole("button", { name: "Cancel" }).click();
  await expect(underway).toBeHidden();
  await page.unroute(reader);
}
