import { fromArrayBuffer } from "geotiff";
import { describe, expect, it } from "vitest";
import { GisError } from "../issue.ts";
import type { Grid, Raster } from "../types.ts";
import { type GeotiffOptions, GeotiffStrips, type SampleType, writeGeotiff } from "./geotiff.ts";

const GRID: Grid = {
  crs: "EPSG:4544",
  cols: 7,
  rows: 150,
  cellSizeM: 30,
  originX: 500_010,
  originY: 2_900_040,
};

function aRaster(valueAt: (cell: number) => number): Raster {
  return {
    grid: GRID,
    values: Float32Array.from({ length: GRID.cols * GRID.rows }, (_, cell) => valueAt(cell)),
  };
}

async function readBack(raster: Raster, options: GeotiffOptions) {
  const image = await (await fromArrayBuffer(writeGeotiff(raster, options).buffer)).getImage();
  const [band] = await image.readRasters();
  return { image, band: [...(band as unknown as ArrayLike<number> & Iterable<number>)] };
}

const VALUES: Record<SampleType, (cell: number) => number> = {
  uint8: (cell) => (cell * 37) % 255,
  uint16: (cell) => (cell * 997) % 65535,
  int16: (cell) => ((cell * 997) % 60000) - 30000,
  float32: (cell) => 1240 + (cell * cell) / 7,
};

const NO_DATA: Record<SampleType, number> = { uint8: 255, uint16: 65535, int16: -32768, float32: -9999 };

describe("writeGeotiff", () => {
  it.each(Object.keys(VALUES) as SampleType[])(
    "keeps every %s value through the predictor",
    async (sampleType) => {
      const raster = aRaster(VALUES[sampleType]);
      const { band } = await readBack(raster, { sampleType, noData: NO_DATA[sampleType] });
      expect(band).toEqual([...raster.values]);
    },
  );

  it.each(Object.keys(VALUES) as SampleType[])(
    "keeps every %s value without compression",
    async (sampleType) => {
      const raster = aRaster(VALUES[sampleType]);
      const { band } = await readBack(raster, {
        sampleType,
        noData: NO_DATA[sampleType],
        compression: "none",
      });
      expect(band).toEqual([...raster.values]);
    },
  );

  it.each([1, 13, 64, 150])("gives the same file in pieces of %i rows", (pieceRows) => {
    const raster = aRaster(VALUES.float32);
    const options: GeotiffOptions = { sampleType: "float32", noData: -9999, unit: "m" };
    const writer = new GeotiffStrips(GRID, options);
    const strips: Uint8Array[] = [];
    for (let row = 0; row < GRID.rows; row += pieceRows)
      strips.push(...writer.add(raster.values.subarray(row * GRID.cols, (row + pieceRows) * GRID.cols)));
    const head = writer.finish();
    expect(head.length).toBe(writer.headLength);
    expect(new Uint8Array([head, ...strips].flatMap((part) => [...part]))).toEqual(
      writeGeotiff(raster, options),
    );
  });

  it("gives no head while rows are missing", () => {
    const writer = new GeotiffStrips(GRID, { sampleType: "float32", noData: -9999 });
    expect([...writer.add(new Float32Array(GRID.cols))]).toEqual([]);
    expect(() => writer.finish()).toThrow("149 rows");
  });

  it("states place, CRS, no data and unit", async () => {
    const raster = aRaster((cell) => (cell === 3 ? Number.NaN : 12.5));
    const { image, band } = await readBack(raster, { sampleType: "float32", noData: -9999, unit: "m" });
    expect(band[3]).toBe(-9999);
    expect(image.getGDALNoData()).toBe(-9999);
    expect(image.getOrigin().slice(0, 2)).toEqual([500_010, 2_900_040]);
    expect(image.getResolution().slice(0, 2)).toEqual([30, -30]);
    expect(image.getGeoKeys()?.ProjectedCSTypeGeoKey).toBe(4544);
    expect(await image.getGDALMetadata(0)).toMatchObject({ UNITTYPE: "m" });
  });

  it("writes the same bytes twice", () => {
    const options: GeotiffOptions = { sampleType: "uint8", noData: 255 };
    expect(writeGeotiff(aRaster(VALUES.uint8), options)).toEqual(
      writeGeotiff(aRaster(VALUES.uint8), options),
    );
  });

  it.each([[256], [-1], [0.5], [255]])("refuses %s as an 8-bit value with no data 255", (value) => {
    expect(() =>
      writeGeotiff(
        aRaster(() => value),
        { sampleType: "uint8", noData: 255 },
      ),
    ).toThrow(GisError);
  });
});
