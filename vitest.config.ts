import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{gis,solver,report,cli,electron,renderer,sample-regions,scripts,tests}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "tests/app/**", "tests/package/**"],
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    retry: 0,
  },
});
