import type { CriterionSpec } from "../assessment.ts";
import { access } from "./access.ts";
import { canopy } from "./canopy.ts";
import type { EffectCriterion, SiteCriterion } from "./criterion.ts";
import { desertification } from "./desertification.ts";
import { elevation } from "./elevation.ts";
import { habitat } from "./habitat.ts";
import { heatSum } from "./heat-sum.ts";
import { market, policy, technology } from "./indicators.ts";
import { irrigation } from "./irrigation.ts";
import { labour } from "./labour.ts";
import { netReturn } from "./net-return.ts";
import { priceRisk } from "./price-risk.ts";
import { processingDistance } from "./processing-distance.ts";
import { rain } from "./rain.ts";
import { scenery } from "./scenery.ts";
import { slope } from "./slope.ts";
import { soilConservation } from "./soil-conservation.ts";
import { soilCover } from "./soil-cover.ts";
import { soilDepth } from "./soil-depth.ts";
import { soilPh } from "./soil-ph.ts";
import { temperature } from "./temperature.ts";
import { waterConservation } from "./water-conservation.ts";

/** Resource availability: what the site offers. */
export const SITE_CRITERIA: readonly SiteCriterion[] = [
  slope,
  soilDepth,
  soilCover,
  elevation,
  temperature,
  heatSum,
  rain,
  soilPh,
  canopy,
  irrigation,
  scenery,
  labour,
  access,
];

/** Ecological function, development potential and policy support: what the option brings. */
export const EFFECT_CRITERIA: readonly EffectCriterion[] = [
  soilConservation,
  waterConservation,
  habitat,
  desertification,
  netReturn,
  priceRisk,
  processingDistance,
  market,
  technology,
  policy,
];

/** Every criterion's spec, in the order of `Assessment.criteria`. */
export const criterionSpecs: readonly CriterionSpec[] = [...SITE_CRITERIA, ...EFFECT_CRITERIA].map(
  ({ spec }) => spec,
);
