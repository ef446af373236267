import { type Browser, type BrowserContext, type Locator, type Page, expect } from "@playwright/test";
import { woods } from "./documents.js";
import { joints } from "./joints.js";
import { Server } from "./server.js";
import { testStates } from "./test-states.js";
import { choose, expectQuiet, file, imported, preview, quiet, ready, save, setUp, visit } from "./tenon.js";

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Looks at one screen, with the page as it stands. */
export type Look = (page: Page, screen: string) => Promise<void>;

/** A browser of somebody who wants little motion and sees this theme. */
export function visitor(browser: Browser, server: Server, theme: Theme): Promise<BrowserContext> {
  return browser.newContext({ baseURL: server.url, colorScheme: theme, reducedMotion: "reduce" });
}

/** Goes through every screen of a new Tenon, with each dialog and menu open once. */
export async function everyScreen(browser: Browser, theme: Theme, look: Look): Promise<void> {
  const server = await Server.start();
  try {
    const context = await visitor(browser, server, theme);
    const page = await quiet(context);
    const see = async (screen: string) => {
      await settled(page);
      await look(page, screen);
    };
    await visit(page, "/setup");
    await see("set-up");
    await setUp(page);
    await see("connectors-none");
    await imports(page, see);
    const id = await imported(page, file("joints.json", joints("api.example.com", "key")), "Joints");
    await steps(page, id, see);
    await update(page, id, see);
    await definition(page, id, see);
    await testCall(page, id, see);
    await testStates(page, see);
    await signing(page, see);
    await conflict(page, see);
    await list(page, see);
    await styleguide(page, see);
    await page.goto("/nowhere");
    await ready(page);
    await see("not-found");
    expectQuiet(page, /status of 404/);
    await context.clearCookies();
    await visit(page, "/sign-in");
    await see("sign-in");
    await context.close();
  } finally {
    await server.stop();
  }
}

/** Waits until the problems of the open connector are counted, which takes a moment. */
async function settled(page: Page): Promise<void> {
  const toggle = page.locator(".problems-toggle");
  if ((await toggle.count()) > 0) {
    await expect(toggle).toHaveAttribute("aria-label", /^Problems: /);
  }
}

type See = (screen: string) => Promise<void>;

async function imports(page: Page, see: See): Promise<void> {
  for (const path of ["/connectors/new", "/account"]) {
    await visit(page, path);
    await see(path.slice(1).replace("/", "-"));
  }
  await choose(page, file("joints.json", joints("api.example.com", "key")));
  await expect(preview(page)).toBeVisible();
  await see("import-preview");
  await choose(page, file("woods.json", woods()));
  const list = page.getByRole("region", { name: "List of what changes" });
  await list.getByRole("button").first().click();
  await expect(page.getByRole("region", { name: "Where it is" })).toBeVisible();
  await see("import-ledger");
  await choose(page, file("broken.json", '{\n  "swagger": \n}\n'));
  await expect(page.getByRole("alert").first()).toBeVisible();
  await see("import-refused");
  expectQuiet(page, /status of 400/);
}

async function update(page: Page, id: string, see: See): Promise<void> {
  await visit(page, `/connectors/${id}/update`);
  await see("import-update");
  const next = joints("api.example.org", "key").replace("List joints", "List all joints");
  await page.locator("input[type=file]").first().setInputFiles(file("joints-2.json", next));
  await page.getByRole("button", { name: "Compare with the connector" }).click();
  await expect(page.getByRole("button", { name: "Keep as a new version" })).toBeVisible();
  await see("import-merge");
}

async function steps(page: Page, id: string, see: See): Promise<void> {
  for (const step of ["general", "security", "definition", "code", "test", "versions"]) {
    await visit(page, `/connectors/${id}/${step}`);
    await see(`designer-${step}`);
  }
}

async function definition(page: Page, id: string, see: See): Promise<void> {
  await visit(page, `/connectors/${id}/definition`);
  await page.getByRole("button", { name: "New action" }).click();
  await inDialog(page, "New action", () => see("designer-new-action"));
  await page.getByRole("button", { name: /^limit/ }).click();
  await see("designer-parameter");
  await page.getByRole("textbox", { name: "Operation ID" }).fill("List joints");
  await page.getByRole("button", { name: /^Problems/ }).click();
  await page.getByLabel("Rules").selectOption("Certified connector");
  await expect(page.getByRole("listitem").filter({ hasText: "OperationIdSanitized" })).toBeVisible();
  await draftKept(page);
  await see("designer-problems");
  await page.getByRole("button", { name: "Close problems" }).click();
  await page.getByRole("link", { name: "Versions" }).click();
  await expect(page.getByText("An operation has another ID.")).toBeVisible();
  await see("designer-difference");
  await page.getByRole("button", { name: /^Undo/ }).click();
}

/** OAuth 2.0 in the Security step: the provider being looked for, and picked. */
async function signing(page: Page, see: See): Promise<void> {
  const id = await imported(page, file("signed.json", joints("api.example.com", "key")), "Signed joints");
  await visit(page, `/connectors/${id}/security`);
  await page.getByLabel("Authentication type", { exact: true }).selectOption("OAuth 2.0");
  const provider = page.getByRole("combobox", { name: "Identity provider" });
  await provider.fill("goo");
  await expect(page.getByRole("option", { name: /^Google/ }).first()).toBeVisible();
  await draftKept(page);
  await see("designer-provider");
  await provider.fill("github");
  await provider.press("Enter");
  await expect(page.getByRole("textbox", { name: "Token URL" })).toHaveValue(/github/);
  await draftKept(page);
  await see("designer-oauth");
  await save(page);
}

