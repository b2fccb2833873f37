import type { Services } from "../figures/services.ts";
import type { FactId } from "./fact-specs.ts";
import type { UnitFacts } from "./unit-facts.ts";

/** Facts under the names inspector and report show them by. */
export function listFacts(facts: UnitFacts, services: Services): ReadonlyMap<string, Float32Array> {
  const listed: Readonly<Record<FactId, Float64Array>> = {
    elevationM: facts.elevationM,
    slopeDeg: facts.slopeDeg,
    slopeLength: facts.slopeLength,
    bedrockPct: facts.bedrockShare.map((share) => 100 * share),
    coverPct: facts.coverPct,
    soilDepthCm: facts.soilDepthCm,
    soilMeanDepthCm: facts.soilMeanDepthCm,
    ph: facts.ph,
    grade: facts.grade,
    temperatureC: facts.temperatureC,
    minimumTemperatureC: facts.minimumTemperatureC,
    heatSumCd: facts.heatSumCd,
    rainMm: facts.rainMm,
    erosivity: facts.erosivity,
    potentialEvapotranspirationMm: facts.potentialEvapotranspirationMm,
    travelMin: facts.travelMin,
    roadM: facts.roadM,
    plantM: facts.plantM,
    scenicM: facts.scenicM,
    serviceM: facts.serviceM,
    waterReachM3: facts.waterReachM3,
    labourReachDays: facts.labourReachDays,
    degradation: facts.degradation,
    ...services,
  };
  return new Map(Object.entries(listed).map(([name, values]) => [name, Float32Array.from(values)]));
}
