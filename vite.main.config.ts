import { builtinModules } from "node:module";
import { defineConfig } from "vite";

/** The main process: one CommonJS file, with Electron and Node's own modules left outside. */
export default defineConfig({
  build: {
    outDir: ".vite/build",
    emptyOutDir: false,
    copyPublicDir: false,
    target: "node24",
    minify: false,
    lib: { entry: "electron/main.ts", formats: ["cjs"], fileName: () => "main.cjs" },
    rollupOptions: { external: ["electron", /^node:/, ...builtinModules] },
  },
  resolve: { conditions: ["node"], mainFields: ["module", "main"] },
  clearScreen: false,
});
