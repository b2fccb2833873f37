import type { GeotiffOptions } from "#gis";
import type { AssessedRegion } from "#solver/assessment";
import type { Region } from "#solver/region";
import { listAssessmentRasters } from "./assessment-rasters.ts";
import { writeCriteria, writeGates, writeParcelScores, writeParcels } from "./assessment-tables.ts";

/** A file of an export: its path below the chosen folder, `/` as separator, and what it holds. */
export interface ReportFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * An assessment as files, the same bytes for the same region:
 *
 * - `criteria/<criterion>.tif`: raw values, in the criterion's unit. Where the criterion is a layer of the region the
 *   layer's own cells, otherwise the parcels' values. One file per industry where raw values differ by industry.
 * - `membership/<criterion>-<industry>.tif`: 0-1, of the criteria that count and are asked of the industry.
 * - `scores/<assessment>-<industry>.tif` and `suitability/<industry>.tif`: 0-1, suitability 0 where closed.
 * - `limiting/<industry>.tif`: number of the limiting criterion in `criteria.csv`.
 * - `largest-share/<industry>.tif`: share of the parcel that gates leave, 0-1; `gates/<industry>.tif`: number in `gates.csv`
 *   of the gate that takes most.
 * - `parcels.csv`: one line per parcel; `parcel-scores.csv`: one per parcel and industry; `criteria.csv`, `gates.csv`: legends.
 *
 * @param options a faster packer of the host for the hundreds of rasters.
 */
export function listAssessmentFiles(
  region: Region,
  assessed: Pick<AssessedRegion, "assessment" | "withoutData">,
  options: Pick<GeotiffOptions, "deflate"> = {},
): readonly ReportFile[] {
  const { assessment, withoutData } = assessed;
  return [
    ...listAssessmentRasters(region, assessment, options),
    { path: "criteria.csv", content: writeCriteria(assessment) },
    { path: "gates.csv", content: writeGates(assessment) },
    { path: "parcels.csv", content: writeParcels(region, assessment, withoutData) },
    { path: "parcel-scores.csv", content: writeParcelScores(region, assessment, withoutData) },
  ];
}
