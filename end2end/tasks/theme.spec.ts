import { expect, test, visit } from "../support/tenon.js";

test("the chosen theme is there before anything is drawn", async ({ maker }) => {
  await maker.emulateMedia({ colorScheme: "light" });
  await visit(maker, "/connectors");
  const background = () => maker.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await maker.getByRole("button", { name: /^Account of/ }).click();
  await maker.getByRole("button", { name: "Dark" }).click();
  await maker.getByRole("button", { name: /^Account of/ }).click();
  await expect(maker.getByRole("button", { name: "Dark" })).toHaveAttribute("aria-pressed", "true");
  await maker.keyboard.press("Escape");
  const dark = await background();
  expect(dark).not.toBe(light);

  await maker.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      if (document.body) {
        seen.push(getComputedStyle(document.body).backgroundColor);
      }
      if (document.documentElement.dataset.hydrated !== "true") {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
  await visit(maker, "/connectors");
  const seen = await maker.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.length).toBeGreaterThan(0);
  expect(new Set(seen)).toEqual(new Set([dark]));

  await maker.getByRole("button", { name: /^Account of/ }).click();
  await maker.getByRole("button", { name: "As the system" }).click();
  await visit(maker, "/account");
  expect(await background()).toBe(light);
});
