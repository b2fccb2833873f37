import { describe, expect, it } from "vitest";
import type { Climate, Quantity } from "#solver/region";
import {
  dayLengthH,
  heatSumCd,
  meanTemperatureAt,
  rainAt,
  temperatureAt,
  thornthwaiteMm,
} from "./climate.ts";

const MONTHS = [5.2, 7.1, 11.4, 16.3, 19.8, 22.1, 23.9, 23.4, 20.2, 15.8, 11.2, 6.6];

function quantity(value: number): Quantity {
  return { value, unit: "", label: "E", source: "test" };
}

const gorge: Climate = {
  stationElevationM: quantity(700),
  temperatureC: Array(12).fill(18.4),
  precipitationMm: Array(12).fill(100),
  lapseCPerM: quantity(0.006),
  precipitationMmPer100M: quantity(14),
  minimumTemperatureC: quantity(1),
  valley: { belowM: quantity(850), warmingC: quantity(0.6) },
  label: "E",
  source: "test",
};

describe("climate", () => {
  it("lapses temperature with height", () => {
    expect(temperatureAt(15.3, 1100, 1450, 0.006)).toBeCloseTo(13.2, 12);
  });

  it("warms a dry-hot valley below its edge, fully 100 m down", () => {
    expect(meanTemperatureAt(gorge, 1000)).toBeCloseTo(16.6, 10);
    expect(meanTemperatureAt(gorge, 800)).toBeCloseTo(18.4 - 0.6 + 0.3, 10);
    expect(meanTemperatureAt(gorge, 600)).toBeCloseTo(18.4 + 0.6 + 0.6, 10);
  });

  it("adds rain with height", () => {
    expect(rainAt(gorge, 1000)).toBeCloseTo(1242, 10);
  });

  it("sums heat over months of 10 C and more", () => {
    expect(heatSumCd(MONTHS)).toBeCloseTo(5017.3, 6);
    expect(heatSumCd(MONTHS, 0) - heatSumCd(MONTHS)).toBeCloseTo(5.2 * 31 + 7.1 * 28 + 6.6 * 31, 6);
  });

  it("gives 12 hours at the equator and longer summer days in the north", () => {
    expect(dayLengthH(0, 172)).toBeCloseTo(12, 10);
    expect(dayLengthH(26.5, 172)).toBeCloseTo(13.65, 1);
    expect(dayLengthH(26.5, 355)).toBeCloseTo(10.34, 2);
  });

  it("matches Thornthwaite worked by hand at the equator", () => {
    // 20 C all year: I = 12 x 4^1.514 = 97.87, a = 2.1377; a month of 30 days gives 16 (200/I)^a = 73.7 mm.
    const index = 12 * 4 ** 1.514;
    const a = 6.75e-7 * index ** 3 - 7.71e-5 * index ** 2 + 1.792e-2 * index + 0.49239;
    expect(thornthwaiteMm(Array(12).fill(20), 0)).toBeCloseTo((16 * (200 / index) ** a * 365) / 30, 8);
    expect(thornthwaiteMm(Array(12).fill(20), 0)).toBeGreaterThan(870);
    expect(thornthwaiteMm(Array(12).fill(20), 0)).toBeLessThan(920);
  });

  it("asks for no water from a frozen year", () => {
    expect(thornthwaiteMm(Array(12).fill(-3), 30)).toBe(0);
  });
});
