import { coverCells } from "./cell-cover.ts";
import { extentOf } from "./crs.ts";
import { type Issue, isUsable } from "./issue.ts";
import { gisIssue } from "./issue-messages.ts";
import { IssueTally } from "./issue-tally.ts";
import { areaOf, extentOfPolygons, pointInside, polygonsOf } from "./ring.ts";
import { findSelfCrossing } from "./self-crossing.ts";
import type { CellCover, Feature, Grid, PlanningUnits, PolygonRings, VectorLayer } from "./types.ts";

export interface ReadPlanningUnitsOptions {
  readonly grid: Grid;
  /** How the layer is called in issues. */
  readonly file: string;
}

/**
 * The planning units of a polygon layer in the grid's CRS, in the layer's order, and what is wrong with them.
 *
 * Areas come from the projected geometry, cell shares are exact. Errors, each with its feature: an id twice, no area,
 * a boundary that crosses itself, the same shape twice, no polygon, a unit beyond the grid. Units that overlap are a
 * warning with the area counted twice.
 */
export function readPlanningUnits(
  layer: VectorLayer,
  options: ReadPlanningUnitsOptions,
): { units?: PlanningUnits; issues: Issue[] } {
  const { grid, file } = options;
  const polygons = layer.features.map((feature) => polygonsOf(feature.geometry));
  const areas = polygons.map((unit) => areaOf(unit));
  if (layer.features.length === 0) return { issues: [gisIssue("no-planning-units", "error", { file })] };
  const tally = new IssueTally(file);
  findRepeatedIds(layer.features, tally);
  findBadShapes(layer.features, polygons, areas, grid, tally);
  findRepeatedShapes(layer.features, polygons, areas, tally);
  const issues = tally.list();
  if (!isUsable(issues)) return { issues };

  const cover = coverCells(polygons, grid);
  const overlap = findOverlap(cover, grid);
  if (overlap.areaHa > OVERLAP_TOLERANCE_HA) {
    const context = { areaHa: Number(overlap.areaHa.toPrecision(3)), cells: overlap.cells };
    issues.push(gisIssue("units-overlap", "warning", { file }, context));
  }
  const points = new Float64Array(2 * polygons.length);
  for (const [unit, rings] of polygons.entries()) points.set(pointInside(rings), 2 * unit);
  return {
    units: {
      count: layer.features.length,
      ids: layer.features.map((feature) => feature.id),
      areaHa: Float64Array.from(areas, (areaM2) => areaM2 / 10_000),
      polygons,
      points,
      properties: layer.features.map((feature) => feature.properties),
      cover,
    },
    issues,
  };
}

/** Neighbours whose common line was rounded apart overlap by slivers; those are not worth a warning. */
const OVERLAP_TOLERANCE_HA = 0.1;

function findRepeatedIds(features: readonly Feature[], tally: IssueTally): void {
  const seen = new Set<string>();
  for (const { id } of features) {
    if (seen.has(id)) tally.add("unit-id-twice", "error", id);
    seen.add(id);
  }
}

function findBadShapes(
  features: readonly Feature[],
  polygons: readonly (readonly PolygonRings[])[],
  areas: readonly number[],
  grid: Grid,
  tally: IssueTally,
): void {
  const [west, south, east, north] = extentOf(grid);
  const SMALLEST_AREA_M2 = 0.01;
  for (const [unit, rings] of polygons.entries()) {
    const { id, geometry } = features[unit];
    if (rings.length === 0) {
      tally.add("unit-not-polygon", "error", id, { type: geometry.type });
      continue;
    }
    const crossing = findSelfCrossing(rings);
    if (crossing !== undefined) {
      const [x, y] = crossing.map((v) => Number(v.toFixed(1)));
      tally.add("unit-crosses-itself", "error", id, { x, y });
    } else if (!(areas[unit] >= SMALLEST_AREA_M2)) {
      tally.add("unit-without-area", "error", id, { areaM2: Number(areas[unit].toPrecision(3)) });
    }
    const [w, s, e, n] = extentOfPolygons(rings);
    const beyondM = Math.max(west - w, south - s, e - east, n - north);
    if (beyondM > 0) tally.add("unit-beyond-grid", "error", id, { beyondM: Number(beyondM.toFixed(1)) });
  }
}

/** Same box, same area and as many vertices: the same shape, wherever its rings start. */
function findRepeatedShapes(
  features: readonly Feature[],
  polygons: readonly (readonly PolygonRings[])[],
  areas: readonly number[],
  tally: IssueTally,
): void {
  const seen = new Map<string, string>();
  for (const [unit, rings] of polygons.entries()) {
    if (rings.length === 0) continue;
    const vertices = rings.reduce((sum, polygon) => polygon.reduce((n, ring) => n + ring.length, sum), 0);
    const key = [...extentOfPolygons(rings), areas[unit].toPrecision(9), vertices].join(" ");
    const { id } = features[unit];
    const first = seen.get(key);
    if (first !== undefined) tally.add("unit-shape-twice", "error", id, { first });
    else seen.set(key, id);
  }
}

/** Land that more than one unit claims: what the shares of a cell add up to beyond one. */
function findOverlap(cover: CellCover, grid: Grid): { areaHa: number; cells: number } {
  const taken = new Float64Array(grid.cols * grid.rows);
  for (let i = 0; i < cover.cells.length; i++) taken[cover.cells[i]] += cover.shares[i];
  let [excess, cells] = [0, 0];
  for (const share of taken) {
    if (share <= 1 + 1e-6) continue;
    excess += share - 1;
    cells += 1;
  }
  return { areaHa: (excess * grid.cellSizeM ** 2) / 10_000, cells };
}
