import type { Issue } from "#gis";
import { type RegionIssueCode, regionIssue } from "./issue-messages.ts";
import type { UnitMistake, ValueSpec } from "./layer-specs.ts";

/** Spread of a set of values; no data left out. */
export interface ValueStatistics {
  readonly count: number;
  readonly least: number;
  readonly most: number;
  /** Between these two lie 96 of 100 values. */
  readonly low: number;
  readonly high: number;
  readonly median: number;
}

/** Percentiles are read from at most about so many values, evenly picked. */
const SAMPLE_SIZE = 50_000;

/** Statistics of the values that are data; undefined when none is. */
export function describeValues(values: ArrayLike<number>): ValueStatistics | undefined {
  let [count, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    count++;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (count === 0) return undefined;
  const step = Math.max(1, Math.floor(count / SAMPLE_SIZE));
  const sample = new Float64Array(Math.ceil(count / step));
  let [seen, taken] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    if (seen++ % step === 0) sample[taken++] = values[i];
  }
  sample.sort();
  const at = (share: number) => sample[Math.round(share * (sample.length - 1))];
  return { count, least, most, low: at(0.02), high: at(0.98), median: at(0.5) };
}

/**
 * What is wrong with values that should be of one quantity: a usual mistake of unit by its name, else values outside what
 * is possible, else a spread that is unusual. One finding at most.
 *
 * @param reference what the median should be about, from another source; decides between mistakes that both fit.
 */
export function checkValues(
  values: ArrayLike<number>,
  spec: ValueSpec,
  where: Issue["where"],
  reference?: { readonly value: number; readonly tolerance: number },
): Issue[] {
  const seen = describeValues(values);
  if (!seen) return [];
  const [low, high] = spec.range;
  const context = {
    least: round(seen.least),
    most: round(seen.most),
    median: round(seen.median),
    low,
    high,
    unit: spec.unit,
  };
  const find = (code: RegionIssueCode, severity: Issue["severity"], more: Issue["context"] = {}) => [
    regionIssue(code, severity, where, { ...context, ...more }),
  ];
  // A cover of 100.00001 % is what single precision makes of 100.
  const slack = 1e-6 * (high - low);
  const isOutside = (value: number) => value < low - slack || value > high + slack;
  const tellOutside = () => {
    const outside = Array.prototype.filter.call(values, isOutside).length;
    return find("values-out-of-range", "error", { outside, of: seen.count });
  };
  const isFar = reference !== undefined && Math.abs(seen.median - reference.value) > reference.tolerance;
  if (!isFar && isUsual(seen, spec)) {
    return isOutside(seen.least) || isOutside(seen.most) ? tellOutside() : [];
  }
  const mistake = nearestMistake(seen, spec, reference);
  if (mistake) {
    const { code, severity = "error", factor } = mistake;
    return find(code, severity, factor === undefined ? {} : { factor: round(factor) });
  }
  if (isOutside(seen.least) || isOutside(seen.most)) return tellOutside();
  if (isUsual(seen, spec)) return [];
  const [usualLow, usualHigh] = spec.usual;
  return find("values-unusual", "warning", { usualLow, usualHigh });
}

/** True where the bulk lies as in a sound layer; 0 everywhere is sound too. */
function isUsual({ low, high, most }: ValueStatistics, { usual, top }: ValueSpec): boolean {
  if (top !== undefined && most <= top && most !== 0) return false;
  return low >= usual[0] && high <= usual[1];
}

function nearestMistake(
  seen: ValueStatistics,
  { mistakes, usual }: ValueSpec,
  reference: { readonly value: number; readonly tolerance: number } | undefined,
): UnitMistake | undefined {
  const fitting = mistakes.filter(({ convert, most }) => {
    if (most && (seen.most < most[0] || seen.most > most[1])) return false;
    const [a, b] = [convert(seen.low), convert(seen.high)];
    if (Math.min(a, b) < usual[0] || Math.max(a, b) > usual[1]) return false;
    return !reference || Math.abs(convert(seen.median) - reference.value) <= reference.tolerance;
  });
  if (!reference) return fitting[0];
  const distance = ({ convert }: UnitMistake) => Math.abs(convert(seen.median) - reference.value);
  return fitting.toSorted((a, b) => distance(a) - distance(b))[0];
}

function round(value: number): number {
  return Number(value.toPrecision(5));
}
