/**
 * Builds what the app runs: the main process and the preload script into `.vite/build`, the page into
 * `.vite/renderer/main_window`. `npm run build -- renderer` builds one part only.
 */
import { fileURLToPath } from "node:url";
import { build } from "vite";

export const BUILD_PARTS = ["main", "preload", "renderer"] as const;
export type BuildPart = (typeof BUILD_PARTS)[number];

/**
 * Runs the Vite builds of the given parts, one after the other.
 *
 * @param logLevel Vite's own: `warn` says nothing when all is well.
 * @throws whatever the first failing build reports.
 */
export async function buildApp(
  parts: readonly BuildPart[] = BUILD_PARTS,
  { logLevel = "warn" }: { readonly logLevel?: "info" | "warn" } = {},
): Promise<void> {
  for (const part of parts) {
    await build({
      configFile: fileURLToPath(new URL(`../vite.${part}.config.ts`, import.meta.url)),
      logLevel,
    });
  }
}

/** The parts named on a command line; all of them when none is named. Throws on any other word. */
export function readBuildParts(words: readonly string[]): readonly BuildPart[] {
  const unknown = words.filter((word) => !BUILD_PARTS.some((part) => part === word));
  if (unknown.length > 0) {
    throw new Error(`Unknown part: ${unknown.join(", ")}. The parts are ${BUILD_PARTS.join(", ")}.`);
  }
  return words.length === 0 ? BUILD_PARTS : BUILD_PARTS.filter((part) => words.includes(part));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildApp(readBuildParts(process.argv.slice(2)), { logLevel: "info" });
}
