import { defineConfig } from "vite";

/**
 * The preload script: one CommonJS file. A sandboxed preload can require nothing but Electron's own names,
 * so everything else is bundled and a Node module here would be an error at load.
 */
export default defineConfig({
  build: {
    outDir: ".vite/build",
    emptyOutDir: false,
    copyPublicDir: false,
    target: "chrome140",
    minify: false,
    lib: { entry: "electron/preload.ts", formats: ["cjs"], fileName: () => "preload.cjs" },
    rollupOptions: { external: ["electron"] },
  },
  clearScreen: false,
});
