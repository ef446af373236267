import type { Page } from "@playwright/test";

/** What a page notes of itself, from its first moment on. */
interface Notes {
  hydrated: number;
  shifts: { value: number; what: string }[];
}

declare global {
  interface Window {
    notes: Notes;
  }
}

/** Has every page that this one goes to note when it is hydrated and what shifts. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes: Notes = { hydrated: 0, shifts: [] };
    window.notes = notes;
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset.hydrated === "true") {
        notes.hydrated = performance.now();
        observer.disconnect();
      }
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-hydrated"] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as any[]) {
        if (!entry.hadRecentInput) {
          const what = entry.sources.map((source: any) => source.node?.className || source.node?.nodeName).join(", ");
          notes.shifts.push({ value: entry.value, what });
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The notes of the page as it stands, once nothing more is to come. */
export async function notes(page: Page, rest = 500): Promise<Notes> {
  await page.waitForTimeout(rest);
  return page.evaluate(() => window.notes);
}

/**
 * Writes into the control that has the focus and measures each key: from the moment the browser got it until the
 * picture that shows it is laid out and handed over to be drawn; in milliseconds.
 */
export async function keyStrokes(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    let pressed = 0;
    document.addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true });
    document.addEventListener(
      "input",
      () => {
        const began = pressed;
        // What is posted from the handler of a picture runs when that picture has been made.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => taken.push(performance.now() - began);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  await page.keyboard.type(text, { delay: 40 });
  await page.waitForTimeout(500);
  return page.evaluate(() => (window as unknown as { taken: number[] }).taken);
}

/** Scrolls a frame evenly for some seconds; how long each picture took, in milliseconds. */
export async function scroll(page: Page, selector: string, seconds: number, perPicture: number): Promise<number[]> {
  return page.evaluate(
    async ([selector, seconds, perPicture]) => {
      const frame = document.querySelector(selector as string);
      const pictures: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      const end = last + Number(seconds) * 1000;
      while (last < end) {
        frame?.scrollBy(0, Number(perPicture));
        const now = await new Promise<number>(requestAnimationFrame);
        pictures.push(now - last);
        last = now;
      }
      return pictures;
    },
    [selector, seconds, perPicture] as const,
  );
}

/** From the last key written until an attribute changed for the last time before a second of rest, in milliseconds. */
export async function settling(page: Page, selector: string, attribute: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(
    ([selector, attribute]) => {
      const times = { begun: 0, changed: 0 };
      Object.assign(window, { times });
      document.addEventListener("input", (event) => (times.begun = event.timeStamp), { capture: true });
      const element = document.querySelector(selector as string);
      if (element) {
        new MutationObserver(() => (times.changed = performance.now())).observe(element, {
          attributes: true,
          attributeFilter: [attribute as string],
        });
      }
    },
    [selector, attribute] as const,
  );
  await act();
  await page.waitForTimeout(1500);
  const times = await page.evaluate(() => (window as unknown as { times: { begun: number; changed: number } }).times);
  if (times.changed < times.begun) {
    throw new Error(`${attribute} of ${selector} did not change.`);
  }
  return times.changed - times.begun;
}

/** Begins to wait for the choice of a file; when asked, how long ago that was, in milliseconds. */
export async function choices(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    // Not from the call of Playwright on, which first brings the file to the browser.
    const note = () => Object.assign(window, { chosen: performance.now() });
    document.addEventListener("change", note, { capture: true, once: true });
  });
  return () => page.evaluate(() => performance.now() - (window as unknown as { chosen: number }).chosen);
}

/** Begins to take down the tasks of the page that are longer than 50 ms; when asked, the lengths in milliseconds of those
 * that began after the file was chosen: those before bring it to the browser. */
export async function longTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const tasks: { start: number; length: number }[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        tasks.push({ start: entry.startTime, length: entry.duration });
      }
    }).observe({ type: "longtask" });
  });
  return async () => {
    // Tasks are told of when they are over, in a task of their own.
    await page.waitForTimeout(200);
    return page.evaluate(() => {
      const { tasks, chosen } = window as unknown as { tasks: { start: number; length: number }[]; chosen: number };
      return tasks.filter((task) => task.start >= chosen).map((task) => task.length);
    });
  };
}
