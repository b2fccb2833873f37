/** A source of irrigation water. */
export interface WaterSource {
  readonly x: number;
  readonly y: number;
  readonly elevationM: number;
  readonly m3PerYear: number;
}

/** Distance at which a source still counts by 1/e, m, and beyond which it does not count; lift that costs nothing, m. [E] */
const DECAY_M = 1000;
const REACH_M = 3000;
const FREE_LIFT_M = 50;

/**
 * Irrigation water within reach of each unit, m3/ha a year, by the two-step floating catchment: every source is shared out
 * over the land that can reach it, then every unit adds its shares. Reach falls exponentially with distance and with lift
 * above 50 m.
 *
 * @param points x, y interleaved, m; @param irrigableHa land of each unit that could use water.
 *
 * Source: Luo and Qi 2009, enhanced two-step floating catchment area.
 */
export function computeWaterReach(
  points: Float64Array,
  elevationM: ArrayLike<number>,
  irrigableHa: ArrayLike<number>,
  sources: readonly WaterSource[],
): Float64Array {
  const reach = new Float64Array(irrigableHa.length);
  const ease = new Float64Array(irrigableHa.length);
  for (const source of sources) {
    let shared = 0;
    for (let unit = 0; unit < ease.length; unit++) {
      ease[unit] = easeOf(
        points[2 * unit] - source.x,
        points[2 * unit + 1] - source.y,
        elevationM[unit] - source.elevationM,
      );
      shared += ease[unit] * irrigableHa[unit];
    }
    if (shared <= 0) continue;
    for (let unit = 0; unit < ease.length; unit++) reach[unit] += (source.m3PerYear * ease[unit]) / shared;
  }
  return reach;
}

function easeOf(dx: number, dy: number, liftM: number): number {
  const distance = Math.hypot(dx, dy);
  if (distance > REACH_M) return 0;
  const lift = Number.isNaN(liftM) ? 0 : Math.max(0, liftM - FREE_LIFT_M);
  return Math.exp(-distance / DECAY_M - lift / FREE_LIFT_M);
}
