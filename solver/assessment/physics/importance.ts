/** Importance of land after the double evaluation: 0 general, 1 important, 2 extremely important. */
export const IMPORTANCE = { general: 0, important: 1, extreme: 2 } as const;

/** Cumulative shares of a service up to which land counts as extremely important, and as important. [K] */
const EXTREME_SHARE = 0.5;
const IMPORTANT_SHARE = 0.8;

/**
 * Grades by cumulative share: land is taken from the most service per hectare down, and the smallest head that holds half of
 * the region's service is extremely important, the one that holds 80 % important. Equal land shares one grade; land that
 * serves nothing is general.
 *
 * @param perHa service of each parcel per hectare, negative counts as none; NaN stays NaN.
 */
export function gradeByCumulativeShare(perHa: ArrayLike<number>, areaHa: ArrayLike<number>): Float64Array {
  const service = Float64Array.from(perHa, (value) => Math.max(0, value));
  const known = Array.from(service.keys()).filter((unit) => !Number.isNaN(service[unit]));
  const total = known.reduce((sum, unit) => sum + service[unit] * areaHa[unit], 0);
  const grades = new Float64Array(service.length).fill(Number.NaN);
  let before = 0;
  let held = 0;
  let last = Number.NaN;
  for (const unit of known.sort((a, b) => service[b] - service[a])) {
    if (service[unit] !== last) before = held;
    last = service[unit];
    held += service[unit] * areaHa[unit];
    grades[unit] = last > 0 ? gradeOfHead(before / total) : IMPORTANCE.general;
  }
  return grades;
}

function gradeOfHead(shareBefore: number): number {
  if (shareBefore < EXTREME_SHARE) return IMPORTANCE.extreme;
  return shareBefore < IMPORTANT_SHARE ? IMPORTANCE.important : IMPORTANCE.general;
}

/** Importance for soil and water of vegetated land by slope and cover. Source: double-evaluation guide 2020 [K]. */
export function gradeOfCoveredSlope(isVegetated: boolean, slopeDeg: number, coverPct: number): number {
  if (!isVegetated) return IMPORTANCE.general;
  if (slopeDeg >= 25 && coverPct >= 80) return IMPORTANCE.extreme;
  return slopeDeg >= 15 && coverPct >= 60 ? IMPORTANCE.important : IMPORTANCE.general;
}

/** The gravest of several grades; those without data are left out, NaN when none is known. */
export function gravestGrade(grades: readonly number[]): number {
  const known = grades.filter((grade) => !Number.isNaN(grade));
  return known.length === 0 ? Number.NaN : Math.max(...known);
}

/** Values scaled to 0-1 between the least and the most of today, NaN kept; 1 where all are equal. */
export function scaleToRange(values: Float64Array): Float64Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return values.map((value) =>
    Number.isNaN(value) ? value : most > least ? (value - least) / (most - least) : 1,
  );
}
