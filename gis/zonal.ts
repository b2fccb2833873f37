import type { CellCover, Raster } from "./types.ts";

/** Least share of a unit that must carry data; below it the unit has no data rather than a guess. */
const LEAST_VALID_SHARE = 0.5;

/** Calls `visit` with the valid cells of one unit and their areas in cells; false when less than half carries data. */
function visitValid(
  cover: CellCover,
  unit: number,
  values: Float32Array,
  visit: (value: number, area: number) => void,
): boolean {
  let [all, valid] = [0, 0];
  for (let i = cover.offsets[unit]; i < cover.offsets[unit + 1]; i++) {
    const area = cover.shares[i];
    const value = values[cover.cells[i]];
    all += area;
    if (Number.isNaN(value)) continue;
    valid += area;
    visit(value, area);
  }
  return valid > 0 && valid >= LEAST_VALID_SHARE * all;
}

function perUnit(cover: CellCover, compute: (unit: number) => number): Float64Array {
  return Float64Array.from({ length: cover.offsets.length - 1 }, (_, unit) => compute(unit));
}

/** Mean of a continuous raster over each unit, weighted by area; NaN where less than half of the unit carries data. */
export function zonalMean(cover: CellCover, raster: Raster): Float64Array {
  return perUnit(cover, (unit) => {
    let [sum, weight] = [0, 0];
    const enough = visitValid(cover, unit, raster.values, (value, area) => {
      sum += value * area;
      weight += area;
    });
    return enough ? sum / weight : Number.NaN;
  });
}

/**
 * Class that covers most of each unit; of equal areas the lower code; NaN where less than half of the unit carries
 * data.
 */
export function zonalMajority(cover: CellCover, raster: Raster): Float64Array {
  return perUnit(cover, (unit) => {
    const areas = new Map<number, number>();
    const enough = visitValid(cover, unit, raster.values, (value, area) => {
      areas.set(value, (areas.get(value) ?? 0) + area);
    });
    if (!enough) return Number.NaN;
    let [best, most] = [Number.NaN, -1];
    for (const [value, area] of areas) {
      if (area > most || (area === most && value < best)) [best, most] = [value, area];
    }
    return best;
  });
}

/** Share 0-1 of each unit's valid area whose value passes `test`; NaN where less than half of the unit carries data. */
export function zonalShare(cover: CellCover, raster: Raster, test: (value: number) => boolean): Float64Array {
  return perUnit(cover, (unit) => {
    let [passed, weight] = [0, 0];
    const enough = visitValid(cover, unit, raster.values, (value, area) => {
      weight += area;
      if (test(value)) passed += area;
    });
    return enough ? passed / weight : Number.NaN;
  });
}

/** Share 0-1 of each unit's valid area with one of the classes; NaN as in {@link zonalShare}. */
export function zonalClassShare(cover: CellCover, raster: Raster, classes: readonly number[]): Float64Array {
  const wanted = new Set(classes);
  return zonalShare(cover, raster, (value) => wanted.has(value));
}

/** Share 0-1 of each unit's valid area above a limit; NaN as in {@link zonalShare}. */
export function zonalShareAbove(cover: CellCover, raster: Raster, limit: number): Float64Array {
  return zonalShare(cover, raster, (value) => value > limit);
}

/**
 * Percentile of each unit, weighted by area: the smallest value such that at least `percent` % of the valid area is
 * not above it. NaN where less than half of the unit carries data.
 */
export function zonalPercentile(cover: CellCover, raster: Raster, percent: number): Float64Array {
  return perUnit(cover, (unit) => {
    const cells: [value: number, area: number][] = [];
    let weight = 0;
    const enough = visitValid(cover, unit, raster.values, (value, area) => {
      cells.push([value, area]);
      weight += area;
    });
    if (!enough) return Number.NaN;
    cells.sort((a, b) => a[0] - b[0]);
    // A hair less than the wanted area, so that rounding in the sum does not step over an exact hit.
    const wanted = (percent / 100) * weight * (1 - 1e-9);
    let reached = 0;
    for (const [value, area] of cells) {
      reached += area;
      if (reached >= wanted) return value;
    }
    return cells[cells.length - 1][0];
  });
}
