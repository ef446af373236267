import { defineConfig } from "@playwright/test";

/** Debian's Chromium, kept from looking for anything outside this machine. */
const chromium = {
  executablePath: process.env.TENON_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export default defineConfig({
  testDir: ".",
  testMatch: ["tasks/*.spec.ts", "access/*.spec.ts", "visual/*.spec.ts"],
  snapshotPathTemplate: "visual/baseline/{arg}{ext}",
  globalTeardown: "./visual/shrink.ts",
  outputDir: "test-results",
  reporter: [["list"]],
  workers: 2,
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    // Letters may differ at their edges: a layer that a busy machine draws half a pixel aside changed 861 pixels. A
    // short word that is missing passes too; what pages say is for the tasks to check.
    toHaveScreenshot: { maxDiffPixels: 1000, threshold: 0.2, scale: "css" },
  },
  forbidOnly: process.env.CI === "true",
  // A shared machine can stall for longer than a test waits; a test that needs its second try is listed as flaky.
  retries: process.env.CI === "true" ? 1 : 0,
  use: {
    browserName: "chromium",
    launchOptions: chromium,
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
  },
});
