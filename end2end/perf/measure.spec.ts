import { type Browser, type BrowserContext, type Page, expect, test } from "@playwright/test";
import { importMany } from "../support/many.js";
import base from "../playwright.config.js";
import { Server } from "../support/server.js";
import { file, imported, setUp, signIn, visit } from "../support/tenon.js";
import { type Figure, percentile, table } from "./figures.js";
import { described, large } from "./large.js";
import { choices, keyStrokes, longTasks, notes, scroll, settling, watch } from "./probes.js";

/** So many connectors are in the list, made through the door that imports take. */
const connectors = Number(process.env.TENON_PERF_CONNECTORS ?? 10_000);
/** So many operations has the large connector. */
const operations = 1_000;
/** How often a page is loaded anew to time it; the middle one counts. */
const loads = 5;

test("the figures of the browser", async ({ browser }) => {
  const server = await Server.start();
  try {
    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    await watch(page);
    await setUp(page);
    const id = await imported(page, file("shops.json", large(operations)), "Shops");
    const figures = [
      await weight(context, server),
      await hydration(browser, server),
      ...(await shifts(page, id)),
      await keys(browser, server, id),
      await lint(page, id),
      ...(await importing(page)),
      await list(page, server),
    ];
    console.log(`\n${table(figures)}\n`);
  } finally {
    await server.stop();
  }
});

/** What of WASM is fetched before the first screen can be used. */
async function weight(context: BrowserContext, server: Server): Promise<Figure> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const files = new Map<string, { url: string; encoding: string }>();
  let bytes = 0;
  let encoding = "";
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const header = Object.entries(response.headers).find(([name]) => name.toLowerCase() === "content-encoding");
    files.set(requestId, { url: response.url, encoding: header?.[1] ?? "not compressed: a dev build" });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const loaded = files.get(requestId);
    if (loaded?.url.endsWith(".wasm")) {
      bytes += encodedDataLength;
      encoding = loaded.encoding;
    }
  });
  await visit(page, `${server.url}/connectors`);
  await page.waitForTimeout(500);
  await page.close();
  expect(bytes).toBeGreaterThan(0);
  return { name: "WASM before the first screen", goal: 300, measured: bytes / 1024, unit: "KiB", note: encoding };
}

/** From the click on a link from outside until the list can be used, with nothing in the browser's store. */
async function hydration(browser: Browser, server: Server): Promise<Figure> {
  const times: number[] = [];
  for (let load = 0; load < loads; load++) {
    const context = await browser.newContext({ baseURL: server.url });
    const page = await context.newPage();
    await signIn(page);
    const session = await context.newCDPSession(page);
    await session.send("Network.clearBrowserCache");
    await watch(page);
    await visit(page, "/connectors");
    times.push((await notes(page)).hydrated);
    await context.close();
  }
  const most = Math.round(Math.max(...times));
  return {
    name: "hydrated on loopback",
    goal: 800,
    measured: percentile(times, 0.5),
    unit: "ms",
    note: `the middle of ${loads}, at most ${most}`,
  };
}

/** What moves by itself on each main screen. */
async function shifts(page: Page, id: string): Promise<Figure[]> {
  const steps = ["general", "security", "definition", "code", "test", "versions"];
  const screens = ["/connectors", "/connectors/new", "/account", ...steps.map((step) => `/connectors/${id}/${step}`)];
  const figures: Figure[] = [];
  for (const screen of screens) {
    await visit(page, screen);
    const { shifts } = await notes(page, 1000);
    figures.push({
      name: `CLS of ${screen.replace(id, "…")}`,
      goal: 0,
      measured: shifts.reduce((sum, shift) => sum + shift.value, 0),
      unit: "",
      note: [...new Set(shifts.map((shift) => shift.what))].join("; "),
    });
  }
  return figures;
}

/** Writes a description in the designer of the large connector: in a browser that makes a picture as soon as there is
 * one to make, as a display that is asked at 60 Hz adds up to 16.7 ms to any page; and, for the note, in one that waits. */
