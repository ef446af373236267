import type { Page } from "@playwright/test";

/** What is different each time that a test runs, and what stands in its place in a picture. */
const changing: [string, string][] = [
  ["\\b127\\.0\\.0\\.1:\\d+", "127.0.0.1:7300"],
  ["\\blocalhost:\\d+", "localhost:7300"],
  ["\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "00000000-0000-7000-8000-000000000000"],
  ["\\b[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT\\b", "Wed, 01 Jan 2025 12:00:00 GMT"],
  ["\\b\\d+\\.\\d ms\\b", "0.1 ms"],
  // A connection to the service may have been kept from the call before.
  ["No new connection", "Name looked up 0.1 ms, connected 0.1 ms"],
  ["Draft kept \\d{2}:\\d{2}", "Draft kept 12:00"],
];

/**
 * Puts one and the same text in the place of times, durations, ports and ids; what it returns puts
 * everything back.
 */
export async function steady(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async (changing) => {
    const rules = changing.map(([pattern, text]) => [new RegExp(pattern, "g"), text] as const);
    const fixed = (text: string) => rules.reduce((text, [pattern, by]) => text.replace(pattern, by), text);
    const undo: (() => void)[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const before = node.nodeValue ?? "";
      const parent = node.parentElement;
      const isFigure = parent?.matches(".call-figure") && /^\d+$/.test(before);
      const after = parent?.closest("time") ? "1 Jan 2025, 12:00" : isFigure ? "12" : fixed(before);
      if (after !== before) {
        const own = node;
        own.nodeValue = after;
        undo.push(() => (own.nodeValue = before));
      }
    }
    for (const input of document.querySelectorAll("input")) {
      const before = input.value;
      if (input.type !== "file" && fixed(before) !== before) {
        input.value = fixed(before);
        undo.push(() => (input.value = before));
      }
    }
    // Where a page stands between two pixels, letters are drawn anew at another part of a pixel from time to time.
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const places = () => [...document.querySelectorAll("*")].filter((own) => own.scrollTop > 0);
    const where = () => places().map((own) => own.scrollTop).join();
    for (let before = ""; before !== where(); await frame()) {
      before = where();
      await frame();
    }
    for (const own of places()) {
      own.scrollTop = Math.round(own.scrollTop);
    }
    await frame();
    Object.assign(window, { release: () => undo.forEach((put) => put()) });
    await document.fonts.ready;
  }, changing);
  return () => page.evaluate(() => (window as unknown as { release: () => void }).release());
}
