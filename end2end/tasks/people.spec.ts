import { Server } from "../support/server.js";
import { administrator, expect, expectQuiet, quiet, setUp, signIn, test, visit } from "../support/tenon.js";

test("a maker signs out, is asked to sign in, and goes on where they wanted to go", async ({ maker }) => {
  await visit(maker, "/account");
  await maker.getByRole("button", { name: /account/i }).first().click();
  await maker.getByRole("button", { name: "Sign out" }).click();
  await expect(maker).toHaveURL(/\/sign-in/);
  await visit(maker, "/account");
  await expect(maker).toHaveURL(/\/sign-in\?next=/);
  await maker.getByLabel("E-mail").fill(administrator.email);
  await maker.getByLabel("Password").fill(administrator.password);
  await maker.getByRole("button", { name: "Sign in" }).click();
  await expect(maker).toHaveURL(/\/account$/);
});

test("a wrong password is refused in words that do not tell which of the two was wrong", async ({ browser, server }) => {
  const page = await quiet(await browser.newContext({ baseURL: server.url }));
  const refusals: string[] = [];
  for (const [email, password] of [
    [administrator.email, "not the password at all"],
    ["nobody@example.com", "not the password at all"],
  ] as const) {
    await visit(page, "/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    const alert = page.getByRole("alert");
    await expect(alert).toBeVisible();
    refusals.push((await alert.innerText()).replace(/Request id.*/s, ""));
  }
  expect(refusals[0]).toBe(refusals[1]);
  await page.context().close();
  expectQuiet(page, /status of 40[01]/);
});

test("a password is changed, and the old one no longer works", async ({ browser }) => {
  const server = await Server.start();
  try {
    const page = await quiet(await browser.newContext({ baseURL: server.url }));
    await setUp(page);
    await visit(page, "/account");
    await page.getByLabel("Current password").fill(administrator.password);
    await page.getByLabel("New password").fill("another long password");
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText(/password (was|has been|is) changed/i).first()).toBeVisible();
    expectQuiet(page);

    const other = await quiet(await browser.newContext({ baseURL: server.url }));
    await visit(other, "/sign-in");
    await other.getByLabel("E-mail").fill(administrator.email);
    await other.getByLabel("Password").fill(administrator.password);
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other.getByRole("alert")).toBeVisible();
    expectQuiet(other, /status of 40[01]/);
    await signIn(other, "another long password");
    expectQuiet(other);
  } finally {
    await server.stop();
  }
});

test("a browser without scripts signs in, and is told when the password is wrong", async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in?next=/account");
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByLabel("Password").fill("not the password at all");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByLabel("Password").fill(administrator.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole("heading", { name: "Account" })).toBeVisible();
  await context.close();
});
