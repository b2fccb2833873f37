import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkValues, describeValues } from "./check-values.ts";
import { formatIssue } from "./issue-messages.ts";
import { CLIMATE_SPECS, LAYER_SPECS, type UnitMistake } from "./layer-specs.ts";

const WHERE = { layer: "test" };

/** What sound layers of karst land hold, and what a station near by says. */
const SOUND: Readonly<
  Record<string, { from: number; to: number; station?: { value: number; tolerance: number } }>
> = {
  elevation: { from: 900, to: 2200, station: { value: 1500, tolerance: 1200 } },
  slope: { from: 0, to: 60 },
  "bedrock-exposure": { from: 0, to: 95 },
  "vegetation-cover": { from: 5, to: 98 },
  ndvi: { from: -0.1, to: 0.9 },
  "soil-depth": { from: 5, to: 95 },
  "soil-ph": { from: 4.5, to: 8 },
  "soil-erodibility": { from: 0.01, to: 0.06 },
  "rainfall-erosivity": { from: 2500, to: 8000 },
  "mean-temperature": { from: 11, to: 20, station: { value: 15, tolerance: 12 } },
  "annual-precipitation": { from: 900, to: 1400, station: { value: 1150, tolerance: 1700 } },
  "travel-time": { from: 5, to: 300 },
};

/** The value that `convert` makes sound again, found by bisection: every conversion rises. */
function undo({ convert }: UnitMistake, sound: number): number {
  const rises = convert(1) > convert(0);
  let [low, high] = [-1e7, 1e7];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (convert(middle) < sound === rises) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const cases = [...LAYER_SPECS.values()].map((spec) => [spec.id, spec] as const);
const mistakes = cases.flatMap(([id, spec]) =>
  spec.mistakes.map((mistake) => [id, mistake.code, spec, mistake] as const),
);

/** A few hundred values over the range of a sound layer, crowded to its low or its high end. */
function values(id: string) {
  const { from, to } = SOUND[id];
  return fc
    .double({ min: 0.6, max: 1.7, noNaN: true })
    .map((crowding) => Array.from({ length: 301 }, (_, i) => from + (to - from) * (i / 300) ** crowding));
}

/** What the station says: for rain the region's own middle, since cm and months differ by a fifth only. */
function stationFor(id: string, sound: readonly number[]) {
  const { station } = SOUND[id];
  return station && id === "annual-precipitation" ? { ...station, value: sound[150] } : station;
}

describe("checkValues", () => {
  it.each(cases)("lets sound values of %s pass", (id, spec) => {
    fc.assert(
      fc.property(values(id), (sound) => {
        expect(checkValues(sound, spec, WHERE, SOUND[id].station)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each(mistakes)("names %s that are %s, and the remedy sets them right", (id, code, spec, mistake) => {
    fc.assert(
      fc.property(values(id), (sound) => {
        const wrong = sound.map((value) => undo(mistake, value));
        const found = checkValues(wrong, spec, WHERE, stationFor(id, sound));
        expect(found.map((issue) => issue.code)).toEqual([code]);
        expect(checkValues(wrong.map(mistake.convert), spec, WHERE, SOUND[id].station)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it.each(Object.entries(CLIMATE_SPECS))("names every usual mistake of climate.%s", (name, spec) => {
    const sound = { temperatureC: 15, minimumTemperatureC: -4, precipitationMm: 1150, lapseCPerM: 0.006 };
    const value = sound[name as keyof typeof sound] ?? 1270;
    expect(checkValues([value], spec, WHERE)).toEqual([]);
    for (const mistake of spec.mistakes) {
      const wrong = undo(mistake, value);
      // A mild night of 27 tenths is also a night of 27 degrees: one that freezes hard is meant.
      if (spec.usual[0] <= wrong && wrong <= spec.usual[1]) continue;
      expect(checkValues([wrong], spec, WHERE).map((issue) => issue.code)).toEqual([mistake.code]);
    }
  });

  it("tells stray values from a wrong unit, and an unusual layer from an impossible one", () => {
    const cover = LAYER_SPECS.get("vegetation-cover")!;
    const mostly = Array.from({ length: 500 }, (_, i) => (i === 7 ? 255 : i % 90));
    expect(checkValues(mostly, cover, WHERE)).toEqual([
      expect.objectContaining({
        code: "values-out-of-range",
        severity: "error",
        context: expect.objectContaining({ outside: 1, of: 500 }),
      }),
    ]);
    const erosivity = LAYER_SPECS.get("rainfall-erosivity")!;
    expect(checkValues([400, 500, 600], erosivity, WHERE)).toEqual([
      expect.objectContaining({ code: "values-unusual", severity: "warning" }),
    ]);
  });

  it("says nothing of a layer without data, or of bare rock that is nowhere", () => {
    const bedrock = LAYER_SPECS.get("bedrock-exposure")!;
    expect(checkValues([Number.NaN, Number.NaN], bedrock, WHERE)).toEqual([]);
    expect(checkValues([0, 0, 0], bedrock, WHERE)).toEqual([]);
  });

  it("has a sentence without a hole for every mistake", () => {
    for (const [, , spec, mistake] of mistakes) {
      const [issue] = checkValues(
        [undo(mistake, SOUND[spec.id].to)],
        { ...spec, mistakes: [mistake] },
        WHERE,
      );
      if (!issue) continue;
      for (const locale of ["en", "zh"] as const) expect(formatIssue(issue, locale)).not.toMatch(/\{\w+\}/);
    }
  });
});

describe("describeValues", () => {
  it("leaves no data out and finds extremes beyond its sample", () => {
    const many = Float32Array.from({ length: 200_001 }, (_, i) => (i === 77_777 ? 1e6 : (i % 100) + 1));
    many[3] = Number.NaN;
    const seen = describeValues(many);
    expect(seen).toMatchObject({ count: 200_000, least: 1, most: 1e6 });
    expect(seen?.median).toBeGreaterThan(45);
    expect(seen?.median).toBeLessThan(55);
  });
});
