import type { Issue, PlanningUnits, Raster, VectorLayer } from "#gis";
import { checkValues } from "./check-values.ts";
import { type Climate, type LayerDefinition, OPTION_IDS, type RegionDefinition } from "./definition.ts";
import { regionIssue } from "./issue-messages.ts";
import { FIELD_SPECS, type FieldSpec, LAYER_SPECS } from "./layer-specs.ts";

/** A raster's values against what its quantity can be; the climate station serves as a second opinion. */
export function checkRasterValues(raster: Raster, layer: LayerDefinition, climate: Climate): Issue[] {
  const spec = LAYER_SPECS.get(layer.id);
  if (!spec || layer.measure === "class") return [];
  return checkValues(
    raster.values,
    spec,
    { file: layer.file, layer: layer.id },
    referenceOf(layer.id, climate),
  );
}

/** A region's middle height this far from its station's would not borrow its climate. */
const NEAR_STATION_M = 1200;
const NEAR_STATION_C = 12;
/** Rain doubles or halves over a region, not more. */
const RAIN_FACTOR = 2.5;

function referenceOf(id: string, climate: Climate) {
  const meanOf = (months: readonly number[]) => months.reduce((sum, month) => sum + month, 0) / months.length;
  switch (id) {
    case "elevation":
      return { value: climate.stationElevationM.value, tolerance: NEAR_STATION_M };
    case "mean-temperature":
      return { value: meanOf(climate.temperatureC), tolerance: NEAR_STATION_C };
    case "annual-precipitation": {
      const yearMm = 12 * meanOf(climate.precipitationMm);
      return { value: yearMm, tolerance: (RAIN_FACTOR - 1) * yearMm };
    }
    default:
      return undefined;
  }
}

/** Less than this share of the parcels' land with data is worth a warning. */
const LEAST_LAND_SHARE = 0.995;

/**
 * Rasters with holes on the parcels' land: water, where soils and the like have no value, does not count as a hole.
 * A raster whose extent was already found too small is not told twice.
 */
export function checkCoverage(
  { layers }: RegionDefinition,
  rasters: ReadonlyMap<string, Raster>,
  units: PlanningUnits,
  known: readonly Issue[],
): Issue[] {
  const isLand = landTest(layers, rasters.get("land-use"));
  return layers.flatMap((layer) => {
    const raster = rasters.get(layer.id);
    const isTold = known.some(({ code, where }) => code === "raster-covers-part" && where.layer === layer.id);
    if (!raster || isTold) return [];
    let [land, valid] = [0, 0];
    units.cover.cells.forEach((cell, i) => {
      if (!isLand(cell)) return;
      land += units.cover.shares[i];
      if (!Number.isNaN(raster.values[cell])) valid += units.cover.shares[i];
    });
    if (land === 0 || valid >= LEAST_LAND_SHARE * land) return [];
    const percent = Number(((100 * valid) / land).toFixed(1));
    return [regionIssue("layer-has-gaps", "warning", { file: layer.file, layer: layer.id }, { percent })];
  });
}

function landTest(
  layers: readonly LayerDefinition[],
  landUse: Raster | undefined,
): (cell: number) => boolean {
  const legend = layers.find(({ id }) => id === "land-use")?.classes ?? [];
  const water = legend.find(({ id }) => id === "water")?.value;
  return (cell) => landUse === undefined || water === undefined || landUse.values[cell] !== water;
}

/** Properties that are computed with: numbers in their range, words the program knows, areas that are hectares. */
export function checkFields(layer: LayerDefinition, { features }: VectorLayer): Issue[] {
  return FIELD_SPECS.filter((spec) => spec.layer === layer.id).flatMap((spec) => {
    const wrong = features.filter(
      ({ properties }) => properties.has(spec.field) && !fits(spec, properties.get(spec.field)),
    );
    const missing = spec.needed ? features.filter(({ properties }) => !properties.has(spec.field)) : [];
    const tell = (found: typeof features, severity: Issue["severity"]) =>
      found.length === 0
        ? []
        : [
            regionIssue(
              found === missing ? "property-missing" : "property-out-of-range",
              severity,
              { file: layer.file, layer: layer.id, feature: found[0].id, field: spec.field },
              {
                count: found.length,
                found: String(found[0].properties.get(spec.field) ?? "-"),
                expected: expectationOf(spec),
              },
            ),
          ];
    return [...tell(wrong, "error"), ...tell(missing, "warning")];
  });
}

function fits({ range, words }: FieldSpec, value: unknown): boolean {
  if (words) return words.includes(String(value));
  return typeof value === "number" && range !== undefined && value >= range[0] && value <= range[1];
}

function expectationOf({ range, words, unit }: FieldSpec): string {
  return words ? words.join(", ") : `${range?.[0]} - ${range?.[1]} ${unit}`;
}

/** Names under which files state the area of a parcel in hectares. */
const AREA_FIELDS = ["areaHa", "area_ha", "AREA_HA"];
/** Other units an area is stated in, ha each. */
const AREA_UNITS: readonly { readonly unit: string; readonly ha: number }[] = [
  { unit: "m2", ha: 1e-4 },
  { unit: "mu", ha: 1 / 15 },
  { unit: "km2", ha: 100 },
];

/** Areas that a file states against those of the geometry, and stands that no industry is called by. */
export function checkUnitProperties(units: PlanningUnits, where: Issue["where"]): Issue[] {
  const issues: Issue[] = [];
  const field = AREA_FIELDS.find((name) => units.properties.some((properties) => properties.has(name)));
  if (field !== undefined) {
    const ratios = units.properties
      .map((properties, unit) => Number(properties.get(field)) / units.areaHa[unit])
      .filter((ratio) => ratio > 0)
      .sort((a, b) => a - b);
    const ratio = ratios[Math.trunc(ratios.length / 2)] ?? Number.NaN;
    const other = AREA_UNITS.find(({ ha }) => Math.abs(ratio * ha - 1) < 0.1);
    const context = { ratio: Number(ratio.toPrecision(3)), unit: other?.unit ?? "?" };
    if (other) issues.push(regionIssue("area-in-other-unit", "error", { ...where, field }, context));
    else if (Math.abs(ratio - 1) > 0.1)
      issues.push(regionIssue("area-differs", "warning", { ...where, field }, context));
  }
  const known = new Set<unknown>(["", null, undefined, ...OPTION_IDS]);
  const strange = units.properties.flatMap((properties, unit) =>
    known.has(properties.get("stand")) ? [] : [unit],
  );
  if (strange.length > 0) {
    const context = {
      count: strange.length,
      found: String(units.properties[strange[0]].get("stand")),
      expected: OPTION_IDS.join(", "),
    };
    const feature = units.ids[strange[0]];
    issues.push(regionIssue("property-not-known", "warning", { ...where, feature, field: "stand" }, context));
  }
  return issues;
}
