import type { Bilingual, Label, OverlayMethod } from "#solver/region";

/** What a way to join memberships is called, its formula and where it comes from. */
export interface OverlaySpec {
  readonly id: OverlayMethod;
  readonly title: Bilingual;
  /** `m` memberships with data, `w` their weights scaled to 1, `n` their number. */
  readonly formula: string;
  readonly weighted: boolean;
  readonly label: Label;
  readonly source: string;
}

export const OVERLAY_SPECS: Readonly<Record<OverlayMethod, OverlaySpec>> = {
  geometric: {
    id: "geometric",
    title: { zh: "加权几何平均", en: "Weighted geometric mean" },
    formula: "product m_i^w_i",
    weighted: true,
    label: "S",
    source: "Malczewski 2006",
  },
  linear: {
    id: "linear",
    title: { zh: "加权线性组合", en: "Weighted linear combination" },
    formula: "sum w_i m_i",
    weighted: true,
    label: "S",
    source: "Malczewski 2006",
  },
  least: {
    id: "least",
    title: { zh: "最小值（木桶）", en: "Least (law of the minimum)" },
    formula: "min m_i",
    weighted: false,
    label: "K",
    source: "FAO land evaluation 1976, limiting condition",
  },
  storie: {
    id: "storie",
    title: { zh: "斯托里连乘", en: "Storie product" },
    formula: "product m_i",
    weighted: false,
    label: "S",
    source: "Storie 1978",
  },
  "square-root": {
    id: "square-root",
    title: { zh: "平方根法", en: "Square root" },
    formula: "min m_i x sqrt(product of the others)",
    weighted: false,
    label: "S",
    source: "Khiddir 1986",
  },
};
