import { type BrowserContext, type Locator, type Page, test as base, expect } from "@playwright/test";
import { Server } from "./server.js";
import { Upstream } from "./upstream.js";

/** The administrator that every test but the first-run one begins with. */
export const administrator = {
  name: "Ada Joiner",
  email: "ada@example.com",
  password: "a long enough password",
};

interface TestFixtures {
  /** The service that calls go to. */
  upstream: Upstream;
  /** A page of somebody who is signed in, on the list of connectors. */
  maker: Page;
  /** Another browser of the same person. */
  secondBrowser: () => Promise<Page>;
}

interface WorkerFixtures {
  /** A server that is set up. Tests share it and bring connectors of their own. */
  server: Server;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({ browser }, use) => {
      const server = await Server.start();
      const context = await browser.newContext({ baseURL: server.url });
      await setUp(await context.newPage());
      await context.close();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  upstream: async ({}, use) => {
    const upstream = await Upstream.start();
    await use(upstream);
    await upstream.stop();
  },

  maker: async ({ browser, server }, use) => {
    const context = await browser.newContext({ baseURL: server.url });
    const page = await quiet(context);
    await signIn(page);
    await use(page);
    await context.close();
    expectQuiet(page);
  },

  secondBrowser: async ({ browser, server }, use) => {
    const opened: Page[] = [];
    await use(async () => {
      const page = await quiet(await browser.newContext({ baseURL: server.url }));
      opened.push(page);
      await signIn(page);
      return page;
    });
    for (const page of opened) {
      await page.context().close();
      expectQuiet(page);
    }
  },
});

export { expect };

const said = new WeakMap<Page, string[]>();

/** A page whose console is listened to. */
export async function quiet(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const messages: string[] = [];
  said.set(page, messages);
  page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(`error: ${error.message}`));
  return page;
}

/** The browser's console stayed empty; `allowed` are lines that the test provoked on purpose. */
export function expectQuiet(page: Page, allowed?: RegExp): void {
  const messages = said.get(page) ?? [];
  expect(messages.filter((line) => !allowed?.test(line))).toEqual([]);
  said.set(page, []);
}

/** Goes to an address and waits until the page can be used. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** Waits until the page is hydrated. */
export async function ready(page: Page): Promise<void> {
  await page.locator("html[data-hydrated=true]").waitFor({ state: "attached" });
}

export async function setUp(page: Page): Promise<void> {
  await visit(page, "/");
  await expect(page).toHaveURL(/\/setup$/);
  await page.getByLabel("Name").fill(administrator.name);
  await page.getByLabel("E-mail").fill(administrator.email);
  await page.getByLabel("Password").fill(administrator.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page).toHaveURL(/\/connectors$/);
}

export async function signIn(
  page: Page,
  password = administrator.password,
  email = administrator.email,
): Promise<void> {
  await visit(page, "/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/connectors$/);
  await ready(page);
}

/** A file as the browser's file picker takes it. */
export interface PickedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function file(name: string, content: string | Buffer): PickedFile {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
}

/** Chooses a file for import and waits for what the page says of it. */
export async function choose(page: Page, picked: PickedFile): Promise<void> {
  await visit(page, "/connectors/new");
  await page.locator("input[type=file]").first().setInputFiles(picked);
}

/** What the preview says of a file. */
export function preview(page: Page): Locator {
  return page.getByRole("region", { name: "What the file holds" });
}

/** Imports a file under a title of its own and returns the new connector's id. */
export async function imported(page: Page, picked: PickedFile, title: string): Promise<string> {
  await choose(page, picked);
  await preview(page).getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Create connector" }).click();
  await expect(page).toHaveURL(/\/connectors\/[0-9a-f-]+\/general/);
  await ready(page);
  await expect(page.getByRole("textbox", { name: "Name of the connector" })).toBeVisible();
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

/** Goes to a step of the designer by its link. */
export async function step(page: Page, name: "General" | "Security" | "Definition" | "Code" | "Test"): Promise<void> {
  await page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name }).click();
  await expect(page).toHaveURL(new RegExp(`/${name.toLowerCase()}`));
}

/** Saves and waits until it is done. */
export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator(".save-note")).toHaveText(/saved$/);
}
