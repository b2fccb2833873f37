import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Rolldown } from "vite";

/**
 * The window's page. `base: "./"`, because the same files are served under `app://fenglin/` and under a loopback
 * address; `es` workers, because the map's and the solver's workers import modules of their own.
 */
export default defineConfig({
  root: fileURLToPath(new URL("renderer", import.meta.url)),
  base: "./",
  plugins: [react()],
  worker: {
    format: "es",
    rollupOptions: { onLog: dropExpectedNotes, checks: { pluginTimings: false } },
  },
  build: {
    outDir: "../.vite/renderer/main_window",
    emptyOutDir: true,
    target: "es2023",
    // The map library and the engines are large by nature; a warning about it on every build hides others.
    chunkSizeWarningLimit: 4000,
    // How long the bundler took is no warning either.
    rollupOptions: { onLog: dropExpectedNotes, checks: { pluginTimings: false } },
    // An inlined asset is a data: URL, which the worker and script rules of our content policy refuse.
    assetsInlineLimit: 0,
  },
  clearScreen: false,
});

/**
 * The engines' packages carry a branch for Node that is never taken in a browser; that Vite leaves it out is no news.
 */
function dropExpectedNotes(
  level: Rolldown.LogLevel,
  log: Rolldown.RolldownLog,
  report: (level: Rolldown.LogLevel, log: Rolldown.RolldownLog) => void,
): void {
  const isExpected = /externalized for browser.*\/node_modules\/(glpk\.js|highs)\//.test(log.message);
  if (!isExpected) report(level, log);
}