/** Two people change the same thing: who saves last is asked. */
async function conflict(page: Page, see: See): Promise<void> {
  const id = await imported(page, file("clash.json", joints("api.example.com", "key")), "Contested joints");
  await visit(page, `/connectors/${id}/general`);
  const other = await page.context().newPage();
  await visit(other, `/connectors/${id}/general`);
  await other.getByRole("textbox", { name: "Description" }).fill("Joints that hold without glue.");
  await save(other);
  await other.close();
  await page.getByRole("textbox", { name: "Description" }).fill("Joints that hold without nails.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await inDialog(page, "Somebody else saved meanwhile", () => see("designer-conflict"));
  await page.getByRole("button", { name: /^Undo/ }).click();
}

/** The note comes a moment after the edit, and stands in every picture until what it is about is saved. */
async function draftKept(page: Page): Promise<void> {
  await expect(page.locator(".draft-note")).toContainText("Draft kept");
}

async function testCall(page: Page, id: string, see: See): Promise<void> {
  await visit(page, `/connectors/${id}/test`);
  await page.getByRole("button", { name: "New connection" }).click();
  await inDialog(page, "New connection", () => see("designer-new-connection"));
  await visit(page, "/connections");
  await see("connections-none");
  await connections(page, id, see);
  await visit(page, "/connectors/new");
  await page.getByRole("button", { name: /sample/i }).click();
  await expect(page).toHaveURL(/\/test/);
  await ready(page);
  await page.getByRole("button", { name: "Test operation" }).click();
  await expect(page.getByText("200 OK")).toBeVisible();
  await see("designer-test-done");
  await page.getByRole("tab", { name: "Tree" }).first().click();
  await see("designer-test-tree");
  await visit(page, "/runs");
  await see("runs");
  await page.getByRole("region", { name: "Runs" }).getByRole("link").first().click();
  await expect(page.getByRole("button", { name: "Run again" })).toBeVisible();
  await see("run");
}

/** A connection of a long name, shared, in the Test step and in the list. */
async function connections(page: Page, id: string, see: See): Promise<void> {
  await visit(page, `/connectors/${id}/test`);
  await page.getByRole("button", { name: "New connection" }).click();
  const making = page.getByRole("dialog", { name: "New connection" });
  await making.getByLabel("Connection name").fill("Key of the workshop for joints, planes, saws and all else");
  await making.locator("input[type=password]").fill("a-key");
  await making.getByRole("switch").check();
  await making.getByRole("button", { name: "Create connection" }).click();
  await expect(page.getByText("You share this connection")).toBeVisible();
  await see("designer-connection");
  await visit(page, "/connections");
  await see("connections");
  await page.getByRole("button", { name: /^Actions for Key/ }).click();
  await see("connection-menu");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await inDialog(page, "Delete the connection?", () => see("connection-delete"));
}

async function list(page: Page, see: See): Promise<void> {
  await visit(page, "/connectors");
  await see("connectors");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await see("account-menu");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Environment / }).click();
  await see("environment-menu");
  await page.getByRole("button", { name: "New environment" }).click();
  await inDialog(page, "New environment", () => see("environment-new"));
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: /Joints/ }).first()).toBeVisible();
  await inDialog(page, "Search and commands", () => see("palette"));
  await page.keyboard.press("Control+k");
  await page.keyboard.type("zzzz");
  await expect(page.getByText("Nothing is called")).toBeVisible();
  await inDialog(page, "Search and commands", () => see("palette-nothing"));
  await page.keyboard.press("?");
  await inDialog(page, "Keyboard shortcuts", () => see("shortcuts"));
  const actions = page.getByRole("row").filter({ hasText: "Joints" }).getByRole("button").last();
  await actions.click();
  await see("connector-menu");
  await page.getByRole("button", { name: /^Delete/ }).last().click();
  await inDialog(page, /^Delete/, () => see("connector-delete"));
  await page.getByRole("checkbox", { name: "Select all connectors" }).click();
  await expect(page.getByRole("toolbar", { name: "Selected connectors" })).toBeVisible();
  await see("connectors-selected");
  await page.getByRole("toolbar", { name: "Selected connectors" }).getByRole("button", { name: "Delete" }).click();
  await inDialog(page, "Delete connectors?", () => see("connectors-delete"));
}

async function styleguide(page: Page, see: See): Promise<void> {
  await visit(page, "/styleguide");
  await see("styleguide");
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await button("Open a dialog").click();
  await inDialog(page, "Delete Joints?", () => see("styleguide-dialog"));
  await button("Open a drawer").click();
  await inDialog(page, "Findings", () => see("styleguide-drawer"));
  for (const name of ["Actions", "Columns"]) {
    await button(name).click();
    await see(`styleguide-${name.toLowerCase()}`);
    await page.keyboard.press("Escape");
  }
  await button("Save a version").focus();
  await see("styleguide-tooltip");
  await page.keyboard.press("Escape");
  await button("Say that something failed").click();
  await see("styleguide-toast");
}

/** Does something with a dialog that is open, and closes it by the keyboard. */
async function inDialog(page: Page, name: string | RegExp, act: () => Promise<void>): Promise<void> {
  const dialog: Locator = page.getByRole("dialog", { name });
  await expect(dialog).toBeVisible();
  await act();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}
