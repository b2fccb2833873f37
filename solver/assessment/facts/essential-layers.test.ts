import { describe, expect, it } from "vitest";
import type { Region } from "#solver/region";
import { assessRegion } from "../index.ts";
import { oneParcel } from "../one-parcel.fixture.ts";

const ESSENTIAL = ["elevation", "land-use", "bedrock-exposure", "soil-depth", "soil-type"] as const;
const CELLS = 36;

/** The parcel of 36 whole cells, of which one layer misses the first so many. */
function aParcelMissing(layer: string, cells: number): Region {
  const region = oneParcel({ landUse: "grass" });
  region.rasters.get(layer)?.values.fill(Number.NaN, 0, cells);
  return region;
}

describe("the rule of half the cells", () => {
  it.each(ESSENTIAL)("scores a parcel with half of %s, and no parcel with less", (layer) => {
    const half = assessRegion(aParcelMissing(layer, CELLS / 2));
    expect(half.withoutData).toEqual([]);
    expect(half.assessment.gates.cap.some((cap) => cap > 0)).toBe(true);

    const less = assessRegion(aParcelMissing(layer, CELLS / 2 + 1));
    expect(less.withoutData).toEqual([{ unit: 0, layers: [layer] }]);
    expect(less.assessment.gates.cap.every((cap) => cap === 0)).toBe(true);
    expect(less.assessment.suitability.every(Number.isNaN)).toBe(true);
    expect(less.issues).toContainEqual({
      code: "units-without-data",
      severity: "warning",
      where: { layer },
      context: { units: 1, of: 1, parcels: "T-1" },
    });
  });

  it("weighs cells by what of them lies inside: eight whole cells outweigh twelve halves", () => {
    const region = aParcelMissing("soil-depth", 0);
    const { cover } = region.units;
    const shares = cover.shares.map((_, i) => (i < 12 ? 0.5 : i < 20 ? 1 : 0));
    const parts = { ...region, units: { ...region.units, cover: { ...cover, shares } } };
    region.rasters.get("soil-depth")?.values.fill(Number.NaN, 0, 12);
    expect(assessRegion(parts).withoutData).toEqual([]);
    region.rasters.get("soil-depth")?.values.fill(Number.NaN, 12, 14);
    expect(assessRegion(parts).withoutData).toEqual([{ unit: 0, layers: ["soil-depth"] }]);
  });

  it("tells climate layers apart from the station's normals, which stand in for a layer that is not there", () => {
    const short = assessRegion(aParcelMissing("mean-temperature", CELLS));
    expect(short.withoutData).toEqual([{ unit: 0, layers: ["mean-temperature"] }]);
    const absent = assessRegion(oneParcel({ landUse: "grass", without: ["mean-temperature"] }));
    expect(absent.withoutData).toEqual([]);
  });

  it("says where a layer that is not essential is left out", () => {
    const { issues, withoutData } = assessRegion(twoParcels("soil-ph"));
    expect(withoutData).toEqual([]);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: "layer-short-on-parcels",
        where: { layer: "soil-ph" },
        context: expect.objectContaining({ units: 1, of: 2, parcels: "T-2" }),
      }),
    );
  });
});

/** The parcel beside a copy of itself that takes only the first six cells, where the layer has no data. */
function twoParcels(layer: string): Region {
  const region = oneParcel({ landUse: "grass" });
  region.rasters.get(layer)?.values.fill(Number.NaN, 0, 6);
  const { units } = region;
  const { cover } = units;
  return {
    ...region,
    units: {
      ...units,
      count: 2,
      ids: ["T-1", "T-2"],
      areaHa: Float64Array.of(units.areaHa[0], 0.54),
      polygons: [units.polygons[0], units.polygons[0]],
      points: Float64Array.of(...units.points, ...units.points),
      properties: [units.properties[0], units.properties[0]],
      cover: {
        offsets: Uint32Array.of(0, cover.cells.length, cover.cells.length + 6),
        cells: Uint32Array.of(...cover.cells, ...cover.cells.subarray(0, 6)),
        shares: Float32Array.of(...cover.shares, ...cover.shares.subarray(0, 6)),
      },
    },
  };
}
