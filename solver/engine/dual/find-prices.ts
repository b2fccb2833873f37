import type { Program } from "#solver/model";
import type { NaturalScale } from "./natural-scale.ts";
import { descend } from "./newton.ts";
import type { PreparedProgram } from "./prepare-program.ts";
import type { Pricer } from "./pricer.ts";
import { keepSigns, type RowLimits } from "./sign-rules.ts";
import { UnitSmoother } from "./smooth-units.ts";

export interface PricesFound {
  readonly rowDual: Float64Array;
  /** Temperature per weight at the end: how far the prices may still be off. */
  readonly temperature: number;
  /** Units evaluated, all levels together. */
  readonly unitsEvaluated: number;
}

const FIRST_LEVEL = 1000;
const LEVEL_RATIO = 8;
/** Temperatures as shares of the mean benefit: at the start, and at the end of a level of n units (over sqrt n). */
const FIRST_TEMPERATURE = 0.25;
const LAST_TEMPERATURE = 0.6;
const COOLING = 4;
const SEED = 12345;

/**
 * Row prices close to optimal, by Newton's method on the smoothed dual: first on samples of the units, each eight times
 * the one before, while the temperature falls; a sample of n units cannot tell more than its own noise, hence the last
 * temperature of a level falls with the root of n.
 *
 * @param warm prices to start from; the samples are then left out.
 */
export async function findPrices(
  program: Program,
  prepared: PreparedProgram,
  pricer: Pricer,
  scale: NaturalScale,
  proceed: () => Promise<boolean>,
  warm?: Float64Array,
): Promise<PricesFound> {
  const { units } = prepared;
  const limits: RowLimits = { lower: program.rowLower, upper: program.rowUpper };
  const rowDual = keepSigns(limits, warm ? warm.slice() : new Float64Array(program.rows.length));
  const smoother = new UnitSmoother(program, units, pricer);
  const priceUnit = scale.row.map((size) => scale.benefit / size);
  // A sample cannot stand for auxiliary columns: each is alone of its kind.
  const levels = warm || program.auxiliaryCount ? [units.unitCount] : sampleSizes(units.unitCount);
  let temperature = warm ? lastTemperature(units.unitCount, scale) : scale.benefit * FIRST_TEMPERATURE;
  const random = mulberry32(SEED);
  for (const [level, size] of levels.entries()) {
    const sample = size < units.unitCount ? stratifiedSample(units.unitCount, size, random) : undefined;
    const levelLimits = sample ? shrinkLimits(limits, prepared.sampleShares(sample)) : limits;
    const last = lastTemperature(size, scale);
    // The sample before has settled its own temperature.
    temperature = Math.max(level === 0 ? temperature : temperature / COOLING, last);
    for (;;) {
      const isLast = temperature <= last * 1.01;
      await descend({ smoother, limits: levelLimits, priceUnit, temperature, sample }, rowDual, {
        iterations: isLast ? (level === 0 ? 12 : 8) : 6,
        tolerance: isLast && !sample ? 1e-8 : 1e-6,
        proceed,
      });
      if (isLast) break;
      temperature = Math.max(last, temperature / COOLING);
    }
  }
  return { rowDual, temperature, unitsEvaluated: smoother.evaluated };
}

function sampleSizes(unitCount: number): number[] {
  const sizes: number[] = [];
  for (let size = FIRST_LEVEL; size < unitCount / 2; size *= LEVEL_RATIO) sizes.push(size);
  return [...sizes, unitCount];
}

function lastTemperature(size: number, scale: NaturalScale): number {
  return (scale.benefit * LAST_TEMPERATURE) / Math.sqrt(Math.max(1, size));
}

function shrinkLimits(limits: RowLimits, shares: Float64Array): RowLimits {
  // Infinity times a share of 0 would be NaN.
  const shrink = (limit: number, row: number) => (Number.isFinite(limit) ? limit * shares[row] : limit);
  return { lower: limits.lower.map(shrink), upper: limits.upper.map(shrink) };
}

/** One unit from each of `size` equal stretches of the unit order, which usually follows the ground. */
function stratifiedSample(unitCount: number, size: number, random: () => number): Int32Array {
  const stretch = unitCount / size;
  return Int32Array.from({ length: size }, (_, index) =>
    Math.min(unitCount - 1, Math.floor((index + random()) * stretch)),
  );
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
