/**
 * Bounds between the five grades of land for farming, best first. A guide asks for bounds that suit the place, so a caller
 * may give its own. Source: double-evaluation guide 2020 [K].
 */
export interface LandGradeBounds {
  /** Degrees up to which each grade but the last reaches. */
  readonly slopeDeg: readonly [number, number, number, number];
  /** Millimetres from which each grade but the last begins. */
  readonly rainMm: readonly [number, number, number, number];
  /** Sum of daily temperatures above 0 C from which each grade but the last begins. */
  readonly heatSumCd: readonly [number, number, number, number];
}

export const LAND_GRADE_BOUNDS: LandGradeBounds = {
  slopeDeg: [2, 6, 15, 25],
  rainMm: [1200, 800, 400, 200],
  heatSumCd: [7600, 5800, 4000, 1500],
};

/** Grades 1 (best) to 5 of slope, rain and heat for farming. */
export function gradeLand(
  { slopeDeg, rainMm, heatSumCd }: Readonly<Record<keyof LandGradeBounds, number>>,
  bounds: LandGradeBounds = LAND_GRADE_BOUNDS,
): Readonly<Record<keyof LandGradeBounds, number>> {
  return {
    slopeDeg: gradeFrom(bounds.slopeDeg, (bound) => slopeDeg <= bound),
    rainMm: gradeFrom(bounds.rainMm, (bound) => rainMm >= bound),
    heatSumCd: gradeFrom(bounds.heatSumCd, (bound) => heatSumCd >= bound),
  };
}

function gradeFrom(bounds: readonly number[], reaches: (bound: number) => boolean): number {
  const first = bounds.findIndex(reaches);
  return first < 0 ? bounds.length + 1 : first + 1;
}
