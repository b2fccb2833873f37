import { type Raster, writeGeotiff } from "#gis";
import type { Assessment, CriterionResult } from "#solver/assessment";
import { ASSESSMENT_IDS, LAND_USES, type Region } from "#solver/region";
import { burnUnits } from "./burn-units.ts";
import { type CsvCell, writeCsv } from "./csv.ts";

/** A file of an export: its path below the chosen folder, `/` as separator, and what it holds. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Stored where a raster has no data; no score, share or physical value of ours comes near it. */
const NO_DATA = -9999;

/**
 * An assessment as files, the same bytes for the same region:
 *
 * - `criteria/<criterion>.tif`: raw values, in the criterion's unit. Where the criterion is a layer of the region the
 *   layer's own cells, otherwise the parcels' values. One file per industry where raw values differ by industry.
 * - `suitability/<industry>.tif`: 0-1, 0 where closed.
 * - `parcel-scores.csv`: one line per parcel and industry.
 */
export function listAssessmentFiles(region: Region, assessment: Assessment): readonly ReportFile[] {
  return [
    ...assessment.criteria.flatMap((criterion) => listCriterionRasters(region, assessment, criterion)),
    ...assessment.options.map((option, k) => {
      const values = everyOption(assessment.suitability, k, assessment);
      return writeRaster(`suitability/${option}`, burnUnits(region.units, region.grid, values), "0-1");
    }),
    { path: "parcel-scores.csv", content: writeParcelScores(region, assessment) },
  ];
}

function listCriterionRasters(
  region: Region,
  assessment: Assessment,
  { spec, raw }: CriterionResult,
): readonly ReportFile[] {
  const layer = region.rasters.get(spec.id);
  if (layer) return [writeRaster(`criteria/${spec.id}`, layer, spec.unit)];
  if (!spec.perOption) {
    return [writeRaster(`criteria/${spec.id}`, burnUnits(region.units, region.grid, raw), spec.unit)];
  }
  return assessment.options.map((option, k) => {
    const values = everyOption(raw, k, assessment);
    return writeRaster(
      `criteria/${spec.id}-${option}`,
      burnUnits(region.units, region.grid, values),
      spec.unit,
    );
  });
}

/** One option's values of an array over pairs, one per unit. */
function everyOption(pairs: Float32Array, option: number, { unitCount, options }: Assessment): Float32Array {
  return Float32Array.from({ length: unitCount }, (_, unit) => pairs[unit * options.length + option]);
}

function writeRaster(name: string, raster: Raster, unit: string): ReportFile {
  const content = writeGeotiff(raster, {
    sampleType: "float32",
    noData: NO_DATA,
    description: name,
    unit: unit === "" ? undefined : unit,
  });
  return { path: `${name}.tif`, content };
}

function writeParcelScores(region: Region, assessment: Assessment): string {
  const header = [
    "parcel",
    "area_ha",
    "present_use",
    "industry",
    ...ASSESSMENT_IDS.map((id) => `score_${id}`),
    "suitability",
    "limiting_factor",
    "largest_share",
    "gates",
  ];
  return writeCsv(header, listScoreRows(region, assessment));
}

function* listScoreRows({ units }: Region, assessment: Assessment): Generator<readonly CsvCell[]> {
  const { options, scores, suitability, limiting, gates, criteria, landUse } = assessment;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    for (const [k, option] of options.entries()) {
      const pair = unit * options.length + k;
      const reasons = gates.reasons.subarray(gates.offsets[pair], gates.offsets[pair + 1]);
      yield [
        units.ids[unit],
        roundTo(units.areaHa[unit], 4),
        LAND_USES[landUse[unit]] ?? null,
        option,
        ...ASSESSMENT_IDS.map((id) => roundTo(scores[id][pair], 4)),
        roundTo(suitability[pair], 4),
        criteria[limiting[pair]]?.spec.id ?? null,
        roundTo(gates.cap[pair], 4),
        Array.from(reasons, (mask) => gates.masks[mask].id).join("+"),
      ];
    }
  }
}

function roundTo(value: number, decimals: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) : value;
}
