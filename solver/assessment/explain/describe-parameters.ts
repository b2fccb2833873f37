import type { Bilingual } from "#solver/region";
import { INDUSTRY_FIGURE_SPECS } from "../industries/figure-specs.ts";
import type { Envelope, Industry } from "../industries/industry.ts";
import type { ParameterEvidence } from "./explanation.ts";

const ENVELOPE_TITLES = {
  elevationM: { zh: "海拔范围", en: "Elevation envelope" },
  temperatureC: { zh: "年均温范围", en: "Temperature envelope" },
  rainMm: { zh: "年降水范围", en: "Rain envelope" },
  ph: { zh: "pH 范围", en: "pH envelope" },
  canopyPct: { zh: "郁闭度范围", en: "Canopy envelope" },
  minimumTemperatureC: { zh: "致害低温", en: "Coldest night survived" },
  roadMaxM: { zh: "距道路上限", en: "Furthest road" },
} as const satisfies Partial<Record<keyof Envelope, Bilingual>>;

/** Figures and envelope of an industry as used: value or corners, unit, label, source. */
export function describeParameters({ figures, envelope }: Industry): ParameterEvidence[] {
  const bounds = (Object.keys(ENVELOPE_TITLES) as (keyof typeof ENVELOPE_TITLES)[]).flatMap((id) => {
    const bound = envelope[id];
    if (bound === undefined) return [];
    const { unit, label, source } = bound;
    const value = "corners" in bound ? bound.corners : bound.value;
    return [{ id, title: ENVELOPE_TITLES[id], value, unit, label, source }];
  });
  return [
    ...[...INDUSTRY_FIGURE_SPECS.values()].map(({ id, title }) => ({ id, title, ...figures[id] })),
    ...bounds,
  ];
}
