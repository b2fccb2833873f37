import packageJson from "../../package.json" with { type: "json" };

/** Versions the report names: of this program and of the engine it solved with. */
export const VERSIONS = {
  program: packageJson.version,
  engine: `highs ${packageJson.dependencies.highs}`,
};
