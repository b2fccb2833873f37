import type { Bilingual, Label, ValueFunction } from "#solver/region";

/** What a form of value function is called, its formula and where it comes from. */
export interface ValueFormSpec {
  readonly id: ValueFunction["form"];
  readonly title: Bilingual;
  /** With the parameters by their names; `v` is the raw value, `m` the membership. */
  readonly formula: string;
  readonly label: Label;
  readonly source: string;
}

export const VALUE_FORM_SPECS: Readonly<Record<ValueFunction["form"], ValueFormSpec>> = {
  linear: {
    id: "linear",
    title: { zh: "线性", en: "Linear" },
    formula: "m = lowest + (1 - lowest) clamp((v - from) / (to - from))",
    label: "S",
    source: "FAO land evaluation 1976; Eastman 1999",
  },
  trapezoid: {
    id: "trapezoid",
    title: { zh: "梯形", en: "Trapezoid" },
    formula: "corners a b c d: m = 0 to a, rises to 1 at b, 1 to c, falls to 0 at d",
    label: "S",
    source: "FAO land evaluation 1976; Sys et al. 1991",
  },
  logistic: {
    id: "logistic",
    title: { zh: "逻辑斯蒂", en: "Logistic" },
    formula: "m = 1 / (1 + exp(-steepness (v - centre)))",
    label: "S",
    source: "Eastman 1999 (sigmoid)",
  },
  cosine: {
    id: "cosine",
    title: { zh: "余弦", en: "Cosine" },
    formula: "m = 1 - sin(pi/2 clamp((v - full) / (none - full)))^2",
    label: "S",
    source: "Eastman 1999 (monotone sigmoid)",
  },
  bell: {
    id: "bell",
    title: { zh: "钟形", en: "Bell" },
    formula: "m = exp(-(v - mean)^2 / (2 spread^2))",
    label: "K",
    source: "Gaussian membership",
  },
  near: {
    id: "near",
    title: { zh: "趋近", en: "Near a value" },
    formula: "m = 1 / (1 + steepness (v - middle)^2)",
    label: "K",
    source: "Cauchy membership",
  },
  halving: {
    id: "halving",
    title: { zh: "逐段减半", en: "Halving" },
    formula: "m = min(1, 0.5^(v / half))",
    label: "K",
    source: "exponential decay with distance",
  },
  points: {
    id: "points",
    title: { zh: "折线", en: "Points" },
    formula: "straight lines between (value, membership) points; level beyond the first and last",
    label: "user",
    source: "as drawn",
  },
};

/** A value function with its parameters, as in `cosine full 6 none 25`; `parameters` keep every digit. */
export function describeCurve(curve: ValueFunction): string {
  const { form, ...parameters } = curve;
  const words = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${Array.isArray(value) ? JSON.stringify(value) : value}`],
  );
  return [form, ...words].join(" ");
}
