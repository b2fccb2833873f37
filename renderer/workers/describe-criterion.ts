import { type Assessment, curveOf } from "#solver/assessment";
import type { CriterionId, OptionId } from "#solver/region";
import type { CriterionView, ValueSummary } from "./views.ts";

const BINS = 24;

/** The column of one criterion and industry, with what the planner needs to judge its curve. */
export function describeCriterion(
  { criteria, options, unitCount, areaHa, stand }: Assessment,
  criterion: CriterionId,
  option: OptionId,
): CriterionView {
  const result = criteria.find(({ spec }) => spec.id === criterion);
  const column = options.indexOf(option);
  if (!result || column < 0)
    throw Object.assign(new Error(`no ${criterion} of ${option}`), { code: "no-criterion" });
  const pair = (unit: number) => unit * options.length + column;
  const raw = Float32Array.from({ length: unitCount }, (_, unit) =>
    result.spec.perOption ? result.raw[pair(unit)] : result.raw[unit],
  );
  const membership = Float32Array.from({ length: unitCount }, (_, unit) => result.membership[pair(unit)]);
  // A renovation has the curve of each stand; shown is that of the first that has one.
  const curve =
    curveOf(result.curves, option, "") ??
    (option === "RN"
      ? stand.map((of) => curveOf(result.curves, option, of)).find((found) => found !== undefined)
      : undefined);
  return {
    criterion,
    option,
    raw,
    membership,
    ...(curve && { curve }),
    statistics: summariseValues(raw, areaHa),
  };
}

/** Least, mean, middle and greatest value by area, the share without one, and hectares by value. */
export function summariseValues(values: Float32Array, areaHa: Float64Array): ValueSummary {
  const known = [...values.keys()].filter((unit) => Number.isFinite(values[unit]));
  known.sort((a, b) => values[a] - values[b]);
  const total = areaHa.reduce((sum, area) => sum + area, 0);
  const area = known.reduce((sum, unit) => sum + areaHa[unit], 0);
  const histogramHa = new Float64Array(BINS);
  if (area === 0) return { min: NaN, mean: NaN, median: NaN, max: NaN, withoutData: 1, histogramHa };
  const min = values[known[0]];
  const max = values[known[known.length - 1]];
  let below = 0;
  let weighted = 0;
  let median = max;
  let isFound = false;
  for (const unit of known) {
    const value = values[unit];
    weighted += value * areaHa[unit];
    below += areaHa[unit];
    if (!isFound && below >= area / 2) {
      median = value;
      isFound = true;
    }
    const bin = max > min ? Math.min(BINS - 1, Math.floor(((value - min) / (max - min)) * BINS)) : 0;
    histogramHa[bin] += areaHa[unit];
  }
  return { min, mean: weighted / area, median, max, withoutData: 1 - area / total, histogramHa };
}
