import { defineConfig } from "@playwright/test";
import base from "../playwright.config.js";

/** One browser at a time, with nothing recorded beside it: what is measured here is time. */
export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: ["*.spec.ts"],
  globalTeardown: undefined,
  outputDir: "../test-results",
  workers: 1,
  retries: 0,
  timeout: 900_000,
  reporter: [["line"]],
  use: { ...base.use, trace: "off" },
});
