import { clamp } from "../core/numeric.ts";
import type { ClimateFacts } from "../region-facts.ts";

const LAPSE_C_PER_M = 0.006;

/** The valley's extra warmth is reached this far below its upper edge, m. */
const VALLEY_TRANSITION_M = 100;

/** Annual mean temperature at a height, degrees C. */
export function meanTemperatureAt(
  elevationM: number,
  { stationM, meanTemperatureC, valley }: ClimateFacts,
): number {
  const free = meanTemperatureC - LAPSE_C_PER_M * (elevationM - stationM);
  if (!valley) return free;
  return free + valley.warmingC * clamp((valley.belowM - elevationM) / VALLEY_TRANSITION_M, 0, 1);
}

/** Annual precipitation at a height, mm. */
export function annualPrecipitationAt(elevationM: number, climate: ClimateFacts): number {
  return (
    climate.annualPrecipitationMm + (climate.precipitationMmPer100M * (elevationM - climate.stationM)) / 100
  );
}
