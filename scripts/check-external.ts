/**
 * Checks on data that does not belong to the project: `npm run check:external -- DIR`, where DIR holds real files of
 * others. Every elevation model in it (`elevation/*.tif`) is described by us and by the gdaldem of this machine, cell by
 * cell. Says plainly when GDAL or the data are not there; ends with 1 when something differs.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeBand, type GeotiffRows, openGeotiffRows, type WindowLayer } from "#gis";

/** How gdaldem is asked for each layer, and how far ours may be off, relative to the value. */
const LAYERS: readonly {
  readonly id: WindowLayer;
  readonly words: readonly string[];
  readonly tolerance: number;
  readonly wilson?: boolean;
}[] = [
  { id: "slope", words: ["slope"], tolerance: 1e-5 },
  { id: "aspect", words: ["aspect"], tolerance: 1e-5 },
  { id: "hillshade", words: ["hillshade"], tolerance: 0 },
  { id: "tri", words: ["TRI", "-alg", "Riley"], tolerance: 1e-5 },
  { id: "tri", words: ["TRI", "-alg", "Wilson"], tolerance: 1e-5, wilson: true },
  { id: "tpi", words: ["TPI"], tolerance: 1e-5 },
  { id: "roughness", words: ["roughness"], tolerance: 1e-5 },
];

const [directory] = process.argv.slice(2);
if (directory === undefined) {
  console.error("usage: npm run check:external -- DIR");
  process.exit(2);
}
if (spawnSync("gdaldem", ["--version"]).error) {
  console.error("gdaldem is not installed here (Debian: gdal-bin), so nothing was compared.");
  process.exit(2);
}
const models = listModels(join(directory, "elevation"));
if (models.length === 0) {
  console.error(`${directory} holds no elevation/*.tif, so nothing was compared.`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), "fenglin-external-"));
let faults = 0;
try {
  for (const model of models) faults += await compareModel(model);
} finally {
  rmSync(scratch, { recursive: true });
}
console.log(faults === 0 ? "all layers agree" : `${faults} layers differ`);
process.exitCode = faults === 0 ? 0 : 1;

function listModels(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".tif"))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

async function compareModel(model: string): Promise<number> {
  const { rows, issues } = await openGeotiffRows(readFileSync(model), model);
  if (!rows) throw new Error(issues.map(({ code }) => code).join(", "));
  const values = await rows.readRows(0, rows.rows);
  console.log(`${model}: ${rows.cols} x ${rows.rows} cells of ${rows.cellSizeX} m, ${rows.crs}`);
  let faults = 0;
  for (const { id, words, tolerance, wilson } of LAYERS) {
    for (const computeEdges of [false, true]) {
      const theirs = await askGdal(model, words, computeEdges);
      const ours = describe(rows, values, id, computeEdges, wilson);
      const worst = furthest(ours, theirs, id);
      const raised = values.slice();
      raised[middleOf(rows, values)] += 1;
      const noticed = furthest(describe(rows, raised, id, computeEdges, wilson), theirs, id) > tolerance;
      const agrees = worst <= tolerance && noticed;
      if (!agrees) faults++;
      const name = `${words.join(" ")}${computeEdges ? " -compute_edges" : ""}`;
      console.log(
        `  ${agrees ? "agrees " : "DIFFERS"} ${name.padEnd(32)} largest difference ${worst.toExponential(1)}, a raised cell is ${noticed ? "noticed" : "NOT noticed"}`,
      );
    }
  }
  return faults;
}

function describe(
  { cols, rows, cellSizeX }: GeotiffRows,
  values: Float32Array,
  id: WindowLayer,
  computeEdges: boolean,
  wilson = false,
): ArrayLike<number> {
  const layer = describeBand({ cols, rows, cellSizeM: cellSizeX, values }, new Set([id]), {
    computeEdges,
    ruggednessMethod: wilson ? "wilson" : "riley",
  }).get(id);
  if (!layer) throw new Error(id);
  return id === "hillshade" ? Float32Array.from(layer, (grey) => (grey === 0 ? Number.NaN : grey)) : layer;
}

async function askGdal(
  model: string,
  words: readonly string[],
  computeEdges: boolean,
): Promise<Float32Array> {
  const file = join(scratch, "theirs.tif");
  const [kind, ...others] = words;
  execFileSync("gdaldem", [kind, model, file, "-q", ...others, ...(computeEdges ? ["-compute_edges"] : [])]);
  const { rows } = await openGeotiffRows(readFileSync(file), file);
  if (!rows) throw new Error(`${file} cannot be read`);
  return rows.readRows(0, rows.rows);
}

/** Largest difference relative to the value, at least to 1; infinite where only one of both is no data. */
function furthest(ours: ArrayLike<number>, theirs: Float32Array, id: WindowLayer): number {
  let worst = 0;
  for (let cell = 0; cell < theirs.length; cell++) {
    const [a, b] = [ours[cell], theirs[cell]];
    if (Number.isNaN(a) !== Number.isNaN(b)) return Number.POSITIVE_INFINITY;
    if (Number.isNaN(a)) continue;
    const off = Math.abs(a - b);
    worst = Math.max(worst, (id === "aspect" ? Math.min(off, 360 - off) : off) / Math.max(1, Math.abs(b)));
  }
  return worst;
}

/** A cell near the middle whose neighbours all have data. */
function middleOf({ cols, rows }: GeotiffRows, values: Float32Array): number {
  for (let cell = Math.floor(rows / 2) * cols + (cols >> 1); cell < values.length; cell++) {
    const around = [-cols - 1, -cols, -cols + 1, -1, 0, 1, cols - 1, cols, cols + 1];
    if (around.every((step) => !Number.isNaN(values[cell + step]))) return cell;
  }
  throw new Error("the model has no cell with all its neighbours");
}
