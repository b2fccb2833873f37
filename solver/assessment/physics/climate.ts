import type { Climate } from "#solver/region";

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const MID_MONTH_DAY = [15, 46, 74, 105, 135, 166, 196, 227, 258, 288, 319, 349] as const;

/** Temperature at another height, C. */
export function temperatureAt(
  stationC: number,
  stationM: number,
  elevationM: number,
  lapseCPerM: number,
): number {
  return stationC - lapseCPerM * (elevationM - stationM);
}

/**
 * Mean annual temperature at a height, C, by the station's normals and lapse rate. Below a dry-hot valley's edge the
 * warming grows over 100 m to its full value.
 */
export function meanTemperatureAt(climate: Climate, elevationM: number): number {
  const station = climate.temperatureC.reduce((sum, t) => sum + t, 0) / 12;
  const free = temperatureAt(station, climate.stationElevationM.value, elevationM, climate.lapseCPerM.value);
  if (!climate.valley) return free;
  const below = climate.valley.belowM.value - elevationM;
  return free + climate.valley.warmingC.value * Math.min(1, Math.max(0, below / 100));
}

/** Yearly rain at a height, mm. */
export function rainAt(climate: Climate, elevationM: number): number {
  const station = climate.precipitationMm.reduce((sum, p) => sum + p, 0);
  return (
    station + (climate.precipitationMmPer100M.value * (elevationM - climate.stationElevationM.value)) / 100
  );
}

/**
 * Sum of daily temperatures of a bound and more, C d, from monthly means (whole months count or do not: biased where a month
 * lies near the bound).
 */
export function heatSumCd(monthlyC: readonly number[], fromC = 10): number {
  return monthlyC.reduce((sum, t, month) => (t >= fromC ? sum + t * DAYS[month] : sum), 0);
}

/**
 * Potential evapotranspiration of a year, mm, from monthly means.
 *
 * Source: Thornthwaite 1948; day length from the sun's declination on the 15th of each month.
 */
export function thornthwaiteMm(monthlyC: readonly number[], latitudeDeg: number): number {
  const heatIndex = monthlyC.reduce((sum, t) => sum + (Math.max(0, t) / 5) ** 1.514, 0);
  if (heatIndex === 0) return 0;
  const exponent = 6.75e-7 * heatIndex ** 3 - 7.71e-5 * heatIndex ** 2 + 1.792e-2 * heatIndex + 0.49239;
  return monthlyC.reduce((sum, t, month) => {
    if (t <= 0) return sum;
    const daylight = dayLengthH(latitudeDeg, MID_MONTH_DAY[month]);
    return sum + 16 * ((10 * t) / heatIndex) ** exponent * (daylight / 12) * (DAYS[month] / 30);
  }, 0);
}

/** Hours between sunrise and sunset. Source: FAO irrigation paper 56, equations 24, 25 and 34. */
export function dayLengthH(latitudeDeg: number, dayOfYear: number): number {
  const declination = 0.409 * Math.sin((2 * Math.PI * dayOfYear) / 365 - 1.39);
  const cosine = -Math.tan((latitudeDeg * Math.PI) / 180) * Math.tan(declination);
  return (24 / Math.PI) * Math.acos(Math.min(1, Math.max(-1, cosine)));
}
