import { type GeotiffOptions, type Raster, type SampleType, writeGeotiff } from "#gis";
import type { Assessment, CriterionResult } from "#solver/assessment";
import { ASSESSMENT_IDS, type Region } from "#solver/region";
import type { ReportFile } from "./assessment-files.ts";
import { UnitBurner } from "./burn-units.ts";
import { leadingGate } from "./leading-gate.ts";

/** Stored where a raster has no data; no score, share or physical value of ours comes near it. */
const NO_DATA = -9999;
/** The same in rasters of numbers of a legend. */
const NO_CODE = 255;

/** Rasters of an assessment: criteria, memberships, scores, suitability, limiting factors and gates. */
export function listAssessmentRasters(
  region: Region,
  assessment: Assessment,
  options: Pick<GeotiffOptions, "deflate">,
): readonly ReportFile[] {
  const writer = new RasterWriter(region, assessment, options);
  const { criteria, options: industries, scores, suitability, limiting, gates } = assessment;
  return [
    ...criteria.flatMap((criterion) => listCriterion(region, writer, criterion)),
    ...criteria.flatMap(({ spec, weight, membership }) =>
      weight === 0
        ? []
        : industries.flatMap((_, k) => writer.pairs(`membership/${spec.id}`, membership, k, "0-1")),
    ),
    ...ASSESSMENT_IDS.flatMap((id) =>
      industries.flatMap((_, k) => writer.pairs(`scores/${id}`, scores[id], k, "0-1")),
    ),
    ...industries.flatMap((option, k) => [
      writer.units(`suitability/${option}`, writer.ofOption(suitability, k), "0-1"),
      writer.codes(`limiting/${option}`, writer.ofOption(limiting, k)),
      writer.units(`largest-share/${option}`, writer.ofOption(gates.cap, k), "0-1"),
      writer.codes(
        `gates/${option}`,
        Float32Array.from(
          { length: assessment.unitCount },
          (_, unit) => leadingGate(gates, unit * industries.length + k) ?? NO_CODE,
        ),
      ),
    ]),
  ];
}

function listCriterion(
  region: Region,
  writer: RasterWriter,
  { spec, raw }: CriterionResult,
): readonly ReportFile[] {
  const layer = region.rasters.get(spec.id);
  if (layer) return [writer.raster(`criteria/${spec.id}`, layer, spec.unit)];
  if (!spec.perOption) return [writer.units(`criteria/${spec.id}`, raw, spec.unit)];
  return writer.everyOption((k) => writer.pairs(`criteria/${spec.id}`, raw, k, spec.unit));
}

/** Writes parcel values as rasters on the region's grid. */
class RasterWriter {
  private readonly burner: UnitBurner;

  constructor(
    { units, grid }: Region,
    private readonly assessment: Assessment,
    private readonly packing: Pick<GeotiffOptions, "deflate">,
  ) {
    this.burner = new UnitBurner(units, grid);
  }

  raster(name: string, raster: Raster, unit: string): ReportFile {
    return this.write(name, raster, "float32", NO_DATA, unit);
  }

  units(name: string, values: ArrayLike<number>, unit: string): ReportFile {
    return this.raster(name, this.burner.burn(values), unit);
  }

  codes(name: string, values: Float32Array): ReportFile {
    const known = values.map((code) => (code === NO_CODE ? Number.NaN : code));
    return this.write(name, this.burner.burn(known), "uint8", NO_CODE, "");
  }

  /** One option of an array over pairs; nothing where no parcel has a value. */
  pairs(name: string, pairs: Float32Array, k: number, unit: string): readonly ReportFile[] {
    const values = this.ofOption(pairs, k);
    if (values.every(Number.isNaN)) return [];
    return [this.units(`${name}-${this.assessment.options[k]}`, values, unit)];
  }

  everyOption(write: (k: number) => readonly ReportFile[]): readonly ReportFile[] {
    return this.assessment.options.flatMap((_, k) => write(k));
  }

  ofOption(pairs: ArrayLike<number>, k: number): Float32Array {
    const { unitCount, options } = this.assessment;
    return Float32Array.from({ length: unitCount }, (_, unit) => pairs[unit * options.length + k]);
  }

  private write(
    name: string,
    raster: Raster,
    sampleType: SampleType,
    noData: number,
    unit: string,
  ): ReportFile {
    const content = writeGeotiff(raster, {
      ...this.packing,
      sampleType,
      noData,
      description: name,
      unit: unit === "" ? undefined : unit,
    });
    return { path: `${name}.tif`, content };
  }
}
