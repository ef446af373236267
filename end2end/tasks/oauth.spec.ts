import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { IdentityProvider, client } from "../support/identity.js";
import { joints } from "../support/joints.js";
import { expect, file, imported, ready, step, test as base } from "../support/tenon.js";

const test = base.extend<{ identity: IdentityProvider }>({
  identity: async ({}, use) => {
    const identity = await IdentityProvider.start();
    await use(identity);
    await identity.stop();
  },
});

// Each goes to the provider and back once or twice, and waits for a token to end.
test.setTimeout(120_000);

/** Makes a connector that signs in at the provider, without saving it; the redirect URL that it shows. */
async function connector(maker: Page, identity: IdentityProvider, title: string, secret: string): Promise<string> {
  await imported(maker, file("joints.json", joints(identity.host)), title);
  await step(maker, "Security");
  await maker.getByLabel("Authentication type", { exact: true }).selectOption("OAuth 2.0");
  await settings(maker, identity);
  await keepSecret(maker, secret);
  return redirectUrl(maker);
}

/** Fills in what the provider is. */
async function settings(maker: Page, identity: IdentityProvider): Promise<void> {
  const fill = (name: string, text: string) => maker.getByRole("textbox", { name, exact: true }).fill(text);
  await fill("Client ID", client.id);
  await fill("Authorization URL", `${identity.origin}/auth`);
  await fill("Token URL", `${identity.origin}/token`);
  await fill("Refresh URL", `${identity.origin}/token`);
  await fill("Scope", "openid");
}

async function redirectUrl(maker: Page): Promise<string> {
  const shown = await maker.getByRole("region", { name: "Redirect URL" }).innerText();
  return shown.trim().split(/\s+/)[0] ?? "";
}

async function keepSecret(maker: Page, secret: string): Promise<void> {
  await maker.locator(".secret-edit input[type=password]").fill(secret);
  await maker.getByRole("button", { name: "Keep secret" }).click();
  await expect(maker.getByText("A client secret is kept since")).toBeVisible();
}

/** Makes a connection and leaves for the provider. */
async function connect(maker: Page): Promise<void> {
  await step(maker, "Test");
  await maker.getByRole("button", { name: "New connection" }).click();
  await maker.getByRole("dialog", { name: "New connection" }).getByRole("button", { name: "Create and sign in" }).click();
}

/** Agrees at the provider and comes back. */
async function agree(maker: Page): Promise<void> {
  await maker.getByRole("button", { name: "Agree" }).click();
  await expect(maker).toHaveURL(/\/connectors\/[0-9a-f-]+\/test\?connection=/);
  await ready(maker);
}

async function call(maker: Page): Promise<void> {
  await maker.getByRole("button", { name: "Test operation" }).click();
  await expect(maker.getByRole("region", { name: "Result" })).toContainText("200 OK");
}

test("a maker signs in at the provider, calls, and the token is renewed", async ({ maker, identity, server }) => {
  const redirect = await connector(maker, identity, "Signed in here", client.secret);
  expect(redirect).toMatch(new RegExp(`^${server.url}/oauth/redirect/[0-9a-f-]+$`));
  identity.register(redirect, "body");
  await connect(maker);
  await agree(maker);
  // What was not saved came back too.
  await expect(maker.getByText("Authentication: OAuth 2.0")).toBeVisible();
  await expect(maker.getByText("Good", { exact: true })).toBeVisible();
  await call(maker);
  await expect(maker.getByRole("region", { name: "Result" })).toContainText("ada");
  const before = identity.refreshes;
  await maker.waitForTimeout(4_000);
  await call(maker);
  await expect.poll(() => identity.refreshes).toBeGreaterThan(before);
  await maker.getByText("How signing in went").click();
  await expect(maker.locator(".sign-in-steps > ol > li")).toHaveCount(4);
  await expect(maker.locator(".sign-in-steps")).not.toContainText(client.secret);
  expect(server.written()).not.toContain(client.secret);
});

