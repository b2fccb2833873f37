/** Least fall that the index reckons with; on flats it would be infinite. */
const LEAST_FALL = 0.001;

/**
 * Topographic wetness index `ln(a / tan slope)` with the contributing area `a` per metre of contour, its own cell
 * included.
 *
 * @param upstream strictly upstream cells.
 * @param slopeDeg degrees; NaN is no data, also in the result.
 *
 * Source: Beven and Kirkby 1979, Hydrological Sciences Bulletin 24, 43-69.
 */
export function wetnessIndex(
  upstream: ArrayLike<number>,
  slopeDeg: Float32Array,
  cellSizeM: number,
): Float32Array {
  return slopeDeg.map((degrees, cell) => {
    const fall = Math.max(LEAST_FALL, Math.tan((degrees * Math.PI) / 180));
    return Number.isNaN(degrees) ? Number.NaN : Math.log(((upstream[cell] + 1) * cellSizeM) / fall);
  });
}
