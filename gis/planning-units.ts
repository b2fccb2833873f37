import { coverCells } from "./cell-cover.ts";
import { extentOf } from "./crs.ts";
import type { Issue } from "./issue.ts";
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
  const issues = [
    ...(layer.features.length === 0
      ? [{ ...unitIssue("no-planning-units", file), severity: "error" as const }]
      : []),
    ...findRepeatedIds(layer.features, file),
    ...findBadShapes(layer.features, polygons, areas, grid, file),
    ...findRepeatedShapes(layer.features, polygons, file),
  ];
  if (issues.length > 0) return { issues };

  const cover = coverCells(polygons, grid);
  const overlap = findOverlap(cover, grid);
  if (overlap.areaHa > OVERLAP_TOLERANCE_HA) {
    issues.push({
      code: "units-overlap",
      severity: "warning",
      where: { file },
      context: { areaHa: Number(overlap.areaHa.toPrecision(3)), cells: overlap.cells },
    });
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

function unitIssue(code: string, file: string, feature?: string, context: Issue["context"] = {}): Issue {
  const where = feature === undefined ? { file } : { file, feature };
  return { code, severity: "error", where, context };
}

function findRepeatedIds(features: readonly Feature[], file: string): Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const { id } of features) {
    if (seen.has(id)) issues.push(unitIssue("unit-id-twice", file, id));
    seen.add(id);
  }
  return issues;
}

function findBadShapes(
  features: readonly Feature[],
  polygons: readonly (readonly PolygonRings[])[],
  areas: readonly number[],
  grid: Grid,
  file: string,
): Issue[] {
  const [west, south, east, north] = extentOf(grid);
  const issues: Issue[] = [];
  const SMALLEST_AREA_M2 = 0.01;
  for (const [unit, rings] of polygons.entries()) {
    const { id, geometry } = features[unit];
    if (rings.length === 0) {
      issues.push(unitIssue("unit-not-polygon", file, id, { type: geometry.type }));
      continue;
    }
    const crossing = findSelfCrossing(rings);
    if (crossing !== undefined) {
      const [x, y] = crossing.map((v) => Number(v.toFixed(1)));
      issues.push(unitIssue("unit-crosses-itself", file, id, { x, y }));
    } else if (!(areas[unit] >= SMALLEST_AREA_M2)) {
      issues.push(unitIssue("unit-without-area", file, id, { areaM2: Number(areas[unit].toPrecision(3)) }));
    }
    const [w, s, e, n] = extentOfPolygons(rings);
    if (w < west || s < south || e > east || n > north) {
      const beyondM = Math.max(west - w, south - s, e - east, n - north);
      issues.push(unitIssue("unit-beyond-grid", file, id, { beyondM: Number(beyondM.toFixed(1)) }));
    }
  }
  return issues;
}

/** Same vertices in the same cyclic order, whatever the start: caught by a key of box, length and vertex sums. */
function findRepeatedShapes(
  features: readonly Feature[],
  polygons: readonly (readonly PolygonRings[])[],
  file: string,
): Issue[] {
  const seen = new Map<string, string>();
  const issues: Issue[] = [];
  for (const [unit, rings] of polygons.entries()) {
    if (rings.length === 0) continue;
    const vertices = rings.flatMap((polygon) =>
      polygon.flatMap((ring) => ring.slice(1).map(([x, y]) => `${x},${y}`)),
    );
    const key = vertices.sort().join(" ");
    const { id } = features[unit];
    const first = seen.get(key);
    if (first !== undefined) issues.push(unitIssue("unit-shape-twice", file, id, { first }));
    else seen.set(key, id);
  }
  return issues;
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
