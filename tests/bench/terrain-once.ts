import { open, readFile, rm } from "node:fs/promises";
import {
  aspectDegrees,
  type CellCover,
  describeBand,
  describeFlow,
  type GeotiffOptions,
  GeotiffStrips,
  type Grid,
  openGeotiffRows,
  readBands,
  slopeDegrees,
  type WindowLayer,
  zonalMean,
} from "#gis";
import { computeSlopeLength } from "#solver/assessment";

/**
 * One task on one elevation model in a process of its own: `tsx terrain-once.ts TASK DEM OUT`. Prints seconds and the
 * largest memory it held.
 */
const [task, dem, out] = process.argv.slice(2);
const BAND_CELLS = 4_000_000;
/** Side of a zone of the zonal mean, cells. */
const ZONE = 100;

const start = performance.now();
const { rows: source } = await openGeotiffRows(new Uint8Array(await readFile(dem)), dem);
if (!source) throw new Error(`${dem} cannot be read`);
const { cols, rows, cellSizeX: cellSizeM, crs, originX, originY } = source;
const grid: Grid = { crs, cols, rows, cellSizeM, originX, originY };
const check = task === "ls" ? await flow() : await bands(task);
const seconds = (performance.now() - start) / 1000;
console.log(
  JSON.stringify({ seconds, cells: cols * rows, rssMiB: process.resourceUsage().maxRSS / 1024, check }),
);

/** Slope, hillshade and zonal mean of slope, or all of them in one pass, band by band. */
async function bands(what: string): Promise<number> {
  const wanted = new Set<WindowLayer>(
    what === "all" ? ["slope", "hillshade"] : what === "hillshade" ? ["hillshade"] : ["slope"],
  );
  const zones = what === "all" || what === "zonal";
  const files = new Map<WindowLayer, Awaited<ReturnType<typeof plainFile>>>();
  if (what !== "zonal") for (const layer of wanted) files.set(layer, await plainFile(layer));
  const bandRows = Math.max(ZONE, Math.floor(BAND_CELLS / cols / ZONE) * ZONE);
  let sum = 0;
  for await (const band of readBands(source as NonNullable<typeof source>, bandRows, 1)) {
    const { values, above, below } = band;
    const shape = { cols, rows: band.rows, cellSizeM, values };
    const layers =
      what === "zonal"
        ? new Map([["slope" as const, values.subarray(above * cols, (above + band.rows) * cols)]])
        : describeBand({ ...shape, hasRowAbove: above > 0, hasRowBelow: below > 0 }, wanted);
    for (const [layer, result] of layers) await files.get(layer)?.add(result);
    const zoned = layers.get("slope");
    if (zones && zoned instanceof Float32Array) {
      const means = zonalMean(coverOf(band.rows), { grid: { ...grid, rows: band.rows }, values: zoned });
      for (const mean of means) if (!Number.isNaN(mean)) sum += mean;
    }
  }
  for (const file of files.values()) await file.finish();
  return sum;
}

/** Flow, slope, aspect and LS of the whole surface. */
async function flow(): Promise<number> {
  if (!source) return 0;
  const values = await source.readRows(0, rows);
  const surface = { cols, rows, cellSizeM, values };
  const { upstream } = describeFlow(values, surface);
  const slope = { grid, values: slopeDegrees(surface, { computeEdges: true }) };
  const aspect = { grid, values: aspectDegrees(surface, { computeEdges: true }) };
  return computeSlopeLength(slope, aspect, upstream).values[cols + 1];
}

/** Zones of `ZONE` x `ZONE` whole cells, the same in every band. */
function coverOf(bandRows: number): CellCover {
  const [across, down] = [Math.ceil(cols / ZONE), Math.ceil(bandRows / ZONE)];
  const offsets = new Uint32Array(across * down + 1);
  const cells = new Uint32Array(cols * bandRows);
  let at = 0;
  for (let zone = 0; zone < across * down; zone++) {
    const [left, top] = [(zone % across) * ZONE, Math.floor(zone / across) * ZONE];
    for (let y = top; y < Math.min(bandRows, top + ZONE); y++)
      for (let x = left; x < Math.min(cols, left + ZONE); x++) cells[at++] = y * cols + x;
    offsets[zone + 1] = at;
  }
  return { offsets, cells, shares: new Float32Array(at).fill(1) };
}

/** A layer on disk without compression, as gdaldem writes it by default. */
async function plainFile(layer: WindowLayer) {
  const path = `${out}-${layer}.tif`;
  const options: GeotiffOptions =
    layer === "hillshade"
      ? { sampleType: "uint8", noData: 0, compression: "none" }
      : { sampleType: "float32", noData: -9999, compression: "none" };
  const strips = new GeotiffStrips(grid, options);
  const handle = await open(path, "w");
  let end = strips.headLength;
  return {
    async add(result: Float32Array | Uint8Array) {
      for (const strip of strips.add(result)) {
        await handle.write(strip, 0, strip.length, end);
        end += strip.length;
      }
    },
    async finish() {
      const head = strips.finish();
      await handle.write(head, 0, head.length, 0);
      await handle.close();
      await rm(path);
    },
  };
}
