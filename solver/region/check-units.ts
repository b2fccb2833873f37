import type { Issue } from "#gis";
import { checkValues } from "./check-values.ts";
import type { RegionDefinition } from "./definition.ts";
import { regionIssue } from "./issue-messages.ts";
import { CLASS_NAMES, CLIMATE_SPECS, LAYER_SPECS, ORGANIC_CARBON_SPEC } from "./layer-specs.ts";

/** What the definition says in other units than the program computes in, and classes by names it does not know. */
export function checkUnits(definition: RegionDefinition, file: string): Issue[] {
  return [
    ...checkLayerUnits(definition, file),
    ...checkClassNames(definition, file),
    ...checkClimate(definition, file),
    ...checkSoils(definition, file),
  ];
}

function checkLayerUnits({ layers }: RegionDefinition, file: string): Issue[] {
  return layers.flatMap(({ id, unit }, i) => {
    const spec = LAYER_SPECS.get(id);
    if (!spec || unit === undefined || unit === spec.unit || spec.spellings.includes(unit)) return [];
    const where = { file, layer: id, field: `layers[${i}].unit` };
    return [regionIssue("unit-not-expected", "error", where, { found: unit, expected: spec.unit })];
  });
}

function checkClassNames({ layers }: RegionDefinition, file: string): Issue[] {
  return layers.flatMap(({ id, classes = [] }, i) => {
    const known = CLASS_NAMES.get(id);
    if (!known) return [];
    return classes.flatMap((entry, c) => {
      if (known.includes(entry.id)) return [];
      const where = { file, layer: id, field: `layers[${i}].classes[${c}].id` };
      return [
        regionIssue("class-name-unknown", "error", where, { found: entry.id, expected: known.join(", ") }),
      ];
    });
  });
}

function checkClimate({ climate }: RegionDefinition, file: string): Issue[] {
  const year = climate.precipitationMm.reduce((sum, month) => sum + month, 0);
  const values: Readonly<Record<keyof typeof CLIMATE_SPECS, readonly number[]>> = {
    temperatureC: climate.temperatureC,
    minimumTemperatureC: [climate.minimumTemperatureC.value],
    precipitationMm: [year],
    lapseCPerM: [climate.lapseCPerM.value],
    stationElevationM: [climate.stationElevationM.value],
  };
  return (Object.keys(values) as (keyof typeof CLIMATE_SPECS)[]).flatMap((name) =>
    checkValues(values[name], CLIMATE_SPECS[name], { file, field: `climate.${name}` }),
  );
}

function checkSoils({ soils }: RegionDefinition, file: string): Issue[] {
  return Object.entries(soils).flatMap(([id, { organicCarbonPct }]) =>
    checkValues([organicCarbonPct], ORGANIC_CARBON_SPEC, { file, field: `soils.${id}.organicCarbonPct` }),
  );
}
