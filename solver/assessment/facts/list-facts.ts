import type { UnitFacts } from "./unit-facts.ts";

/** Facts under the names inspector and report show them by. */
export function listFacts(facts: UnitFacts): ReadonlyMap<string, Float32Array> {
  const listed: Readonly<Record<string, Float64Array>> = {
    elevationM: facts.elevationM,
    slopeDeg: facts.slopeDeg,
    slopeLength: facts.slopeLength,
    bedrockPct: facts.bedrockShare.map((share) => 100 * share),
    coverPct: facts.coverPct,
    soilDepthCm: facts.soilDepthCm,
    ph: facts.ph,
    grade: facts.grade,
    temperatureC: facts.temperatureC,
    heatSumCd: facts.heatSumCd,
    rainMm: facts.rainMm,
    travelMin: facts.travelMin,
    roadM: facts.roadM,
    plantM: facts.plantM,
    scenicM: facts.scenicM,
    waterReachM3: facts.waterReachM3,
    labourReachDays: facts.labourReachDays,
    degradation: facts.degradation,
  };
  return new Map(Object.entries(listed).map(([name, values]) => [name, Float32Array.from(values)]));
}
