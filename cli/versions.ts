import { readFile } from "node:fs/promises";
import type { EngineId } from "#solver/engine";

/** The npm package behind each engine; the dual engine is our own and lets HiGHS solve its cores. */
const ENGINE_PACKAGES: Readonly<Record<EngineId, string>> = {
  highs: "highs",
  glpk: "glpk.js",
  dual: "highs",
};

/** Versions a report names. */
export async function readVersions(
  engine: EngineId,
): Promise<{ readonly program: string; readonly engine: string }> {
  const name = ENGINE_PACKAGES[engine];
  const [program, enginePackage] = await Promise.all([
    readProgramVersion(),
    readVersion(new URL(`../node_modules/${name}/package.json`, import.meta.url)),
  ]);
  return { program, engine: `${name} ${enginePackage}` };
}

/** Version of this program. */
export async function readProgramVersion(): Promise<string> {
  return readVersion(new URL("../package.json", import.meta.url));
}

async function readVersion(file: URL): Promise<string> {
  const { version }: { version?: unknown } = JSON.parse(await readFile(file, "utf8"));
  return String(version);
}
