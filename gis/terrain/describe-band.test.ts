import { describe, expect, it } from "vitest";
import { aspectDegrees } from "./aspect.ts";
import { describeBand, WINDOW_LAYERS } from "./describe-band.ts";
import { hillshade } from "./hillshade.ts";
import { roughness, ruggedness, topographicPosition } from "./ruggedness.ts";
import { slopeDegrees } from "./slope.ts";
import type { ElevationGrid } from "./window-rows.ts";

const [COLS, ROWS] = [23, 17];

/** Hills of several sizes with a hole; `turned` is the same ground turned a quarter clockwise. */
function hills(turned = false): ElevationGrid {
  const height = (x: number, y: number) =>
    x === 7 && y === 9
      ? Number.NaN
      : 900 + 40 * Math.sin(x / 3) + 25 * Math.cos((x + 2 * y) / 5) + ((x * 7 + y * 13) % 5);
  if (!turned) {
    const values = Float32Array.from({ length: COLS * ROWS }, (_, i) =>
      height(i % COLS, Math.floor(i / COLS)),
    );
    return { cols: COLS, rows: ROWS, cellSizeM: 30, values };
  }
  const values = Float32Array.from({ length: COLS * ROWS }, (_, i) =>
    height(Math.floor(i / ROWS), ROWS - 1 - (i % ROWS)),
  );
  return { cols: ROWS, rows: COLS, cellSizeM: 30, values };
}

describe("describeBand", () => {
  it.each([false, true])("gives every layer as its own function does, computed edges %s", (computeEdges) => {
    const dem = hills();
    const layers = describeBand(dem, new Set(WINDOW_LAYERS), { computeEdges });
    expect(layers.get("slope")).toEqual(slopeDegrees(dem, { computeEdges }));
    expect(layers.get("aspect")).toEqual(aspectDegrees(dem, { computeEdges }));
    expect(layers.get("hillshade")).toEqual(hillshade(dem, { computeEdges }));
    expect(layers.get("tri")).toEqual(ruggedness(dem, { computeEdges }));
    expect(layers.get("tpi")).toEqual(topographicPosition(dem, { computeEdges }));
    expect(layers.get("roughness")).toEqual(roughness(dem, { computeEdges }));
  });

  it("gives only what is asked for", () => {
    expect([...describeBand(hills(), new Set(["tpi", "slope"] as const)).keys()]).toEqual(["slope", "tpi"]);
  });

  it.each([1, 2, 5, 16])("gives the same in bands of %i rows as at once", (height) => {
    const dem = hills();
    for (const computeEdges of [false, true]) {
      const whole = describeBand(dem, new Set(WINDOW_LAYERS), { computeEdges });
      for (const id of WINDOW_LAYERS) {
        const joined: number[] = [];
        for (let first = 0; first < ROWS; first += height) {
          const rows = Math.min(height, ROWS - first);
          const [hasRowAbove, hasRowBelow] = [first > 0, first + rows < ROWS];
          const from = (first - Number(hasRowAbove)) * COLS;
          const to = (first + rows + Number(hasRowBelow)) * COLS;
          const band = { ...dem, rows, values: dem.values.subarray(from, to), hasRowAbove, hasRowBelow };
          joined.push(...describeBand(band, new Set([id]), { computeEdges }).get(id)!);
        }
        expect(joined).toEqual([...whole.get(id)!]);
      }
    }
  });

  it("turns with the ground: a quarter turn adds 90 degrees to the aspect and nothing to the rest", () => {
    const still = describeBand(hills(), new Set(WINDOW_LAYERS));
    const turned = describeBand(hills(true), new Set(WINDOW_LAYERS));
    let compared = 0;
    for (let y = 0; y < ROWS; y++) {
      for (let x = 0; x < COLS; x++) {
        const here = y * COLS + x;
        const there = x * ROWS + (ROWS - 1 - y);
        for (const id of ["slope", "tri", "tpi", "roughness"] as const) {
          const [a, b] = [still.get(id)![here], turned.get(id)![there]];
          if (Number.isNaN(a)) expect(b).toBeNaN();
          else expect(b).toBeCloseTo(a, 4);
        }
        const azimuth = still.get("aspect")![here];
        if (Number.isNaN(azimuth)) continue;
        const off = (turned.get("aspect")![there] - azimuth - 90 + 720) % 360;
        expect(Math.min(off, 360 - off)).toBeLessThan(1e-2);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });

  it("finds flat ground flat, without aspect, and grey 181", () => {
    const flat = { cols: 5, rows: 5, cellSizeM: 30, values: new Float32Array(25).fill(812) };
    const layers = describeBand(flat, new Set(WINDOW_LAYERS), { computeEdges: true });
    expect([...layers.get("slope")!]).toEqual(Array(25).fill(0));
    expect([...layers.get("aspect")!]).toEqual(Array(25).fill(Number.NaN));
    expect([...layers.get("hillshade")!]).toEqual(Array(25).fill(181));
    for (const id of ["tri", "tpi", "roughness"] as const)
      expect([...layers.get(id)!]).toEqual(Array(25).fill(0));
  });
});
