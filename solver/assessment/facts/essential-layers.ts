import type { Bilingual, SoilFigures } from "#solver/region";
import type { UnitFacts } from "./unit-facts.ts";

/** A unit that is not assessed, with the layers that cover less than half of it. */
export interface UnitWithoutData {
  readonly unit: number;
  readonly layers: readonly string[];
}

/** Layers that are left out of the scores where they are short of data, and which fact tells it. */
export const OPTIONAL_LAYERS = [
  {
    layer: "vegetation-cover",
    fact: "coverPct",
    consequence: { zh: "其评分不计郁闭度", en: "canopy is left out of the scores" },
  },
  {
    layer: "soil-ph",
    fact: "ph",
    consequence: { zh: "其评分不计土壤 pH", en: "soil pH is left out of the scores" },
  },
  {
    layer: "travel-time",
    fact: "travelMin",
    consequence: {
      zh: "其评分不计交通，收益不计运费",
      en: "access is left out of the scores and transport of the margin",
    },
  },
  {
    layer: "rocky-desertification",
    fact: "grade",
    consequence: { zh: "石漠化按无处理", en: "rocky desertification counts as none" },
  },
] as const satisfies readonly {
  readonly layer: string;
  readonly fact: keyof UnitFacts;
  readonly consequence: Bilingual;
}[];

type Essentials = Pick<
  UnitFacts,
  | "landUse"
  | "soilType"
  | "elevationM"
  | "slopeDeg"
  | "bedrockShare"
  | "soilDepthCm"
  | "temperatureC"
  | "rainMm"
>;

const NO_LAND_USE = 255;

/** Layers without which a unit is not assessed, as far as they are short of data there; empty where all is known. */
export function lackingLayers(
  facts: Essentials,
  unit: number,
  soils: Readonly<Record<string, SoilFigures>>,
): readonly string[] {
  const lacking: string[] = [];
  const need = (layer: string, isKnown: boolean) => {
    if (!isKnown) lacking.push(layer);
  };
  const heightKnown = !Number.isNaN(facts.elevationM[unit]) && !Number.isNaN(facts.slopeDeg[unit]);
  need("elevation", heightKnown);
  need("land-use", facts.landUse[unit] !== NO_LAND_USE);
  need("bedrock-exposure", !Number.isNaN(facts.bedrockShare[unit]));
  need("soil-depth", !Number.isNaN(facts.soilDepthCm[unit]));
  need("soil-type", Object.hasOwn(soils, facts.soilType[unit]));
  // Without a layer of its own the climate follows from the height, whose lack is told already.
  need("mean-temperature", !Number.isNaN(facts.temperatureC[unit]) || !heightKnown);
  need("annual-precipitation", !Number.isNaN(facts.rainMm[unit]) || !heightKnown);
  return lacking;
}
