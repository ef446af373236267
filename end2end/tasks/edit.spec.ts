import { joints } from "../support/joints.js";
import { exported, inOrder } from "../support/package.js";
import { expect, file, imported, ready, save, step, test } from "../support/tenon.js";

const source = joints("api.example.com", "none");

test("a maker edits every step, saves, reloads, and exports just those edits", async ({ maker }) => {
  const id = await imported(maker, file("joints.json", source), "Joints");
  await maker.getByRole("textbox", { name: "Description" }).fill("Every joint a joiner needs, and where it holds.");
  await maker.getByRole("textbox", { name: "Brand colour", exact: true }).fill("#8a4b1f");
  await maker.getByLabel("Host").fill("https://joints.example.org/v2?ignored");
  await expect(maker.getByRole("textbox", { name: "Base URL" })).toHaveValue("/v2");

  await step(maker, "Security");
  await maker.getByLabel("Authentication type").selectOption("API key");
  await maker.getByLabel("Label of the key").fill("Joint key");
  await maker.getByLabel("Parameter name").fill("X-Joint-Key");

  await step(maker, "Definition");
  await maker.getByRole("link", { name: /Get joint/ }).click();
  await expect(maker.getByRole("heading", { name: "Get joint" })).toBeVisible();
  await maker.getByLabel("Summary", { exact: true }).fill("Get one joint");
  await maker.getByLabel("Visibility", { exact: true }).selectOption("Important");
  await maker.getByRole("link", { name: /List joints/ }).click();
  await expect(maker.getByRole("heading", { name: "List joints" })).toBeVisible();
  await maker.getByRole("button", { name: /^limit/ }).click();
  await maker.getByLabel("Default").fill("25");
  await maker.getByLabel("Default").blur();
  await maker.getByLabel("Parameter summary").fill("Most joints");
  await maker.getByLabel("Required").check();
  await save(maker);
  await maker.reload();
  await ready(maker);
  await expect(maker.locator(".save-note")).toHaveText("Version 2 · saved");

  const files = await exported(maker, id);
  const wanted = JSON.parse(source);
  wanted.info.description = "Every joint a joiner needs, and where it holds.";
  wanted.host = "joints.example.org";
  wanted.basePath = "/v2";
  wanted.schemes = ["https"];
  wanted.securityDefinitions = { api_key: { type: "apiKey", in: "header", name: "X-Joint-Key" } };
  wanted.security = [{ api_key: [] }];
  const get = wanted.paths["/joints/{id}"].get;
  get.summary = "Get one joint";
  wanted.paths["/joints/{id}"].get = {
    operationId: get.operationId,
    summary: get.summary,
    description: get.description,
    "x-ms-visibility": "important",
    parameters: get.parameters,
    responses: get.responses,
  };
  const limit = wanted.paths["/joints"].get.parameters[0];
  Object.assign(limit, { required: true, default: 25, "x-ms-summary": "Most joints" });
  const definition = files["apiDefinition.swagger.json"] ?? "";
  expect(JSON.parse(definition)).toEqual(wanted);
  expect(inOrder(definition)).toBe(JSON.stringify(wanted));
  const properties = JSON.parse(files["apiProperties.json"] ?? "").properties;
  expect(properties.iconBrandColor).toBe("#8a4b1f");
  expect(properties.connectionParameters.api_key.uiDefinition.displayName).toBe("Joint key");
});

test("opening another operation shows its texts and changes nothing", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Looked at");
  await step(maker, "Definition");
  await maker.getByLabel("Summary", { exact: true }).fill("Changed here");
  await maker.getByRole("link", { name: /Create joint/ }).click();
  await expect(maker.getByRole("heading", { name: "Create joint" })).toBeVisible();
  await expect(maker.getByLabel("Summary", { exact: true })).toHaveValue("Create joint");
  await maker.getByRole("link", { name: /Changed here/ }).click();
  await expect(maker.getByLabel("Summary", { exact: true })).toHaveValue("Changed here");
  await expect(maker.locator(".save-note")).toContainText("1 unsaved change");
});

