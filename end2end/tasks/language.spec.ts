import { expect, test, visit } from "../support/tenon.js";

test("whoever chooses German reads German from then on", async ({ maker }) => {
  await visit(maker, "/connectors");
  await expect(maker.locator("html")).toHaveAttribute("lang", "en");
  await maker.getByRole("button", { name: /^Account of/ }).click();
  await maker.getByRole("button", { name: "Deutsch" }).click();
  await expect(maker.locator("html")).toHaveAttribute("lang", "de");
  await expect(maker.getByRole("navigation", { name: "Hauptnavigation" })).toBeVisible();

  await visit(maker, "/runs");
  await expect(maker.getByRole("heading", { name: "Ausführungen", exact: true })).toBeVisible();
  await expect(maker).toHaveTitle("Ausführungen · Tenon");
  await visit(maker, "/connectors/new");
  await expect(maker.getByRole("heading", { name: "Leerer Connector" })).toBeVisible();
  await maker.getByLabel("Titel", { exact: true }).fill("Zinken");
  await maker.getByRole("button", { name: "Leer anlegen" }).click();
  await expect(maker.getByRole("link", { name: "Sicherheit", exact: true })).toBeVisible();
  await expect(maker.getByRole("heading", { name: "Erscheinungsbild" })).toBeVisible();

  await maker.getByRole("button", { name: /^Konto von/ }).click();
  await maker.getByRole("button", { name: "English" }).click();
  await expect(maker.locator("html")).toHaveAttribute("lang", "en");
});

test("the first visit is in the language of the browser", async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url, locale: "de-DE" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await expect(page.getByLabel("Passwort")).toBeVisible();
  await context.close();
});
