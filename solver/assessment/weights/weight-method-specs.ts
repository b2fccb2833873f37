import type { Bilingual, Label, WeightMethod } from "#solver/region";

/** What a way to find weights is called, its formula and where it comes from. */
export interface WeightMethodSpec {
  readonly id: WeightMethod;
  readonly title: Bilingual;
  readonly formula: string;
  /** True: it needs judgements in pairs. */
  readonly judged: boolean;
  /** True: it needs data of at least three open pairs. */
  readonly fromData: boolean;
  readonly label: Label;
  readonly source: string;
}

export const WEIGHT_METHOD_SPECS: Readonly<Record<WeightMethod, WeightMethodSpec>> = {
  stated: {
    id: "stated",
    title: { zh: "直接给定", en: "As stated" },
    formula: "w_i / sum w",
    judged: false,
    fromData: false,
    label: "user",
    source: "region.json",
  },
  ahp: {
    id: "ahp",
    title: { zh: "层次分析法", en: "AHP" },
    formula: "A w = lambda w; CI = (lambda - n) / (n - 1); CR = CI / RI, accepted below 0.10",
    judged: true,
    fromData: false,
    label: "S",
    source: "Saaty 1980; random index as printed in the R package AHPWR",
  },
  entropy: {
    id: "entropy",
    title: { zh: "熵权法", en: "Entropy" },
    formula: "p_ij = z_ij / sum z_j; e_j = -sum p ln p / ln n; w_j = (1 - e_j) / sum (1 - e)",
    judged: false,
    fromData: true,
    label: "S",
    source: "Shannon 1948; Zeleny 1982",
  },
  critic: {
    id: "critic",
    title: { zh: "CRITIC 法", en: "CRITIC" },
    formula: "C_j = sd_j sum_k (1 - r_jk); w_j = C_j / sum C",
    judged: false,
    fromData: true,
    label: "S",
    source: "Diakoulaki et al. 1995",
  },
  "ahp-entropy": {
    id: "ahp-entropy",
    title: { zh: "层次分析与熵权平均", en: "Mean of AHP and entropy" },
    formula: "(w_ahp + w_entropy) / 2",
    judged: true,
    fromData: true,
    label: "K",
    source: "least-squares compromise of the two",
  },
  "game-theory": {
    id: "game-theory",
    title: { zh: "博弈论组合赋权", en: "Game-theory combination" },
    formula:
      "G alpha = diag(G), G_ij = w_i . w_j; w = sum alpha_i w_i / sum alpha where every alpha > 0, else the mean",
    judged: true,
    fromData: true,
    label: "K",
    source: "combination after Nash, with this program's rule of soundness",
  },
};
