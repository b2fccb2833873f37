import { type Issue, overlayShares, type Raster, type VectorLayer, zonalMajority } from "#gis";
import type { ClassEntry, Region } from "#solver/region";
import { type AssessmentIssueCode, assessmentIssue } from "../issue-messages.ts";

/** Reads layers of a region by id and notes what is missing or has no legend. */
export class LayerReader {
  readonly issues: Issue[] = [];

  constructor(readonly region: Region) {}

  /** The raster, or undefined with a warning when `consequence` says what is then left out. */
  raster(id: string, consequence: string): Raster | undefined {
    const raster = this.region.rasters.get(id);
    if (!raster) this.warn("assessed-layer-missing", id, { consequence });
    else if (raster.values.every(Number.isNaN)) this.warn("layer-without-data", id, { consequence });
    return raster;
  }

  vector(id: string, consequence: string): VectorLayer | undefined {
    const vector = this.region.vectors.get(id);
    if (!vector) this.warn("assessed-layer-missing", id, { consequence });
    return vector;
  }

  /** One value per unit by `compute`, NaN everywhere when the layer is missing. */
  perUnit(id: string, consequence: string, compute: (raster: Raster) => Float64Array): Float64Array {
    const raster = this.raster(id, consequence);
    return raster ? compute(raster) : new Float64Array(this.region.units.count).fill(Number.NaN);
  }

  /** Class id that covers most of each unit, "" where there is no data or the code has no legend entry. */
  classes(id: string, consequence: string): readonly string[] {
    const codes = this.perUnit(id, consequence, (raster) => zonalMajority(this.region.units.cover, raster));
    const names = new Map(this.legend(id).map((entry) => [entry.value, entry.id]));
    return Array.from(codes, (code) => (Number.isNaN(code) ? "" : (names.get(code) ?? "")));
  }

  legend(id: string): readonly ClassEntry[] {
    return this.region.definition.layers.find((layer) => layer.id === id)?.classes ?? [];
  }

  /** Area share of each unit inside a polygon layer; zeros when it is missing. */
  shares(id: string, consequence: string, where?: (zone: string) => boolean): Float32Array {
    const layer = this.vector(id, consequence);
    if (!layer) return new Float32Array(this.region.units.count);
    const test =
      where &&
      ((feature: (typeof layer.features)[number]) => where(String(feature.properties.get("zone") ?? "")));
    return Float32Array.from(overlayShares(this.region.units, layer, test));
  }

  /** Layer a mask reads: the one the region names for it, else the usual one. */
  layerOfMask(mask: string, usual: string): string {
    return this.region.definition.masks.find(({ id }) => id === mask)?.layer ?? usual;
  }

  private warn(code: AssessmentIssueCode, layer: string, context: Issue["context"]): void {
    const isKnown = this.issues.some((issue) => issue.code === code && issue.where.layer === layer);
    if (!isKnown) this.issues.push(assessmentIssue(code, "warning", { layer }, context));
  }
}