test("a wrong client secret is explained, and the right one mends it", async ({ maker, identity }) => {
  const redirect = await connector(maker, identity, "Wrong secret", "not-the-secret");
  identity.register(redirect, "body");
  await connect(maker);
  await agree(maker);
  await expect(maker.getByText("Failing", { exact: true })).toBeVisible();
  const steps = maker.locator(".sign-in-steps");
  await expect(steps).toContainText("The provider does not accept how the client proves itself.");
  await expect(steps).toContainText("Check client ID and client secret");
  expect(identity.refusals).toEqual(["invalid_client"]);
  const checked = await new AxeBuilder({ page: maker }).analyze();
  expect(checked.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await step(maker, "Security");
  await keepSecret(maker, client.secret);
  await step(maker, "Test");
  // The provider knows the person and what they agreed to: it sends the browser straight back.
  await maker.getByRole("button", { name: "Sign in again" }).click();
  await expect(maker.getByText("Good", { exact: true })).toBeVisible();
  await ready(maker);
  await call(maker);
});

test("a provider that wants basic authentication is found out with the maker's consent", async ({ maker, identity }) => {
  const redirect = await connector(maker, identity, "Particular provider", client.secret);
  identity.register(redirect, "basic");
  await connect(maker);
  await agree(maker);
  await expect(maker.getByText("Failing", { exact: true })).toBeVisible();
  await maker.getByRole("button", { name: "Try the likely variants" }).click();
  await expect(maker.getByText("Good", { exact: true })).toBeVisible();
  await ready(maker);
  await expect(maker.getByText("What worked, and stays with this connection")).toContainText("basic authentication");
  await call(maker);
  await maker.setViewportSize({ width: 390, height: 800 });
  const overflow = await maker.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a maker offers a key or a sign-in, and each connection goes by its own way", async ({ maker, identity }) => {
  await imported(maker, file("joints.json", joints(identity.host, "key")), "Key or sign-in");
  await step(maker, "Security");
  await maker.getByRole("button", { name: "Offer another way" }).click();
  await maker.getByRole("textbox", { name: "Label of this way" }).fill("Sign in as a joiner");
  await maker.getByLabel("Authentication type", { exact: true }).selectOption("OAuth 2.0");
  await settings(maker, identity);
  await keepSecret(maker, client.secret);
  identity.register(await redirectUrl(maker), "body");
  // The secret stays with its way when that way moves.
  await maker.getByRole("button", { name: "Move this way up" }).click();
  await expect(maker.getByText("A client secret is kept since")).toBeVisible();
  await step(maker, "Test");
  await maker.getByRole("button", { name: "New connection" }).click();
  const dialog = maker.getByRole("dialog", { name: "New connection" });
  const way = dialog.getByLabel("Authentication type");
  await expect(way).toHaveValue("way2");
  await expect(dialog.getByRole("button", { name: "Create and sign in" })).toBeVisible();
  await way.selectOption("First way");
  await dialog.getByLabel("API key").fill("not a token");
  await maker.setViewportSize({ width: 390, height: 800 });
  const checked = await new AxeBuilder({ page: maker }).analyze();
  expect(checked.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await maker.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole("button", { name: "Create connection" }).click();
  await expect(maker.getByText("Authentication: API key (First way)")).toBeVisible();
  await expect(maker.getByRole("button", { name: "Sign in", exact: true })).toHaveCount(0);
  // The other way takes all anew, and signs in at once.
  await maker.getByRole("button", { name: "Edit connection" }).click();
  const editing = maker.getByRole("dialog", { name: "Edit connection" });
  await editing.getByLabel("Authentication type").selectOption("Sign in as a joiner");
  await expect(editing.getByText("With another way everything is entered anew")).toBeVisible();
  await editing.getByRole("button", { name: "Save and sign in" }).click();
  await agree(maker);
  await expect(maker.getByText("Authentication: OAuth 2.0 (Sign in as a joiner)")).toBeVisible();
  await expect(maker.getByText("Good", { exact: true })).toBeVisible();
  await call(maker);
  await expect(maker.getByRole("region", { name: "Result" })).toContainText("ada");
});

test("a provider that answers with a form signs people in, too", async ({ maker, identity }) => {
  await imported(maker, file("joints.json", joints(identity.host)), "Answers by a form");
  await step(maker, "Security");
  await maker.getByLabel("Authentication type", { exact: true }).selectOption("OAuth 2.0");
  const kind = maker.getByRole("combobox", { name: "Identity provider" });
  await kind.fill("with templates");
  await kind.press("Enter");
  await settings(maker, identity);
  // By this name the provider is another site, which no cookie of Tenon's goes along from.
  const elsewhere = identity.origin.replace("127.0.0.1", "localhost");
  await maker.getByRole("textbox", { name: "Authorization URL", exact: true }).fill(`${elsewhere}/auth`);
  const query = maker.getByRole("textbox", { name: "Query of the authorization" });
  await query.fill(`${await query.inputValue()}&response_mode=form_post`);
  await keepSecret(maker, client.secret);
  identity.register(await redirectUrl(maker), "body");
  await connect(maker);
  await expect(maker).toHaveURL(new RegExp(`^${elsewhere}/agree/`));
  const posted = maker.waitForRequest((request) => request.method() === "POST" && request.url().includes("/oauth/redirect/"));
  await agree(maker);
  expect((await (await posted).allHeaders())["sec-fetch-site"]).toBe("cross-site");
  await expect(maker.getByText("Good", { exact: true })).toBeVisible();
  await call(maker);
});
