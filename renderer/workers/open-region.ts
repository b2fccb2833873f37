import {
  type Extent,
  extentOf,
  type Grid,
  type Issue,
  type Raster,
  transformBetween,
  transformExtent,
} from "#gis";
import { type LayerDefinition, type Region, type RegionFiles, readRegion } from "#solver/region";
import {
  boundUnits,
  findSharedEdges,
  joinBounds,
  type SharedEdges,
  type ToDegrees,
  writeEdges,
  writeParcels,
  writeVectorLayer,
} from "./map-geometry.ts";
import { paintLand, paintVeil, rangeOf } from "./paint-raster.ts";
import { drawPixels, keepText } from "./publish.ts";
import { shadeRelief } from "./relief.ts";
import type { GroundLookup, LayerSummary, LoadProgress, RegionView } from "./views.ts";
import { planWarp, type Warp } from "./warp.ts";

/** What stays in the worker between calls. */
export interface OpenRegion {
  readonly region: Region;
  readonly edges: SharedEdges;
  readonly warp: Warp;
  readonly toDegrees: ToDegrees;
}

/** Two pixels a cell: the relief stays smooth at the zoom where single parcels are read. */
const PIXELS_PER_CELL = 2;

/** Reads the files of a region below `baseUrl` and counts them. */
export function fetchRegionFiles(baseUrl: string, onRead: () => void): RegionFiles {
  return {
    async read(path) {
      const response = await fetch(new URL(path, baseUrl));
      if (!response.ok)
        throw Object.assign(new Error(`${path}: ${response.status}`), { code: "missing", path });
      const bytes = new Uint8Array(await response.arrayBuffer());
      onRead();
      return bytes;
    },
  };
}

/** Reads a region and draws its map; without a region when a finding is an error. */
export async function openRegion(
  regionId: string,
  regionsUrl: string,
  report: (progress: LoadProgress) => void,
): Promise<{
  readonly issues: readonly Issue[];
  readonly opened?: { readonly open: OpenRegion; readonly view: RegionView };
}> {
  const startedMs = performance.now();
  let done = 0;
  const files = fetchRegionFiles(`${regionsUrl}${regionId}/`, () =>
    report({ stage: "files", done: ++done, total: 0 }),
  );
  const { region, issues } = await readRegion(files);
  if (!region) return { issues };
  report({ stage: "map", done, total: done });
  const readS = (performance.now() - startedMs) / 1000;

  const { grid, units } = region;
  const toDegrees = transformBetween(grid.crs, "EPSG:4326");
  const bounds = transformExtent(extentOf(grid), grid.crs, "EPSG:4326");
  const warp = planWarp(grid, bounds, transformBetween("EPSG:4326", grid.crs), PIXELS_PER_CELL);
  const edges = findSharedEdges(units);
  const elevation = region.rasters.get("elevation") ?? flatRaster(grid);
  const shade = shadeRelief(elevation);
  const [light, dark, veil] = await Promise.all([
    drawPixels(warp, paintLand(warp, elevation, shade, "light")),
    drawPixels(warp, paintLand(warp, elevation, shade, "dark")),
    drawPixels(warp, paintVeil(warp, grid, shade)),
  ]);
  const unitBounds = boundUnits(units, toDegrees);
  const view: RegionView = {
    definition: region.definition,
    unitIds: units.ids,
    areaHa: units.areaHa,
    unitBounds,
    bounds,
    unitsExtent: joinBounds(unitBounds),
    parcelsUrl: keepText(writeParcels(units, toDegrees)),
    edgesUrl: keepText(writeEdges(edges, toDegrees)),
    edgePairs: edges.pairs,
    vectorUrls: new Map(
      [...region.vectors]
        .filter(([id]) => id !== "planning-units")
        .map(([id, layer]) => [
          id,
          keepText(writeVectorLayer(layer, transformBetween(layer.crs, "EPSG:4326"))),
        ]),
    ),
    land: { light, dark },
    veil,
    layers: new Map(region.definition.layers.map((layer) => [layer.id, summarise(layer, region)])),
    ground: describeGround(grid, elevation, bounds),
    alignment: region.alignment,
    fileCount: region.hashes.size,
    readS,
  };
  return { issues, opened: { open: { region, edges, warp, toDegrees }, view } };
}

function flatRaster(grid: Grid): Raster {
  return { grid, values: new Float32Array(grid.cols * grid.rows) };
}

function summarise(definition: LayerDefinition, region: Region): LayerSummary {
  const raster = region.rasters.get(definition.id);
  if (!raster) {
    const features =
      definition.id === "planning-units"
        ? region.units.count
        : region.vectors.get(definition.id)?.features.length;
    return { kind: "vector", features: features ?? 0 };
  }
  if (definition.measure !== "class") {
    const [low, high] = rangeOf(raster.values);
    return { kind: "continuous", low, high };
  }
  const counts = new Map<number, number>();
  let cells = 0;
  for (const value of raster.values) {
    if (Number.isNaN(value)) continue;
    counts.set(value, (counts.get(value) ?? 0) + 1);
    cells++;
  }
  const shares = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([value, count]) => ({ value, share: count / cells }));
  return { kind: "class", shares };
}

/** Nine points a side: between them a Gauss-Krueger grid of this size is straight to a few centimetres. */
const LATTICE_SIZE = 9;

function describeGround(grid: Grid, elevation: Raster, bounds: Extent): GroundLookup {
  const [west, south, east, north] = bounds;
  const toGround = transformBetween("EPSG:4326", grid.crs);
  const positions = new Float64Array(LATTICE_SIZE * LATTICE_SIZE * 2);
  for (let j = 0; j < LATTICE_SIZE; j++) {
    for (let i = 0; i < LATTICE_SIZE; i++) {
      const lon = west + ((east - west) * i) / (LATTICE_SIZE - 1);
      const lat = south + ((north - south) * j) / (LATTICE_SIZE - 1);
      positions.set(toGround(lon, lat), (j * LATTICE_SIZE + i) * 2);
    }
  }
  const { cols, rows, cellSizeM, originX, originY } = grid;
  return {
    size: LATTICE_SIZE,
    positions,
    cols,
    rows,
    cellSizeM,
    originX,
    originY,
    elevationM: elevation.values,
  };
}
