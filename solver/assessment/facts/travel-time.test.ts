import { describe, expect, it } from "vitest";
import type { Feature, Grid, VectorLayer } from "#gis";
import { minutesPerM, walkingKmPerH } from "../physics/access.ts";
import { computeTravelTime, marketPlaces } from "./travel-time.ts";

const grid: Grid = { crs: "EPSG:4544", cols: 5, rows: 3, cellSizeM: 30, originX: 0, originY: 90 };
const WALK = 30 * minutesPerM(walkingKmPerH(0));

function layer(...features: Feature[]): VectorLayer {
  return { crs: grid.crs, features };
}

function point(col: number, row: number, properties: readonly (readonly [string, number])[] = []): Feature {
  const coordinates = [30 * col + 15, 90 - 30 * row - 15] as [number, number];
  return { id: `${col}`, geometry: { type: "Point", coordinates }, properties: new Map(properties) };
}

function roadAlong(row: number, kind: string): Feature {
  const y = 90 - 30 * row - 15;
  return {
    id: "r",
    geometry: {
      type: "LineString",
      coordinates: [
        [15, y],
        [135, y],
      ],
    },
    properties: new Map([["class", kind]]),
  };
}

function travel(slopes: readonly number[], roads?: VectorLayer, water: readonly number[] = []) {
  const slope = { grid, values: Float32Array.from(slopes) };
  const isWater = (cell: number) => water.includes(cell);
  return computeTravelTime({ slope, isWater, roads, places: layer(point(0, 1)) }).values;
}

const FLAT = new Array<number>(15).fill(0);

describe("travel time", () => {
  it("walks over even ground at Tobler's speed, diagonals longer", () => {
    const minutes = travel(FLAT);
    expect(minutes[5]).toBe(0);
    expect(minutes[9]).toBeCloseTo(4 * WALK, 5);
    expect(minutes[1]).toBeCloseTo(Math.SQRT2 * WALK, 5);
  });

  it("is slower over steep ground", () => {
    const steep = travel(new Array<number>(15).fill(30));
    const gradient = Math.tan(Math.PI / 6);
    expect(steep[9]).toBeCloseTo(4 * 30 * minutesPerM(walkingKmPerH(gradient)), 4);
  });

  it("follows a road at the speed of its class, the faster of two", () => {
    const county = travel(FLAT, layer(roadAlong(1, "county"), roadAlong(1, "track")));
    expect(county[9]).toBeCloseTo(4 * 30 * minutesPerM(40), 5);
    expect(travel(FLAT, layer(roadAlong(1, "village")))[9]).toBeCloseTo(4 * 30 * minutesPerM(20), 5);
  });

  it("goes around water and cliffs, ends where they close the way, and bridges them by road", () => {
    const around = travel(FLAT, undefined, [2, 7]);
    expect(around[9]).toBeCloseTo((2 * Math.SQRT2 + 2) * WALK, 4);
    const cliff = FLAT.map((_, cell) => (cell % 5 === 2 ? 60 : 0));
    expect(travel(cliff)[9]).toBeNaN();
    expect(travel(cliff)[7]).toBeNaN();
    expect(travel(cliff, layer(roadAlong(1, "county")))[9]).toBeCloseTo(4 * 30 * minutesPerM(40), 5);
  });

  it("sells at markets, else at seats, else in every village", () => {
    const villages = layer(point(0, 0, [["seat", 0]]), point(1, 0, [["seat", 1]]));
    const markets = layer(point(4, 0));
    expect(
      marketPlaces(
        new Map([
          ["villages", villages],
          ["markets", markets],
        ]),
      ),
    ).toBe(markets);
    expect(marketPlaces(new Map([["villages", villages]]))?.features.map(({ id }) => id)).toEqual(["1"]);
    expect(marketPlaces(new Map([["villages", layer(point(0, 0))]]))?.features).toHaveLength(1);
    expect(marketPlaces(new Map())).toBeUndefined();
  });
});
