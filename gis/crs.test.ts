import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findCrs,
  isInAreaOfUse,
  refusalOf,
  roundTripErrorM,
  transformBetween,
  transformExtent,
} from "./crs.ts";
import type { CrsCode } from "./types.ts";

/** What gdaltransform 3.6.2 (PROJ) gives for `[lon, lat]` in degrees, metres to the micrometre. */
const GDAL: readonly [CrsCode, [number, number], [number, number]][] = [
  ["EPSG:4544", [105.5, 25.7], [550185.718077647, 2843693.82501039]],
  ["EPSG:4544", [106.43, 26.55], [642504.032644848, 2938565.27797961]],
  ["EPSG:4544", [104.1, 27.2], [410827.025825008, 3010111.4654459]],
  ["EPSG:4523", [105.5, 25.7], [35550185.7180776, 2843693.82501039]],
  ["EPSG:4545", [106.43, 26.55], [343542.5061637, 2938728.59753988]],
  ["EPSG:32648", [105.5, 25.7], [550165.643790259, 2842556.34756512]],
  ["EPSG:32648", [106.43, 26.55], [642447.03103132, 2937389.85195536]],
  ["EPSG:32748", [105.5, 25.7], [550165.643790259, 12842556.3475651]],
];

describe("transformBetween", () => {
  it.each(GDAL)("puts degrees into %s where GDAL puts them", (code, [lon, lat], [x, y]) => {
    const [east, north] = transformBetween("EPSG:4326", code)(lon, lat);
    expect(Math.hypot(east - x, north - y)).toBeLessThan(1e-5);
  });

  it("treats CGCS2000 degrees as WGS 84 degrees, as GDAL does", () => {
    expect(transformBetween("EPSG:4490", "EPSG:4544")(105.5, 25.7)).toEqual(
      transformBetween("EPSG:4326", "EPSG:4544")(105.5, 25.7),
    );
  });

  it("goes back to degrees where GDAL goes", () => {
    const [lon, lat] = transformBetween("EPSG:4544", "EPSG:4326")(560550, 2846160);
    expect(lon).toBeCloseTo(105.603367365762, 10);
    expect(lat).toBeCloseTo(25.7218693617211, 10);
  });

  it("writes zone numbers in 4513-4533 only", () => {
    const shift = transformBetween("EPSG:4544", "EPSG:4523")(550_000, 2_840_000);
    expect(shift[0]).toBeCloseTo(35_550_000, 5);
    for (let i = 0; i <= 20; i++) {
      const meridian = 75 + 3 * i;
      const easting = (code: number) => transformBetween("EPSG:4326", `EPSG:${code}`)(meridian, 30)[0];
      expect(easting(4534 + i)).toBeCloseTo(500_000, 5);
      expect(easting(4513 + i)).toBeCloseTo((25 + i) * 1_000_000 + 500_000, 5);
    }
  });

  it("gives NaN for coordinates that are none, and refuses codes off the list", () => {
    expect(transformBetween("EPSG:4326", "EPSG:4544")(Number.NaN, 25)[0]).toBeNaN();
    expect(() => transformBetween("EPSG:4326", "EPSG:3857")).toThrow("EPSG:3857");
  });
});

describe("the allow-list", () => {
  it("knows 2 geographic, 42 Gauss-Kruger and 120 UTM systems and nothing else around them", () => {
    const known = Array.from({ length: 40_000 }, (_, n) => n).filter(
      (n) => findCrs(`EPSG:${n}`) !== undefined,
    );
    expect(known.length).toBe(2 + 42 + 120);
    for (const code of [4512, 4555, 32600, 32661, 32700, 32761, 3857])
      expect(findCrs(`EPSG:${code}`)).toBeUndefined();
  });

  it("refuses Web Mercator for its areas, the rest as unknown", () => {
    expect(refusalOf("EPSG:3857")).toBe("area-distorting");
    expect(refusalOf("EPSG:2000")).toBe("unknown-crs");
  });

  it("comes back within a micrometre everywhere in the area of use", () => {
    const codes = [4513, 4533, 4534, 4544, 4545, 4554, 32601, 32648, 32660, 32748].map(
      (n): CrsCode => `EPSG:${n}`,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (code, u, v) => {
          const [west, south, east, north] = findCrs(code)!.areaOfUse;
          const [lon, lat] = [
            west + u * (east - west),
            Math.max(-80, south) + v * (Math.min(north, 80) - Math.max(-80, south)),
          ];
          const [x, y] = transformBetween("EPSG:4326", code)(lon, lat);
          return roundTripErrorM(code, x, y) < 1e-6;
        },
      ),
      { seed: 4544, numRuns: 500 },
    );
  });

  it("knows where a zone holds", () => {
    expect(isInAreaOfUse("EPSG:4544", 105.6, 25.7)).toBe(true);
    expect(isInAreaOfUse("EPSG:4544", 108, 25.7)).toBe(false);
  });
});

describe("transformExtent", () => {
  it("holds an edge where it bends beyond its corners, to a hundred-thousandth of a degree", () => {
    const extent = [430_000, 2_800_000, 640_000, 2_950_000] as const;
    const north = transformExtent(extent, "EPSG:4544", "EPSG:4326")[3];
    const latitudeAt = (x: number) => transformBetween("EPSG:4544", "EPSG:4326")(x, 2_950_000)[1];
    expect(Math.abs(north - latitudeAt(500_000))).toBeLessThan(1e-5);
    expect(north).toBeGreaterThan(Math.max(latitudeAt(430_000), latitudeAt(640_000)) + 1e-3);
  });
});
