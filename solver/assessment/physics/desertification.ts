import { GRADES, type Grade } from "../industries/industry.ts";

/** Methods that grade rocky desertification; the method is always named beside a grade. */
export const DESERTIFICATION_METHODS = {
  layer: { zh: "所给图层", en: "as mapped in the layer" },
  thresholds: { zh: "基岩裸露率阈值（熊康宁）", en: "bare-rock thresholds (Xiong)" },
  lyt1840: { zh: "LY/T 1840 评分", en: "LY/T 1840 score" },
} as const;
export type DesertificationMethod = keyof typeof DESERTIFICATION_METHODS;

/**
 * Grade 0-4 (none, potential, light, moderate, severe) by the share of bare rock:
 * < 20, 20-30, > 30-50, > 50-70, > 70 %. Source: Xiong 2002 [S].
 */
export function gradeByThresholds(bedrockPct: number): number {
  if (Number.isNaN(bedrockPct)) return Number.NaN;
  if (bedrockPct < 20) return 0;
  if (bedrockPct <= 30) return 1;
  if (bedrockPct <= 50) return 2;
  if (bedrockPct <= 70) return 3;
  return 4;
}

export type Vegetation = "tree" | "shrub" | "herb" | "crop" | "none";
const VEGETATION_SCORE: Readonly<Record<Vegetation, number>> = {
  tree: 5,
  shrub: 8,
  herb: 12,
  crop: 16,
  none: 20,
};

/** Sum of the four scores of LY/T 1840 [K]; 20-100. */
export function forestryScore(
  bedrockPct: number,
  vegetation: Vegetation,
  coverPct: number,
  soilDepthCm: number,
): number {
  return (
    pick(
      bedrockPct,
      [
        [70, 44],
        [60, 38],
        [50, 32],
        [40, 26],
        [30, 20],
      ],
      0,
    ) +
    VEGETATION_SCORE[vegetation] +
    pick(
      coverPct,
      [
        [70, 0],
        [50, 5],
        [30, 8],
        [20, 14],
        [10, 20],
      ],
      26,
    ) +
    pick(
      soilDepthCm,
      [
        [40, 1],
        [20, 3],
        [10, 6],
      ],
      10,
    )
  );
}

function pick(
  value: number,
  steps: readonly (readonly [from: number, score: number])[],
  otherwise: number,
): number {
  for (const [from, score] of steps) if (value >= from) return score;
  return otherwise;
}

export type ForestryGrade = "none" | "potential" | "light" | "moderate" | "severe" | "extreme";

/**
 * Grade after LY/T 1840 [K]: none below 30 % rock or off carbonate; potential where cover is closed (70 %, forest and shrub
 * 50 %); else by the score, light to 45, moderate to 60, severe to 75, extreme above.
 */
export function gradeByForestryScore(
  bedrockPct: number,
  vegetation: Vegetation,
  coverPct: number,
  soilDepthCm: number,
  carbonate: boolean,
): ForestryGrade {
  if (!carbonate || bedrockPct < 30) return "none";
  const closedFrom = vegetation === "tree" || vegetation === "shrub" ? 50 : 70;
  if (coverPct >= closedFrom) return "potential";
  const score = forestryScore(bedrockPct, vegetation, coverPct, soilDepthCm);
  if (score <= 45) return "light";
  if (score <= 60) return "moderate";
  if (score <= 75) return "severe";
  return "extreme";
}

/** Position of a grade on the five steps used here; forestry's severe and extreme share the last. */
export function gradeIndex(grade: ForestryGrade): number {
  return grade === "extreme" ? GRADES.length - 1 : GRADES.indexOf(grade satisfies Grade);
}

/**
 * Sensitivity 1-5: the geometric mean of ratings 1, 3 or 5. Rocky desertification has three (rock, slope, cover), soil loss
 * four (R, K, LS, C). Source: red-line guide 2017 [K].
 */
export function sensitivityOf(ratings: readonly number[]): number {
  return ratings.reduce((product, rating) => product * rating, 1) ** (1 / ratings.length);
}

/** Sensitivity of carbonate land to rocky desertification from rock outcrop, slope and cover. Source: as above [K]. */
export function desertificationSensitivity(outcropPct: number, slopeDeg: number, coverPct: number): number {
  if (Number.isNaN(outcropPct + slopeDeg + coverPct)) return Number.NaN;
  return sensitivityOf([
    outcropPct <= 30 ? 1 : outcropPct < 70 ? 3 : 5,
    slopeDeg <= 8 ? 1 : slopeDeg < 25 ? 3 : 5,
    coverPct >= 60 ? 1 : coverPct > 20 ? 3 : 5,
  ]);
}

/** Class of a sensitivity: 0 general (up to 2), 1 sensitive (up to 4), 2 extremely sensitive. */
export function sensitivityClass(sensitivity: number): number {
  if (Number.isNaN(sensitivity)) return sensitivity;
  return sensitivity <= 2 ? 0 : sensitivity <= 4 ? 1 : 2;
}

/** What a hectare of desertified land weighs by grade; [E]. */
export const GRADE_WEIGHTS: readonly number[] = [0, 0, 0.3, 0.6, 0.8];
