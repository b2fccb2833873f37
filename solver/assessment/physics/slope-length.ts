import type { Raster } from "#gis";

/** Longest slope that still gathers water, m: karst runoff is discontinuous, so the length is capped. [S] InVEST's cap. */
export const LONGEST_SLOPE_M = 122;

/**
 * Slope steepness factor S. Source: Liu et al. 1994 above 10 degrees, McCool et al. 1987 below; plots covered 9-55 %.
 */
export function steepnessFactor(slopeDeg: number): number {
  const sine = Math.sin((slopeDeg * Math.PI) / 180);
  if (slopeDeg < 5) return 10.8 * sine + 0.03;
  if (slopeDeg < 10) return 16.8 * sine - 0.5;
  return 21.91 * sine - 0.96;
}

/**
 * Slope length factor L of a cell after Desmet and Govers 1996.
 *
 * @param upstreamCells strictly upstream cells.
 * @param aspectDeg azimuth of the downslope direction; NaN (flat) counts as along the grid.
 */
export function lengthFactor(
  upstreamCells: number,
  aspectDeg: number,
  cellSizeM: number,
  exponent: number,
  longestSlopeM: number = LONGEST_SLOPE_M,
): number {
  const cellArea = cellSizeM * cellSizeM;
  const inflow = Math.min(upstreamCells * cellArea, longestSlopeM * cellSizeM);
  const azimuth = (aspectDeg * Math.PI) / 180;
  const crossing = Number.isNaN(aspectDeg) ? 1 : Math.abs(Math.sin(azimuth)) + Math.abs(Math.cos(azimuth));
  return (
    ((inflow + cellArea) ** (exponent + 1) - inflow ** (exponent + 1)) /
    (cellSizeM ** (exponent + 2) * crossing ** exponent * 22.13 ** exponent)
  );
}

/** Exponent m of the length factor by slope. */
export function lengthExponent(slopeDeg: number): number {
  if (slopeDeg <= 1) return 0.2;
  if (slopeDeg <= 3) return 0.3;
  if (slopeDeg <= 5) return 0.4;
  return 0.5;
}

/**
 * LS of every cell, dimensionless; NaN where slope is.
 *
 * @param slope degrees; @param aspect azimuth, NaN on flats; @param upstream strictly upstream cells; all on one grid.
 */
export function computeSlopeLength(
  slope: Raster,
  aspect: Raster,
  upstream: ArrayLike<number>,
  longestSlopeM: number = LONGEST_SLOPE_M,
): Raster {
  const values = new Float32Array(slope.values.length);
  for (let cell = 0; cell < values.length; cell++) {
    const deg = slope.values[cell];
    values[cell] = Number.isNaN(deg)
      ? Number.NaN
      : steepnessFactor(deg) *
        lengthFactor(
          upstream[cell],
          aspect.values[cell],
          slope.grid.cellSizeM,
          lengthExponent(deg),
          longestSlopeM,
        );
  }
  return { grid: slope.grid, values };
}
