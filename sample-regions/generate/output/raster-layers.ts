import { type GeotiffOptions, writeGeotiff } from "#gis";
import type { GeneratedRegion } from "../generate-region.ts";
import { annualPrecipitationAt, meanTemperatureAt } from "../land/climate.ts";

/** A file of a region: its path below the region's folder and its bytes. */
export interface RegionFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const BYTE_WITHOUT_0: GeotiffOptions = { sampleType: "uint8", noData: 0 };
const BYTE: GeotiffOptions = { sampleType: "uint8", noData: 255 };
const FLOAT: GeotiffOptions = { sampleType: "float32", noData: -9999 };

/** GeoTIFFs of a region, values in real units. */
export function writeRasterLayers(region: GeneratedRegion): RegionFile[] {
  const { grid, elevation, soil, desertification, facts } = region;
  const write = (id: string, values: ArrayLike<number>, options: GeotiffOptions): RegionFile => ({
    path: `layers/${id}.tif`,
    bytes: writeGeotiff({ grid, values: Float32Array.from(values) }, options),
  });
  // 0 is no data in these layers of whole numbers.
  const withoutZero = (values: Uint8Array) => Float32Array.from(values, (value) => value || Number.NaN);
  const atHeight = (valueAt: (elevationM: number) => number) => elevation.map(valueAt);
  return [
    write("elevation", elevation, { ...FLOAT, description: "elevation", unit: "m" }),
    write("lithology", region.lithology, { ...BYTE_WITHOUT_0, description: "rock class" }),
    write("bedrock-exposure", desertification.bareRockPct, { ...BYTE, description: "bare rock", unit: "%" }),
    write("soil-type", withoutZero(soil.type), { ...BYTE_WITHOUT_0, description: "soil class" }),
    write("soil-depth", withoutZero(soil.depthCm), {
      ...BYTE_WITHOUT_0,
      description: "soil depth",
      unit: "cm",
    }),
    write("soil-ph", soil.ph, { ...FLOAT, description: "soil pH", unit: "pH" }),
    write("land-use", region.landUse, { ...BYTE_WITHOUT_0, description: "land-use class" }),
    write("vegetation-cover", desertification.coverPct, {
      ...BYTE,
      description: "vegetation cover",
      unit: "%",
    }),
    write("rocky-desertification", desertification.grade, {
      ...BYTE,
      description: "grade by bare-rock thresholds",
    }),
    write(
      "mean-temperature",
      atHeight((elevationM) => Math.round(meanTemperatureAt(elevationM, facts.climate) * 8) / 8),
      { ...FLOAT, description: "mean annual temperature", unit: "degC" },
    ),
    write(
      "annual-precipitation",
      atHeight((elevationM) => Math.round(annualPrecipitationAt(elevationM, facts.climate))),
      { sampleType: "int16", noData: -32768, description: "annual precipitation", unit: "mm" },
    ),
    write("travel-time", region.travelMinutes.map(Math.round), {
      sampleType: "uint16",
      noData: 65535,
      description: "travel time to market",
      unit: "min",
    }),
  ];
}