async function keys(browser: Browser, server: Server, id: string): Promise<Figure> {
  const { launchOptions } = base.use ?? {};
  const args = [...(launchOptions?.args ?? []), "--disable-frame-rate-limit", "--disable-gpu-vsync"];
  const unpaced = await browser.browserType().launch({ ...launchOptions, args });
  const taken = await written(unpaced, server, id);
  await unpaced.close();
  const paced = await written(browser, server, id);
  const [middle, most] = [percentile(taken, 0.5), Math.max(...taken)];
  return {
    name: "key stroke on screen, 95th percentile",
    goal: 16,
    measured: percentile(taken, 0.95),
    unit: "ms",
    note: `${taken.length} keys, the middle one ${middle.toFixed(1)} ms, at most ${most.toFixed(1)} ms; with the wait for a display of 60 Hz ${percentile(paced, 0.95).toFixed(1)} ms`,
  };
}

/** How long each key of a long description takes, in milliseconds. */
async function written(browser: Browser, server: Server, id: string): Promise<number[]> {
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await signIn(page);
  await visit(page, `/connectors/${id}/general`);
  await page.getByRole("textbox", { name: "Description" }).focus();
  const text = "Joints that hold without glue, from shops that cut them by hand and by machine. ".repeat(3);
  const taken = await keyStrokes(page, text);
  expect(taken.length).toBeGreaterThan(200);
  await context.close();
  return taken;
}

/** Gives an operation of the large connector an ID that lint has something to say of. */
async function lint(page: Page, id: string): Promise<Figure> {
  await visit(page, `/connectors/${id}/definition`);
  await page.getByRole("link", { name: /Get joint 0000/ }).click();
  const field = page.getByRole("textbox", { name: "Operation ID" });
  await expect(field).toHaveValue("GetJoint0000");
  const toggle = ".problems-toggle";
  await expect(page.locator(toggle)).toHaveAttribute("aria-label", /^Problems: /);
  const times: number[] = [];
  for (const text of ["Get joint 0", "GetJoint0", "Get joint 00", "GetJoint00", "Get joint 000"]) {
    times.push(await settling(page, toggle, "aria-label", () => field.fill(text)));
  }
  return {
    name: `lint after one edit, ${operations} operations`,
    goal: 60,
    measured: percentile(times, 0.5),
    unit: "ms",
    note: `the middle of ${times.length}, at most ${Math.round(Math.max(...times))}`,
  };
}

/** Imports a large description: from the choice of the file until its operations are listed, and whether the page froze. */
async function importing(page: Page): Promise<Figure[]> {
  const count = 1_100;
  const source = file("many-shops.json", described(count));
  await visit(page, "/connectors/new");
  const tasks = await longTasks(page);
  const chosen = await choices(page);
  await page.locator("input[type=file]").first().setInputFiles(source);
  const bar = page.getByText(`${count} of ${count} chosen`);
  await bar.waitFor({ timeout: 120_000 });
  const shown = await chosen();
  await page.getByLabel("Search operations").fill("joint 1099");
  await expect(page.getByRole("row", { name: /MakeJoint1099/ })).toBeVisible();
  const longest = Math.max(0, ...(await tasks()));
  const size = `${(source.buffer.length / 1e6).toFixed(1)} MB, ${count} operations`;
  return [
    { name: "import of a large description, until it is listed", goal: 2000, measured: shown, unit: "ms", note: size },
    { name: "longest task of the page meanwhile", goal: 100, measured: longest, unit: "ms" },
  ];
}

/** Scrolls the list of ten thousand evenly, and says how long the list took to come. */
async function list(page: Page, server: Server): Promise<Figure> {
  const began = Date.now();
  await importMany(page.request, server.url, "Reel", connectors - 1);
  const made = Math.round((Date.now() - began) / 1000);
  await visit(page, "/connectors?sort=title");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(`${connectors < 10_000 ? connectors : connectors.toLocaleString("en")} connectors`);
  const pictures = await scroll(page, ".connectors-frame", 5, 30);
  const total = pictures.reduce((sum, picture) => sum + picture, 0);
  const late = pictures.filter((picture) => picture > 20).length;
  const timing = await page.evaluate(() => performance.getEntriesByType("navigation")[0]?.toJSON());
  const html = Math.round(timing.decodedBodySize / 1024);
  return {
    name: `pictures per second, scrolling ${connectors} connectors`,
    goal: 59.5,
    atLeast: true,
    measured: (pictures.length * 1000) / total,
    unit: "",
    note: `${late} of ${pictures.length} late; page of ${html} KiB after ${Math.round(timing.responseStart)} ms; made in ${made} s`,
  };
}
