import { defineConfig } from "vitest/config";

/**
 * Tests of what the build made: the app in a real Chromium, and the package. One file at a time, because each drives a
 * browser or a packager of its own and the machine they run on may have two cores.
 */
export default defineConfig({
  test: {
    include: ["tests/app/**/*.test.ts", "tests/package/**/*.test.ts"],
    environment: "node",
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