test("an action is made by hand, moved to another path, and deleted", async ({ maker }) => {
  const id = await imported(maker, file("joints.json", source), "By hand");
  await step(maker, "Definition");
  await maker.getByRole("button", { name: "New action" }).click();
  const dialog = maker.getByRole("dialog", { name: "New action" });
  await dialog.getByLabel("Summary").fill("List cuts");
  await dialog.getByLabel("Verb").selectOption("GET");
  await dialog.getByLabel("Path").fill("joints");
  await dialog.getByRole("button", { name: "Add action" }).click();
  await expect(dialog.getByText("A path begins with a slash")).toBeVisible();
  await dialog.getByLabel("Path").fill("/joints/{joint}/cuts?depth=3");
  await dialog.getByRole("button", { name: "Add action" }).click();
  await expect(dialog).toBeHidden();
  await expect(maker.getByLabel("Operation ID")).toHaveValue("ListCuts");
  await expect(maker.getByRole("button", { name: /^joint path/ })).toBeVisible();
  await expect(maker.getByRole("button", { name: /^depth query/ })).toBeVisible();

  await maker.getByRole("button", { name: "Add parameter" }).click();
  await maker.getByLabel("New parameter").fill("X-Trace");
  await maker.getByLabel("Place").selectOption("Header");
  await maker.getByRole("button", { name: "Add", exact: true }).click();
  await expect(maker.getByRole("button", { name: /^X-Trace header/ })).toBeVisible();

  await maker.getByLabel("Path", { exact: true }).fill("/cuts/{cut}");
  await maker.getByLabel("Path", { exact: true }).press("Enter");
  await expect(maker.getByRole("button", { name: /^cut path/ })).toBeVisible();
  await save(maker);
  const made = JSON.parse((await exported(maker, id))["apiDefinition.swagger.json"] ?? "").paths;
  expect(Object.keys(made)).toEqual(["/joints", "/joints/{id}", "/cuts/{cut}"]);
  expect(made["/cuts/{cut}"].get.parameters.map((p: { name: string }) => p.name)).toEqual(["depth", "X-Trace", "cut"]);

  await maker.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(maker.getByRole("link", { name: /List cuts/ })).toHaveCount(0);
  await save(maker);
  expect(inOrder((await exported(maker, id))["apiDefinition.swagger.json"] ?? "")).toBe(
    inOrder(source).replace('"title":"Joints"', '"title":"By hand"'),
  );
});

test("everything can be undone and done again, by button and by key", async ({ maker }) => {
  const id = await imported(maker, file("joints.json", source), "Undone");
  const before = await exported(maker, id);
  await maker.getByRole("textbox", { name: "Description" }).fill("Changed.");
  await step(maker, "Security");
  await maker.getByLabel("Authentication type").selectOption("Basic authentication");
  await step(maker, "Definition");
  await maker.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(maker.locator(".save-note")).toContainText("3 unsaved changes");
  for (const action of ["Delete List joints", "Change authentication", "Change description"]) {
    await maker.getByRole("button", { name: `Undo: ${action}` }).click();
  }
  await expect(maker.locator(".save-note")).toHaveText("Version 1 · saved");
  await maker.getByRole("button", { name: "Redo: Change description" }).click();
  await maker.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: "General" }).click();
  await expect(maker.getByRole("textbox", { name: "Description" })).toHaveValue("Changed.");
  await maker.getByRole("button", { name: /^Undo/ }).focus();
  await maker.keyboard.press("Control+z");
  await expect(maker.getByRole("textbox", { name: "Description" })).not.toHaveValue("Changed.");
  await maker.keyboard.press("Control+Shift+z");
  await expect(maker.getByRole("textbox", { name: "Description" })).toHaveValue("Changed.");
  await maker.keyboard.press("Control+s");
  await expect(maker.locator(".save-note")).toHaveText("Version 2 · saved");
  await maker.getByRole("button", { name: "Undo: Change description" }).click();
  await save(maker);
  expect(await exported(maker, id)).toEqual(before);
});

test("unsaved edits outlive a reload", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Reloaded");
  await maker.getByRole("textbox", { name: "Description" }).fill("Written just before the power went");
  await expect(maker.locator(".save-note")).toContainText("1 unsaved change");
  await maker.reload();
  await ready(maker);
  await expect(maker.getByRole("textbox", { name: "Description" })).toHaveValue("Written just before the power went");
  await expect(maker.locator(".save-note")).toContainText("1 unsaved change");
  await save(maker);
  await maker.reload();
  await ready(maker);
  await expect(maker.getByRole("textbox", { name: "Description" })).toHaveValue("Written just before the power went");
  await expect(maker.locator(".save-note")).toHaveText("Version 2 · saved");
});

test("a default that does not fit the type is refused where it is written", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Refused");
  await step(maker, "Definition");
  await maker.getByRole("button", { name: /^limit/ }).click();
  await maker.getByLabel("Default").fill("many");
  await maker.getByLabel("Default").blur();
  await expect(maker.getByText("“many” is not a whole number")).toBeVisible();
  await expect(maker.locator(".save-note")).toHaveText("Version 1 · saved");
});
