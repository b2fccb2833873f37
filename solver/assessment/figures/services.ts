import { LAND_USES, type SoilFigures } from "#solver/region";
import type { Figures } from "../assessment.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { IndustryTable } from "../industries/industries.ts";
import { desertificationSensitivity, sensitivityClass } from "../physics/desertification.ts";
import {
  gradeByCumulativeShare,
  gradeOfCoveredSlope,
  gravestGrade,
  scaleToRange,
} from "../physics/importance.ts";
import { gradeLand } from "../physics/land-grade.ts";
import { erodibility, soilLossIntensity, toleranceMultiple } from "../physics/soil-loss.ts";
import { waterYieldM3 } from "../physics/water-balance.ts";
import { BARE_SOIL, coverToday, evapotranspirationMm, yearlySoilLossT } from "./ecology.ts";

/**
 * What each unit does for its surroundings today, and how grave that is. Advice for the map, never a gate; NaN where the
 * unit has no data. All bounds are those of today, so that scenarios stay comparable.
 */
export interface Services {
  /** Loss that cover and practice prevent, t/ha a year. */
  readonly soilConservedT: Float64Array;
  /** Intensity 0-5 of the present loss, and the loss as a multiple of the tolerable one. */
  readonly soilLossIntensity: Float64Array;
  readonly toleranceMultiple: Float64Array;
  /** Rain less evapotranspiration, m3/ha a year: reported only, never joined with the water conserved. */
  readonly waterYieldM3: Float64Array;
  /** Sensitivity 1-5 to rocky desertification. */
  readonly desertificationSensitivity: Float64Array;
  /** Mean 0-1 of soil conserved, water conserved and habitat, each scaled to its range. */
  readonly importance: Float64Array;
  /** 0 general, 1 important, 2 extremely important: the gravest grade of any service or sensitivity. */
  readonly importanceGrade: Float64Array;
  /** 1 best to 5: the worst grade of slope, rain and heat for farming. */
  readonly farmingGrade: Float64Array;
}

const VEGETATED: readonly string[] = ["forest", "shrub", "grass"];

export function describeServices(
  facts: UnitFacts,
  library: IndustryTable,
  soils: Readonly<Record<string, SoilFigures>>,
  present: Figures["present"],
): Services {
  const perUnit = (value: (unit: number) => number) =>
    Float64Array.from({ length: facts.count }, (_, unit) =>
      facts.usable[unit] === 0 ? Number.NaN : value(unit),
    );
  const soilConservedT = perUnit((unit) => {
    const soil = soils[facts.soilType[unit]];
    const k = erodibility(soil.sandPct, soil.siltPct, soil.clayPct, soil.organicCarbonPct);
    return yearlySoilLossT(BARE_SOIL, k, facts, unit) - present.soilLossT[unit];
  });
  const waterConserved = perUnit((unit) => present.waterM3[unit]);
  const habitat = perUnit((unit) => present.habitat[unit]);
  const sensitivity = perUnit((unit) =>
    desertificationSensitivity(
      facts.carbonate[unit] === 1 ? 100 * facts.bedrockShare[unit] : 0,
      facts.slopeDeg[unit],
      facts.coverPct[unit],
    ),
  );

  const grades = [soilConservedT, waterConserved, habitat].map((service) =>
    gradeByCumulativeShare(service, facts.areaHa),
  );
  const scaled = [soilConservedT, waterConserved, habitat].map(scaleToRange);
  return {
    soilConservedT,
    soilLossIntensity: perUnit((unit) => soilLossIntensity(present.soilLossT[unit])),
    toleranceMultiple: perUnit((unit) =>
      toleranceMultiple(present.soilLossT[unit], facts.carbonate[unit] === 1),
    ),
    waterYieldM3: perUnit((unit) =>
      waterYieldM3(
        facts.rainMm[unit],
        evapotranspirationMm(coverToday(facts, library, unit), soils[facts.soilType[unit]], facts, unit),
      ),
    ),
    desertificationSensitivity: sensitivity,
    importance: perUnit((unit) => scaled.reduce((sum, values) => sum + values[unit], 0) / scaled.length),
    importanceGrade: perUnit((unit) =>
      gravestGrade([
        ...grades.map((values) => values[unit]),
        sensitivityClass(sensitivity[unit]),
        gradeOfCoveredSlope(
          VEGETATED.includes(LAND_USES[facts.landUse[unit]]),
          facts.slopeDeg[unit],
          facts.coverPct[unit],
        ),
      ]),
    ),
    farmingGrade: perUnit((unit) =>
      gravestGrade(
        Object.values(
          gradeLand({
            slopeDeg: facts.slopeDeg[unit],
            rainMm: facts.rainMm[unit],
            heatSumCd: facts.heatAboveZeroCd[unit],
          }),
        ),
      ),
    ),
  };
}
