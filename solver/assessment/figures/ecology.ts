import { LAND_USES, type SoilFigures } from "#solver/region";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { IndustryTable } from "../industries/industries.ts";
import type { Industry } from "../industries/industry.ts";
import { PRESENT_USES, type PresentUse } from "../industries/present-uses.ts";
import { habitatQuality } from "../physics/habitat.ts";
import { rockFactor, soilLifeLossPct } from "../physics/soil-loss.ts";
import {
  availableWaterMm,
  bareEvapotranspirationMm,
  budykoEvapotranspirationMm,
  waterConservedM3,
} from "../physics/water-balance.ts";

/** What covers the ground, as the ecological formulas see it. */
export interface Cover {
  readonly erosionC: number;
  readonly erosionP: number;
  readonly cropCoefficient: number;
  readonly rootDepthMm: number;
  readonly habitatQuality: number;
  readonly runoffShare: number;
  readonly vegetated: boolean;
}

/** Ecological levels of a hectare of the parcel. */
export interface EcologicalLevels {
  readonly soilLossT: number;
  readonly soilLife: number;
  readonly waterM3: number;
  readonly habitat: number;
}

/** Today's cover of a land use. */
function coverOfUse(use: PresentUse): Cover {
  const { figures } = use;
  return {
    erosionC: figures.erosionC.value,
    erosionP: figures.erosionP.value,
    cropCoefficient: figures.cropCoefficient.value,
    rootDepthMm: figures.rootDepthMm.value,
    habitatQuality: figures.habitatQuality.value,
    runoffShare: figures.runoffShare.value,
    vegetated: use.vegetated,
  };
}

/** What covers a unit today: its stand where that is known, else its land use. */
export function coverToday(facts: UnitFacts, library: IndustryTable, unit: number): Cover {
  const landUse = LAND_USES[facts.landUse[unit]];
  const stand = landUse === "orchard-tea" ? facts.stand[unit] : "";
  const industry = stand === "" ? undefined : library.get(stand);
  return industry ? coverOfStand(industry) : coverOfUse(PRESENT_USES[landUse]);
}

/** Cover of a mature stand of an industry on its own. */
function coverOfStand({ figures }: Industry): Cover {
  return {
    erosionC: figures.erosionC.value,
    erosionP: figures.erosionP.value,
    cropCoefficient: figures.cropCoefficient.value,
    rootDepthMm: figures.rootDepthMm.value,
    habitatQuality: figures.habitatQuality.value,
    runoffShare: figures.runoffShare.value,
    vegetated: true,
  };
}

/** Cover after an industry has come to a parcel, by what it does to the present one. */
export function coverAfter(industry: Industry, present: Cover): Cover {
  const own = coverOfStand(industry);
  const factor = industry.figures.erosionFactor.value;
  const erosionC = Math.min(own.erosionC, present.erosionC) * factor;
  const erosionP = Math.min(own.erosionP, present.erosionP);
  switch (industry.cover) {
    case "own":
      return own;
    case "field":
    case "restored":
      return { ...own, erosionC, erosionP };
    case "kept":
      return {
        erosionC,
        erosionP,
        cropCoefficient: own.cropCoefficient * present.cropCoefficient,
        rootDepthMm: present.rootDepthMm,
        habitatQuality: own.habitatQuality * present.habitatQuality,
        runoffShare: Math.min(1, own.runoffShare * present.runoffShare),
        vegetated: present.vegetated,
      };
  }
}

/** Soil loss, its share of what is left, water conserved and habitat quality of a unit under a cover. */
export function ecologicalLevels(
  cover: Cover,
  soil: SoilFigures,
  erodibility: number,
  facts: UnitFacts,
  unit: number,
): EcologicalLevels {
  const soilLossT = yearlySoilLossT(cover, erodibility, facts, unit);
  const soilShare = 1 - facts.bedrockShare[unit];
  return {
    soilLossT,
    soilLife: soilLifeLossPct(soilLossT, facts.soilMeanDepthCm[unit], soil.bulkDensityTPerM3, soilShare),
    waterM3: waterConservedM3(
      facts.rainMm[unit],
      cover.runoffShare,
      evapotranspirationMm(cover, soil, facts, unit),
    ),
    habitat: habitatQuality(cover.habitatQuality, facts.degradation[unit], facts.halfSaturation),
  };
}

/** Cover of land that lies bare and untended. */
export const BARE_SOIL = { erosionC: 1, erosionP: 1 } as const;

/** Soil loss of a unit under a cover, t/ha a year. */
export function yearlySoilLossT(
  cover: Pick<Cover, "erosionC" | "erosionP">,
  erodibility: number,
  facts: UnitFacts,
  unit: number,
): number {
  return (
    facts.erosivity[unit] *
    erodibility *
    facts.slopeLength[unit] *
    cover.erosionC *
    cover.erosionP *
    rockFactor(facts.bedrockShare[unit], facts.carbonate[unit] === 1)
  );
}

/** Water that evaporates from a unit under a cover, mm a year. */
export function evapotranspirationMm(
  cover: Cover,
  soil: SoilFigures,
  facts: UnitFacts,
  unit: number,
): number {
  const rainMm = facts.rainMm[unit];
  const potentialMm = cover.cropCoefficient * facts.potentialEvapotranspirationMm[unit];
  if (!cover.vegetated) return bareEvapotranspirationMm(rainMm, potentialMm);
  const soilMm = 10 * facts.soilMeanDepthCm[unit] * (1 - facts.bedrockShare[unit]);
  return budykoEvapotranspirationMm(
    rainMm,
    potentialMm,
    availableWaterMm(soilMm, cover.rootDepthMm, soil.pawc),
  );
}

/** The better of two levels in every figure: restoration never counts as worse than what stands today. */
export function notWorse(levels: EcologicalLevels, present: EcologicalLevels): EcologicalLevels {
  return {
    soilLossT: Math.min(levels.soilLossT, present.soilLossT),
    soilLife: Math.min(levels.soilLife, present.soilLife),
    waterM3: Math.max(levels.waterM3, present.waterM3),
    habitat: Math.max(levels.habitat, present.habitat),
  };
}
