import { describe, expect, it } from "vitest";
import { writeGeotiff } from "../write/geotiff.ts";
import { type GeotiffRows, openGeotiffRows } from "./geotiff.ts";
import { readBands } from "./read-bands.ts";

const GRID = {
  crs: "EPSG:4544",
  cols: 5,
  rows: 150,
  cellSizeM: 30,
  originX: 500_000,
  originY: 3_000_000,
} as const;
const values = Float32Array.from({ length: 750 }, (_, i) => (i % 37 === 5 ? Number.NaN : i));

async function open(): Promise<GeotiffRows> {
  const bytes = writeGeotiff({ grid: GRID, values }, { sampleType: "float32", noData: -9999 });
  const { rows, issues } = await openGeotiffRows(bytes, "a.tif");
  expect(issues).toEqual([]);
  return rows!;
}

describe("readBands", () => {
  it.each([
    [1, 0],
    [7, 1],
    [64, 5],
    [100, 1],
    [150, 3],
    [400, 2],
  ])("gives every row once in bands of %i with a halo of %i", async (bandRows, halo) => {
    const own: number[] = [];
    for await (const band of readBands(await open(), bandRows, halo)) {
      expect(band.first).toBe(own.length / 5);
      expect(band.above).toBe(Math.min(halo, band.first));
      expect(band.below).toBe(Math.min(halo, 150 - band.first - band.rows));
      const from = (band.first - band.above) * 5;
      expect([...band.values]).toEqual([...values.subarray(from, from + band.values.length)]);
      own.push(...band.values.subarray(band.above * 5, (band.above + band.rows) * 5));
    }
    expect(own).toEqual([...values]);
  });

  it("decodes no row twice", async () => {
    const source = await open();
    let read = 0;
    const counted: GeotiffRows = {
      ...source,
      readRows: (first, count) => {
        read += count;
        return source.readRows(first, count);
      },
    };
    for await (const _ of readBands(counted, 20, 5));
    expect(read).toBe(150);
  });
});
