import type { OptionId } from "#solver/region";
import type { Groups } from "../assessment.ts";
import type { UnitWithoutData } from "./essential-layers.ts";

/** What is known of each planning unit before any industry is looked at; NaN is no data. */
export interface UnitFacts {
  readonly count: number;
  readonly areaHa: Float64Array;
  readonly elevationM: Float64Array;
  readonly slopeDeg: Float64Array;
  /** Slope length and steepness of the soil-loss equation. */
  readonly slopeLength: Float64Array;
  /** Share of bare rock, 0-1. */
  readonly bedrockShare: Float64Array;
  readonly coverPct: Float64Array;
  /** 75th percentile of the unit's soil: planting goes into the pockets. */
  readonly soilDepthCm: Float64Array;
  readonly soilMeanDepthCm: Float64Array;
  readonly ph: Float64Array;
  readonly soilType: readonly string[];
  /** 1 on carbonate rock, 0 off it. */
  readonly carbonate: Uint8Array;
  readonly temperatureC: Float64Array;
  readonly minimumTemperatureC: Float64Array;
  readonly heatSumCd: Float64Array;
  /** Sum of daily temperatures above 0 C. */
  readonly heatAboveZeroCd: Float64Array;
  readonly rainMm: Float64Array;
  readonly erosivity: Float64Array;
  readonly potentialEvapotranspirationMm: Float64Array;
  /** Minutes to the market. */
  readonly travelMin: Float64Array;
  readonly roadM: Float64Array;
  readonly plantM: Float64Array;
  /** To the nearest scenic spot or village, whichever is nearer. */
  readonly serviceM: Float64Array;
  readonly scenicM: Float64Array;
  /** Irrigation water within reach, m3/ha a year. */
  readonly waterReachM3: Float64Array;
  /** Person-days a year per hectare of the unit's village. */
  readonly labourReachDays: Float64Array;
  /** Rocky desertification 0-4. */
  readonly grade: Float64Array;
  /** Index into LAND_USES, 255 = no data. */
  readonly landUse: Uint8Array;
  readonly stand: readonly (OptionId | "")[];
  readonly zoneShare: ReadonlyMap<string, Float32Array>;
  readonly subBasin: Groups;
  readonly village: Groups;
  /** Threat to habitat 0-1, and half of its largest value. */
  readonly degradation: Float64Array;
  readonly halfSaturation: number;
  /** False: an essential layer covers less than half of the unit. */
  readonly usable: Uint8Array;
  /** The units that are not usable, in order, with the layers they lack. */
  readonly withoutData: readonly UnitWithoutData[];
}
