import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { joints } from "../support/joints.js";
import { documents } from "../support/package.js";
import { expect, file, imported, save, step, test } from "../support/tenon.js";

interface Provider {
  display_name: string;
  authorization_url: string;
  token_url: string;
  authorize_params: Record<string, string>;
}

const providers: Provider[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../src/providers.json"), "utf8"),
);

/** Opens the Security step of a new connector. */
async function opened(maker: Page, title: string): Promise<string> {
  const id = await imported(maker, file("joints.json", joints("api.example.com", "key")), title);
  await step(maker, "Security");
  return id;
}

const type = (maker: Page): Locator => maker.getByLabel("Authentication type", { exact: true });
const provider = (maker: Page): Locator => maker.getByRole("combobox", { name: "Identity provider" });

test("a maker lets people sign in with GitHub, and exports what Power Platform needs for it", async ({ maker }) => {
  const id = await opened(maker, "Signed in");
  await type(maker).selectOption("OAuth 2.0");
  await provider(maker).fill("github");
  await provider(maker).press("Enter");
  await expect(maker.getByRole("textbox", { name: "Token URL" })).toHaveValue("https://github.com/login/oauth/access_token");
  await maker.getByRole("textbox", { name: "Client ID" }).fill("joiner");
  await maker.getByLabel("Scope", { exact: true }).fill("repo read:user");
  await expect(maker.getByRole("complementary", { name: /What the user/ })).toContainText("Sign in");
  await expect(maker.getByRole("region", { name: "Redirect URL" })).toContainText(`/oauth/redirect/${id}`);
  await save(maker);
  const { properties, definition } = await documents(maker, id);
  const { token } = properties.properties.connectionParameters;
  expect(token.type).toBe("oauthSetting");
  expect(token.oAuthSettings).toMatchObject({
    identityProvider: "oauth2",
    clientId: "joiner",
    scopes: ["repo", "read:user"],
    redirectMode: "GlobalPerConnector",
    customParameters: {
      authorizationUrl: { value: "https://github.com/login/oauth/authorize" },
      tokenUrl: { value: "https://github.com/login/oauth/access_token" },
    },
  });
  expect(definition.securityDefinitions).toEqual({
    oauth2_auth: {
      type: "oauth2",
      flow: "accessCode",
      authorizationUrl: "https://github.com/login/oauth/authorize",
      tokenUrl: "https://github.com/login/oauth/access_token",
      scopes: { repo: "repo", "read:user": "read:user" },
    },
  });
});

test("each identity provider can be picked", async ({ maker }) => {
  test.setTimeout(240_000);
  expect(providers).toHaveLength(165);
  await opened(maker, "All providers");
  await type(maker).selectOption("OAuth 2.0");
  for (const { display_name, authorization_url, token_url, authorize_params } of providers) {
    await provider(maker).fill(display_name);
    await maker.getByRole("option", { name: display_name }).first().click();
    const addresses = `${authorization_url}${token_url}${JSON.stringify(Object.values(authorize_params))}`;
    if (/\{(?!random)\w+\}/.test(addresses)) {
      await maker.getByRole("button", { name: "Use this provider" }).click();
    }
    await expect(maker.getByRole("textbox", { name: "Token URL" }), display_name).toHaveValue(token_url);
    await expect(maker.getByRole("textbox", { name: "Authorization URL" }), display_name).toHaveValue(authorization_url);
  }
});

