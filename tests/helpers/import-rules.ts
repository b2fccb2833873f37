import { builtinModules } from "node:module";
import { posix } from "node:path";
import ts from "typescript";

/**
 * Who may import whom, as a table, and a checker of sources against it. TypeScript's project references keep the same
 * order at compile time; this keeps what they cannot: the home of each library, public entries, and cycles.
 */

/** What one folder may meet. */
export interface FolderRule {
  /** Folders it may import, by their name in package.json's `imports`. */
  readonly imports: readonly string[];
  /** Whether it runs without Node, DOM and React: in app, command line and tests alike. */
  readonly isPure?: boolean;
  /** Whether it may import Node's modules. Pure folders and the window may not. */
  readonly mayUseNode?: boolean;
}

const STAGES = [
  "gis",
  "solver/region",
  "solver/assessment",
  "solver/model",
  "solver/engine",
  "solver/layout",
  "solver/evaluation",
] as const;

/** Every folder with code of ours, in the order of the flow. A folder imports only what stands above it. */
export const FOLDER_RULES: Readonly<Record<string, FolderRule>> = {
  gis: { imports: [], isPure: true },
  "solver/region": { imports: ["gis"], isPure: true },
  "solver/assessment": { imports: ["gis", "solver/region"], isPure: true },
  "solver/model": { imports: ["gis", "solver/region", "solver/assessment"], isPure: true },
  "solver/engine": { imports: ["solver/region", "solver/model"], isPure: true },
  "solver/layout": { imports: ["gis", "solver/region", "solver/model", "solver/engine"], isPure: true },
  "solver/evaluation": {
    imports: ["gis", "solver/region", "solver/assessment", "solver/model", "solver/layout"],
    isPure: true,
  },
  solver: { imports: STAGES, isPure: true },
  report: { imports: [...STAGES, "solver"], isPure: true },
  cli: { imports: [...STAGES, "solver", "report"], mayUseNode: true },
  "electron/ipc": { imports: [], isPure: true },
  electron: { imports: ["electron/ipc"], mayUseNode: true },
  renderer: { imports: [...STAGES, "solver", "report", "electron/ipc"] },
  "sample-regions/generate": { imports: ["gis", "solver/region"], mayUseNode: true },
  scripts: { imports: [...STAGES, "solver", "report", "cli"], mayUseNode: true },
};

/** Names in package.json's `imports` that differ from the folder's own. */
const FOLDER_NAMES: Readonly<Record<string, string>> = { "#ipc": "electron/ipc" };

/** Libraries that live in one place, as a pattern of files. */
const LIBRARY_HOMES: readonly (readonly [library: RegExp, home: RegExp])[] = [
  [/^maplibre-gl(\/|$)/, /^renderer\/map\//],
  [/^highs(\/|$)/, /^solver\/engine\/highs[^/]*\.ts$|^renderer\/workers\//],
  [/^glpk\.js(\/|$)/, /^solver\/engine\/glpk[^/]*\.ts$/],
  [/^geotiff$/, /^gis\/read\/geotiff\.ts$/],
  [/^proj4$/, /^gis\/crs\.ts$/],
  [/^electron$/, /^electron\/[^/]+\.ts$/],
  [/^(react|react-dom|@mantine\/|@tabler\/|zustand|immer|@observablehq\/)/, /^renderer\//],
];

const NODE_MODULES = new Set(builtinModules);

/** A source file: its path below the checkout, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** An import that breaks a rule. */
export interface Breach {
  readonly path: string;
  readonly specifier: string;
  readonly rule:
    | "folder order"
    | "public entry"
    | "library home"
    | "no Node here"
    | "no such folder"
    | "cycle";
}

/** All imports that break a rule, of these sources. Tests beside the sources are not looked at: they may meet all. */
export function findBreaches(sources: readonly SourceFile[]): Breach[] {
  const files = sources
    .filter(({ path }) => !/\.test\.tsx?$/.test(path))
    .map(({ path, text }) => ({
      path,
      specifiers: listImports(text),
      targets: listRunTimeTargets(path, text),
    }));
  const single = files.flatMap(({ path, specifiers }) =>
    specifiers.flatMap((specifier) => {
      const rule = checkImport(path, specifier);
      return rule === null ? [] : [{ path, specifier, rule }];
    }),
  );
  const cycles = findCycles(new Map(files.map(({ path, targets }) => [path, targets])));
  return [
    ...single,
    ...cycles.map((cycle) => ({ path: cycle[0], specifier: cycle.join(" -> "), rule: "cycle" as const })),
  ];
}

/** The folder of the table that a path belongs to: the longest that contains it. */
export function ownerOf(path: string): string | null {
  const owners = Object.keys(FOLDER_RULES).filter((folder) => path.startsWith(`${folder}/`));
  return owners.sort((a, b) => b.length - a.length)[0] ?? null;
}

function checkImport(path: string, specifier: string): Breach["rule"] | null {
  const owner = ownerOf(path);
  if (owner === null) return "no such folder";
  const rule = FOLDER_RULES[owner];
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(path), specifier);
    // The program's version stands in package.json and nowhere else.
    return target === "package.json" || ownerOf(target) === owner ? null : "public entry";
  }
  if (specifier.startsWith("#")) {
    const target = FOLDER_NAMES[specifier] ?? specifier.slice(1);
    if (FOLDER_RULES[target] === undefined) return "public entry";
    return rule.imports.includes(target) ? null : "folder order";
  }
  if (specifier.startsWith("node:") || NODE_MODULES.has(specifier)) {
    return rule.mayUseNode === true ? null : "no Node here";
  }
  const homes = LIBRARY_HOMES.filter(([library]) => library.test(specifier));
  return homes.every(([, home]) => home.test(path)) ? null : "library home";
}

/** What a source imports, by any form of import, without Vite's `?worker` and the like. */
function listImports(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName.split("?")[0]);
}

/** Files of the same folder that are loaded with a source. Imports of types are gone by then, and may go both ways. */
function listRunTimeTargets(path: string, text: string): string[] {
  return listImports(text.replace(/^(import|export) type\b[^;]*;/gm, ""))
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => posix.join(posix.dirname(path), specifier));
}

/** One cycle for each file that begins one, by depth-first search; a path from a file back to itself. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const finished = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      cycles.push([...trail.slice(start), file]);
      return;
    }
    if (finished.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}
