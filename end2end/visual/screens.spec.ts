import type { Page } from "@playwright/test";
import { hasCorpus, packed } from "../support/corpus.js";
import { joints } from "../support/joints.js";
import { Server } from "../support/server.js";
import { choose, expect, expectQuiet, file, imported, preview, quiet, ready, setUp, signIn, test, visit } from "../support/tenon.js";

/** Where the pictures go, to be looked at. */
const folder = "test-results/screens";

const sizes = [
  { name: "wide", width: 1280, height: 800 },
  { name: "narrow", width: 390, height: 844 },
];

/** Takes the screen in both sizes, and sees that nothing has to be scrolled sideways. */
async function picture(page: Page, theme: string, screen: string): Promise<void> {
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${folder}/${screen}-${theme}-${name}.png`, animations: "disabled" });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${screen} is wider than a ${name} window by so many pixels`).toBeLessThanOrEqual(0);
  }
}

for (const theme of ["light", "dark"] as const) {
  test(`every screen is drawn whole in the ${theme} theme`, async ({ browser, upstream }) => {
    const server = await Server.start();
    try {
      const page = await quiet(await browser.newContext({ baseURL: server.url, colorScheme: theme }));
      const take = (screen: string) => picture(page, theme, screen);
      await visit(page, "/setup");
      await take("set-up");
      await setUp(page);
      await take("connectors-none");
      for (const path of ["/connectors/new", "/account"]) {
        await visit(page, path);
        await take(path.slice(1).replace("/", "-"));
      }
      await choose(page, file("joints.json", joints("api.example.com", "key")));
      await expect(preview(page)).toBeVisible();
      await take("import-preview");
      await choose(page, file("broken.json", '{\n  "swagger": \n}\n'));
      await expect(page.getByRole("alert").first()).toBeVisible();
      await take("import-refused");
      expectQuiet(page, /status of 400/);

      if (hasCorpus) {
        for (const name of ["c-activecampaign", "c-azuread", "c-data8"]) {
          await imported(page, file(`${name}.zip`, packed(name)), name.slice(2));
        }
      }
      const id = await imported(page, file("joints.json", joints(upstream.host)), "Joints");
      for (const step of ["general", "security", "definition", "code", "test"]) {
        await visit(page, `/connectors/${id}/${step}`);
        await take(`designer-${step}`);
      }
      await visit(page, `/connectors/${id}/definition`);
      await page.getByRole("textbox", { name: "Operation ID" }).fill("List joints");
      await page.getByRole("button", { name: /^Problems/ }).click();
      await page.getByLabel("Rules").selectOption("Certified connector");
      const problem = page.getByRole("listitem").filter({ hasText: "OperationIdSanitized" });
      await problem.getByText("OperationIdSanitized").click();
      await page.getByRole("textbox", { name: "Operation ID" }).focus();
      await take("designer-problems");
      await page.getByRole("button", { name: "Close problems" }).click();
      await page.getByRole("link", { name: "Versions" }).click();
      await expect(page.getByText("An operation has another ID.")).toBeVisible();
      await take("versions");
      await page.getByRole("button", { name: /^Undo/ }).click();
      await visit(page, `/connectors/${id}/test`);
      await page.getByRole("button", { name: "Test operation" }).click();
      await expect(page.getByText("200 OK")).toBeVisible();
      await take("designer-test-done");
      await visit(page, "/connectors");
      await take("connectors");
      expectQuiet(page);

      await page.goto("/nowhere");
      await ready(page);
      await take("not-found");
      expectQuiet(page, /status of 404/);
      await page.context().clearCookies();
      await visit(page, "/sign-in");
      await take("sign-in");
      await signIn(page);
      await page.context().close();
    } finally {
      await server.stop();
    }
  });
}