test("a maker asks each user for the part of the address that is theirs", async ({ maker }) => {
  const id = await opened(maker, "Subdomains");
  await type(maker).selectOption("OAuth 2.0");
  await provider(maker).fill("zendesk");
  await maker.getByRole("option", { name: /^Zendesk \{/ }).click();
  const dialog = maker.getByRole("dialog", { name: "Zendesk" });
  await dialog.getByLabel(/Ask the user/).uncheck();
  await expect(dialog.getByRole("button", { name: "Use this provider" })).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel(/Ask the user/).check();
  await dialog.getByRole("button", { name: "Use this provider" }).click();
  await expect(maker.getByRole("complementary", { name: /What the user/ })).toContainText("Subdomain");
  await save(maker);
  const { properties } = await documents(maker, id);
  expect(Object.keys(properties.properties.connectionParameters)).toEqual(["token:subdomain", "token"]);
});

test("a maker sets up Microsoft Entra ID with its own fields", async ({ maker }) => {
  const id = await opened(maker, "Entra");
  await type(maker).selectOption("OAuth 2.0");
  await provider(maker).fill("entra azure");
  await maker.getByRole("option", { name: /^Microsoft Entra ID Azure/ }).click();
  await maker.getByRole("textbox", { name: "Tenant ID" }).fill("contoso");
  await maker.getByRole("textbox", { name: "Resource URL" }).fill("https://graph.microsoft.com");
  await maker.getByLabel("Enable on-behalf-of login").check();
  await save(maker);
  const { properties } = await documents(maker, id);
  const { connectionParameters } = properties.properties;
  expect(connectionParameters.token.oAuthSettings).toMatchObject({
    identityProvider: "aad",
    customParameters: {
      loginUri: { value: "https://login.microsoftonline.com" },
      tenantId: { value: "contoso" },
      resourceUri: { value: "https://graph.microsoft.com" },
      enableOnbehalfOfLogin: { value: "true" },
    },
  });
  expect(connectionParameters).toHaveProperty("token:TenantId");
});

test("a client secret stays on the server", async ({ maker, server }) => {
  const id = await opened(maker, "Secret");
  await type(maker).selectOption("OAuth 2.0");
  const field = maker.getByLabel("Client secret");
  await field.fill("planted-client-secret");
  await field.press("Enter");
  await expect(maker.getByText("A client secret is kept since")).toBeVisible();
  await expect(field).toHaveValue("");
  await maker.getByRole("textbox", { name: "Client ID" }).fill("joiner");
  await save(maker);
  await maker.reload();
  await expect(maker.getByText("A client secret is kept since")).toBeVisible();
  expect(await maker.content()).not.toContain("planted-client-secret");
  const { texts } = await documents(maker, id);
  expect(texts).not.toContain("planted-client-secret");
  expect(server.written()).not.toContain("planted-client-secret");
  await maker.getByRole("button", { name: "Forget it" }).click();
  await expect(maker.getByText("A client secret is kept since")).toHaveCount(0);
});

test("a maker offers a key and a password, and users choose", async ({ maker }) => {
  const id = await opened(maker, "Two ways");
  await maker.getByRole("button", { name: "Offer another way" }).click();
  await expect(maker.getByRole("button", { name: "Second way" })).toHaveAttribute("aria-pressed", "true");
  await maker.getByRole("textbox", { name: "Label of this way" }).fill("User and password");
  await type(maker).selectOption("Basic authentication");
  const preview = maker.getByRole("complementary", { name: /What the user/ });
  await expect(preview.getByLabel("User and password")).toBeChecked();
  await preview.getByLabel("First way").check();
  await expect(type(maker)).toHaveValue("apiKey");
  await save(maker);
  const { properties, definition } = await documents(maker, id);
  const sets = properties.properties.connectionParameterSets.values;
  expect(sets.map((set: { name: string }) => set.name)).toEqual(["way1", "way2"]);
  expect(sets[1].uiDefinition.displayName).toBe("User and password");
  expect(Object.keys(sets[1].parameters)).toEqual(["username", "password"]);
  expect(Object.keys(definition.securityDefinitions)).toHaveLength(2);
  await maker.getByRole("button", { name: "Offer this way alone" }).click();
  await expect(maker.getByText("Users connect in one way.")).toBeVisible();
  await maker.getByRole("button", { name: /^Undo/ }).click();
  await expect(maker.getByRole("button", { name: "First way" })).toBeVisible();
});

test("a maker asks for a region with values to choose from", async ({ maker }) => {
  const id = await opened(maker, "Regions");
  await maker.getByRole("button", { name: "Add a connection parameter" }).click();
  const name = maker.getByLabel("Name", { exact: true });
  await name.fill("my region");
  await name.press("Enter");
  await expect(maker.getByText("“my region” cannot be a name.")).toBeVisible();
  await name.fill("region");
  await name.press("Enter");
  await expect(maker.locator("summary")).toContainText("region");
  await maker.getByLabel("Label", { exact: true }).fill("Region");
  const values = maker.getByLabel("Values to choose from");
  await values.fill("eu = Europe\nus = America");
  await values.blur();
  await maker.getByLabel("Required").uncheck();
  await save(maker);
  const { properties } = await documents(maker, id);
  expect(properties.properties.connectionParameters.region).toMatchObject({
    type: "string",
    uiDefinition: {
      displayName: "Region",
      constraints: {
        required: "false",
        allowedValues: [
          { text: "Europe", value: "eu" },
          { text: "America", value: "us" },
        ],
      },
    },
  });
});

test("a maker arranges connection parameters by keyboard and never loses the place", async ({ maker }) => {
  await opened(maker, "By keyboard");
  const name = maker.getByLabel("Name", { exact: true });
  const rows = maker.locator(".question-row");
  for (const [index, key] of ["region", "tenant", "plan"].entries()) {
    await maker.getByRole("button", { name: "Add a connection parameter" }).press("Enter");
    await expect(rows).toHaveCount(index + 1);
    const added = rows.nth(index).getByLabel("Name", { exact: true });
    await expect(added).toBeFocused();
    await maker.keyboard.press("Control+A");
    await maker.keyboard.type(key);
    await maker.keyboard.press("Enter");
    await expect(rows.nth(index).locator("code")).toHaveText(key);
    await expect(rows.nth(index).getByLabel("Name", { exact: true })).toBeFocused();
  }
  const up = maker.getByRole("button", { name: /^Move up: “(plan|p3)/ });
  await up.press("Enter");
  await expect(rows.locator("code")).toHaveText(["region", "plan", "tenant"]);
  await expect(up).toBeFocused();
  await maker.keyboard.press("Enter");
  await expect(rows.locator("code")).toHaveText(["plan", "region", "tenant"]);
  await rows.nth(0).getByRole("button", { name: /^Delete/ }).press("Enter");
  await expect(rows.locator("code")).toHaveText(["region", "tenant"]);
  await expect(rows.nth(0).getByRole("button", { name: /^Delete/ })).toBeFocused();
  await maker.keyboard.press("Enter");
  await maker.keyboard.press("Enter");
  await expect(rows).toHaveCount(0);
  await expect(name).toHaveCount(0);
  await expect(maker.locator("section[aria-labelledby=security-parameters]")).toBeFocused();
});

test("a default value that cannot be is told beside it", async ({ maker }) => {
  await opened(maker, "Defaults");
  await maker.getByRole("button", { name: "Add a connection parameter" }).click();
  await maker.getByLabel("Values to choose from").fill("eu = Europe\nus = America");
  const standard = maker.getByRole("textbox", { name: "Default value" });
  await standard.fill("asia");
  await expect(maker.getByText(/^The default is none of the values to choose from/)).toBeVisible();
  await standard.fill("eu");
  await expect(maker.getByText(/^The default is none of the values/)).toBeHidden();
  await maker.getByLabel("Type", { exact: true }).selectOption("Yes or no");
  await standard.fill("maybe");
  await expect(maker.getByText("Write true or false, or leave the default empty.")).toBeVisible();
});

test("the gateway that came with Windows accounts goes with them", async ({ maker }) => {
  const id = await opened(maker, "Windows no more");
  await type(maker).selectOption("Windows authentication (gateway)");
  await type(maker).selectOption("API key");
  await save(maker);
  const { properties } = await documents(maker, id);
  expect(properties.properties.capabilities ?? []).not.toContain("gateway");
  expect(Object.keys(properties.properties.connectionParameters)).toEqual(["api_key"]);
});

test("Windows accounts come with the gateway", async ({ maker }) => {
  const id = await opened(maker, "Windows");
  await type(maker).selectOption("Windows authentication (gateway)");
  await save(maker);
  await step(maker, "General");
  await expect(maker.getByLabel("Connect via on-premises data gateway")).toBeChecked();
  const { properties } = await documents(maker, id);
  expect(properties.properties.capabilities).toContain("gateway");
  expect(Object.keys(properties.properties.connectionParameters).sort()).toEqual([
    "authType",
    "gateway",
    "password",
    "username",
  ]);
});
