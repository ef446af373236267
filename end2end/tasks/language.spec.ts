import type { Locator } from "@playwright/test";
import { joints } from "../support/joints.js";
import { choose, expect, file, imported, ready, test, visit } from "../support/tenon.js";

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

test("whoever reads German reads in German what an import changes", async ({ maker }) => {
  await maker.context().addCookies([{ name: "tenon.language", value: "de", url: maker.url() }]);
  const source = {
    openapi: "3.1.0",
    info: { title: "Zinken", version: "1" },
    paths: { "/joints": { get: { operationId: "ListJoints", summary: "List joints" } } },
  };
  await choose(maker, file("zinken.json", JSON.stringify(source)));
  const ledger = maker.getByRole("region", { name: "Was sich unterwegs ändert" });
  const row = ledger.getByRole("row").filter({ hasText: "Das Dokument nennt keinen Server." });
  await expect(row).toContainText("hinzugefügt");
  await ledger.getByRole("searchbox").fill("eine Antwort beschreiben");
  await ledger.getByRole("button", { name: /^Eine Operation muss eine Antwort beschreiben/ }).click();
  await expect(ledger.getByRole("region", { name: "Wo es steht" })).toContainText("Zeile 1, Spalte");

  await choose(maker, file("zinken.yaml", "# Zinken\nswagger: 2.0\ninfo: {title: Zinken, version: '1'}\npaths: {}\n"));
  const findings = maker.getByRole("region", { name: "2 Befunde" });
  await expect(findings).toContainText(
    "zinken.yaml: Die Kommentare des YAML-Textes werden nicht behalten: Eine Definition ist JSON.",
  );
  await expect(findings).toContainText("zinken.yaml, Zeile 2, Spalte 1: swagger ist im YAML-Text eine Zahl");
});

test("whoever reads German reads in German what is wrong with a field", async ({ maker }) => {
  await imported(maker, file("joints.json", joints("api.example.com", "key")), "Zinken");
  await maker.context().addCookies([{ name: "tenon.language", value: "de", url: maker.url() }]);
  await maker.reload();
  await ready(maker);
  const field = (name: string): Locator => maker.getByRole("textbox", { name, exact: true });
  await field("Host").fill("");
  await expect(maker.getByText("Den Host eingeben, auf dem die API läuft, etwa api.example.com.")).toBeVisible();
  await field("Basis-URL").fill("v1");
  await expect(maker.getByText("Die Basis-URL beginnt mit einem Schrägstrich.")).toBeVisible();
  await field("Website").fill("example.com");
  await expect(maker.getByText("Die ganze Adresse schreiben, mit https:// am Anfang.")).toBeVisible();
  await maker.getByRole("link", { name: "Sicherheit", exact: true }).click();
  await maker.getByLabel("Art der Authentifizierung", { exact: true }).selectOption("OAuth 2.0");
  await expect(maker.getByText("Ohne diese Adresse kann sich niemand anmelden. Sie eingeben.")).toHaveCount(2);
  await maker.getByRole("button", { name: "Verbindungsparameter hinzufügen" }).click();
  const name = maker.getByLabel("Name", { exact: true });
  await name.fill("eine Region");
  await name.press("Enter");
  await expect(maker.getByText("„eine Region“ kann kein Name sein.")).toBeVisible();
  const added = (await maker.locator(".question-row code").innerText()).trim();
  await expect(maker.getByRole("button", { name: `Löschen „${added}“` })).toBeVisible();
});
