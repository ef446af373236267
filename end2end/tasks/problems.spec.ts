import type { Locator, Page } from "@playwright/test";
import { joints } from "../support/joints.js";
import { expect, file, imported, ready, save, step, test } from "../support/tenon.js";

const source = joints("api.example.com", "none");

function panel(page: Page): Locator {
  return page.getByRole("region", { name: "Problems" });
}

async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /^Problems/ }).click();
  await expect(panel(page)).toBeVisible();
  return panel(page);
}

test("a problem appears while the maker writes, beside the field and in the list, and leads back to the field", async ({
  maker,
}) => {
  await imported(maker, file("joints.json", source), "Watched");
  const problems = await openPanel(maker);
  await step(maker, "Definition");
  await maker.getByRole("link", { name: /List joints/ }).click();
  const id = maker.getByRole("textbox", { name: "Operation ID" });
  await expect(id).toHaveValue("ListJoints");
  await id.fill("List joints");
  const problem = problems.getByRole("button", { name: /The platform turns the operation ID “List joints”/ });
  await expect(problem).toBeVisible();
  await expect(id).toHaveAccessibleDescription(/turns the operation ID “List joints” into “Listjoints”/);

  await step(maker, "Security");
  await problem.click();
  await expect(maker).toHaveURL(/definition\?operation=GET/);
  await expect(id).toBeFocused();
  await id.fill("ListJoints");
  await expect(problem).toHaveCount(0);
  await expect(id).not.toHaveAccessibleDescription(/platform turns/);
});

test("a problem of a parameter opens the parameter; one click mends it, and Undo brings it back", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Mended");
  const problems = await openPanel(maker);
  const problem = problems.getByRole("listitem").filter({ hasText: "PathParameterMissingEncoding" });
  await expect(problem).toHaveCount(1);
  await problem.getByText("PathParameterMissingEncoding").click();
  await expect(problem.getByText("Found in definition, paths › /joints/{id}")).toBeVisible();
  await problem.getByRole("button").first().click();
  await expect(maker.getByRole("heading", { name: "Get joint", level: 2 })).toBeVisible();
  await expect(maker.getByRole("button", { name: /^id path/ })).toHaveAttribute("aria-expanded", "true");

  await problem.getByRole("button", { name: /^Fix/ }).click();
  await expect(problem).toHaveCount(0);
  const undo = maker.getByRole("button", { name: /^Undo: / });
  await undo.click();
  await expect(problem).toHaveCount(1);
  await expect(maker.locator(".save-note")).toHaveText("Version 1 · saved");

  await problems.getByRole("button", { name: /^Fix all/ }).click();
  await expect(problems.getByRole("button", { name: /^Fix/ })).toHaveCount(0);
  await expect(maker.locator(".save-note")).toContainText("1 unsaved change");
  await save(maker);
});

test("the rules of another profile are asked on demand, and the panel stays as it was left", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Profiles");
  const problems = await openPanel(maker);
  await expect(problems.getByRole("listitem").first()).toBeVisible();
  const custom = await problems.getByRole("listitem").count();
  await problems.getByLabel("Rules").selectOption("Certified connector");
  await expect.poll(() => problems.getByRole("listitem").count()).toBeGreaterThan(custom);
  await maker.reload();
  await ready(maker);
  await expect(problems.getByLabel("Rules")).toHaveValue("certified");
  await problems.getByLabel("Rules").selectOption("Custom connector");
  await problems.getByRole("button", { name: "Close problems" }).click();
  await expect(problems).toHaveCount(0);
  await maker.reload();
  await ready(maker);
  await expect(maker.getByRole("button", { name: /^Problems: / })).toHaveAttribute("aria-expanded", "false");
  await expect(problems).toHaveCount(0);
});

test("a connector with problems can be saved, and one without says so", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Saved all the same");
  await step(maker, "Definition");
  await maker.getByRole("link", { name: /List joints/ }).click();
  await maker.getByRole("textbox", { name: "Operation ID" }).fill("");
  await expect(maker.getByRole("button", { name: /^Problems: 1 error/ })).toBeVisible();
  await save(maker);
  await maker.getByRole("textbox", { name: "Operation ID" }).fill("ListJoints");
  const problems = await openPanel(maker);
  await problems.getByRole("button", { name: /^Fix all/ }).click();
  await expect(problems.getByText("No problems.")).toBeVisible();
  await expect(maker.getByRole("button", { name: "Problems: none" })).toBeVisible();
});

test("whoever reads German reads problems, their fixes and the rules in German", async ({ maker }) => {
  await imported(maker, file("joints.json", source), "Zinken");
  await maker.context().addCookies([{ name: "tenon.language", value: "de", url: maker.url() }]);
  await maker.reload();
  await ready(maker);
  await maker.getByRole("button", { name: /^Probleme/ }).click();
  const problems = maker.getByRole("region", { name: "Probleme" });
  const problem = problems.getByRole("listitem").filter({ hasText: "PathParameterMissingEncoding" });
  await expect(
    problem.getByText(
      "Der Pfadparameter „id“ sagt nicht, wie sein Wert codiert wird. “x-ms-url-encoding” auf “single” setzen.",
    ),
  ).toBeVisible();
  await problem.getByText("PathParameterMissingEncoding").click();
  await expect(problem.getByText("Pfadparameter sagen, wie ihre Werte codiert werden.")).toBeVisible();
  await expect(problem.getByText(/Ein Wert mit einem Schrägstrich .* zerbricht den Pfad/)).toBeVisible();

  await problem.getByRole("button", { name: "Beheben: Den Parameter „id“ einmal codieren" }).click();
  await expect(problem).toHaveCount(0);
  await maker.getByRole("button", { name: "Rückgängig: Den Parameter „id“ einmal codieren" }).click();
  await expect(problem).toHaveCount(1);
});
