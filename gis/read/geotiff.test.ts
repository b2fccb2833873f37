import { readFileSync } from "node:fs";
import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Issue } from "../issue.ts";
import { composeSentence, GIS_MESSAGES } from "../issue-messages.ts";
import { readGeotiff } from "./geotiff.ts";
import { buildTiff, type TiffParts } from "./tiff.fixture.ts";

const FILE = "layers/test.tif";
const NONE = Number.NaN;

type GdalName = keyof typeof GDAL_FILES;
const GDAL_FILES = JSON.parse(
  readFileSync(new URL("gdal-tiffs.fixture.json", import.meta.url), "utf8"),
) as Record<string, string>;
const gdalFile = (name: GdalName) => new Uint8Array(Buffer.from(GDAL_FILES[name], "base64"));

async function codesOf(parts: TiffParts): Promise<string[]> {
  return codesOfBytes(buildTiff(parts));
}

async function codesOfBytes(bytes: Uint8Array): Promise<string[]> {
  const { raster, issues } = await readGeotiff(bytes, { file: FILE });
  if (issues.some((issue) => issue.severity === "error" && issue.code !== "raster-without-data")) {
    expect(raster).toBeUndefined();
  }
  for (const issue of issues) expectSentence(issue);
  return issues.map((issue) => issue.code);
}

/** Every finding must name the file and come out as a whole sentence in both languages. */
function expectSentence(issue: Issue): void {
  expect(issue.where.file).toBe(FILE);
  for (const locale of ["en", "zh"] as const) {
    expect(composeSentence(issue, locale, GIS_MESSAGES)).toMatch(/^layers\/test\.tif[^{}]{10,}$/);
  }
}

const HEIGHT = (row: number, col: number) => 700 + 3 * col + 7 * row + ((col * row) % 5) + 0.25;
const CLASS = (row: number, col: number) => 1 + ((3 * col + 7 * row) % 9);
const HOLE = [3, 4];

/** What the 20 x 14 files hold: a formula, with one cell of no data. */
function expected(formula: (row: number, col: number) => number, hole = NONE): number[] {
  return Array.from({ length: 20 * 14 }, (_, cell) => {
    const [row, col] = [Math.floor(cell / 20), cell % 20];
    return row === HOLE[0] && col === HOLE[1] ? hole : formula(row, col);
  });
}
const WHOLE = (row: number, col: number) => HEIGHT(row, col) - 0.25;

describe("files written by GDAL", () => {
  it.each([
    ["deflate-float32-predictor3-tiled", expected(HEIGHT)],
    ["deflate-int16-predictor2", expected(WHOLE)],
    ["lzw-float32", expected(HEIGHT)],
    ["lzw-uint16-predictor2-tiled", expected(WHOLE, 0)],
    ["packbits-byte", expected(CLASS)],
    ["zstd-float64", expected(HEIGHT)],
    ["lerc-float32", expected(HEIGHT)],
    ["lerc-deflate-float32", expected(HEIGHT)],
    ["lerc-zstd-float32", expected(HEIGHT)],
    ["none-int32-big-endian", expected(WHOLE)],
    ["none-float32-bigtiff", expected(HEIGHT)],
    ["nbits4-byte", expected(CLASS)],
    ["deflate-two-bands-separate", expected(CLASS)],
    ["deflate-two-bands-interleaved", expected(CLASS)],
  ])("reads %s", async (name, values) => {
    const { raster, issues } = await readGeotiff(gdalFile(name), { file: FILE });
    expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
    expect(raster).toMatchObject({
      crs: "EPSG:4544",
      cols: 20,
      rows: 14,
      originX: 560_000,
      originY: 2_846_000,
    });
    expect([...(raster?.values ?? [])]).toEqual(values);
  });

  it("reads half-precision floats", async () => {
    const { raster } = await readGeotiff(gdalFile("float16"), { file: FILE });
    expect(raster?.values[0]).toBeCloseTo(700.25, 0);
  });

  it("reads an LZW strip long enough for every code width", async () => {
    const { raster } = await readGeotiff(gdalFile("lzw-long-strip"), { file: FILE });
    const formula = Array.from({ length: 64 * 64 }, (_, cell) => {
      const [r, c] = [Math.floor(cell / 64), cell % 64];
      return (c * c * 31 + r * r * 17 + c * r * 7) % 2000;
    });
    expect([...(raster?.values ?? [])]).toEqual(formula);
  });

  it("warns that only the first of several bands is read", async () => {
    expect(await codesOfBytes(gdalFile("deflate-two-bands-separate"))).toEqual(["raster-has-more-bands"]);
  });

  it("shifts pixels that stand for points by half a cell, as GDAL writes them", async () => {
    const { raster } = await readGeotiff(gdalFile("none-uint8-point"), { file: FILE });
    expect(raster).toMatchObject({ originX: 560_000, originY: 2_846_000 });
    expect(raster?.values[1]).toBe(CLASS(0, 1));
  });

  it("turns a south-up image", async () => {
    const { raster } = await readGeotiff(gdalFile("south-up"), { file: FILE });
    expect(raster).toMatchObject({ originY: 2_846_000, cellSizeY: 30 });
    expect([...(raster?.values ?? [])].slice(-20)).toEqual(
      Array.from({ length: 20 }, (_, col) => CLASS(0, col)),
    );
  });

  it("reads degrees with cells that are not square", async () => {
    const { raster } = await readGeotiff(gdalFile("degrees"), { file: FILE });
    expect(raster?.crs).toBe("EPSG:4326");
    expect(raster?.cellSizeX).toBeCloseTo(0.01, 12);
    expect(raster?.cellSizeY).toBeCloseTo(0.01, 12);
  });

  it.each([
    ["web-mercator", "area-distorting"],
    ["user-crs", "user-defined-crs"],
    ["jpeg", "tiff-lossy-compression"],
    ["lzma", "tiff-unknown-compression"],
  ])("refuses %s as %s", async (name, code) => {
    expect(await codesOfBytes(gdalFile(name))).toEqual([code]);
  });

  it("decodes only the window that is asked for", async () => {
    const within = { crs: "EPSG:4544", extent: [560_150, 2_845_790, 560_210, 2_845_850] } as const;
    for (const name of ["deflate-float32-predictor3-tiled", "south-up"]) {
      const whole = (await readGeotiff(gdalFile(name), { file: FILE })).raster!;
      const part = (await readGeotiff(gdalFile(name), { file: FILE, within })).raster!;
      expect([part.cols, part.rows, part.originX, part.originY]).toEqual([6, 6, 560_090, 2_845_910]);
      for (let row = 0; row < 6; row++) {
        const from = (row + 3) * whole.cols + 3;
        expect([...part.values.slice(row * 6, row * 6 + 6)]).toEqual([...whole.values.slice(from, from + 6)]);
      }
    }
  });

  it("finds a raster that lies elsewhere", async () => {
    const within = { crs: "EPSG:4544", extent: [600_000, 2_845_000, 601_000, 2_846_000] } as const;
    const { issues } = await readGeotiff(gdalFile("packbits-byte"), { file: FILE, within });
    expect(issues.map((issue) => issue.code)).toEqual(["raster-outside-region"]);
  });
});

describe("no data", () => {
  const float = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);
  const floats = (noData: string | undefined, ...values: number[]): TiffParts => ({
    width: values.length,
    height: 1,
    bits: [32],
    sampleFormat: 3,
    blocks: [float(...values)],
    noData,
  });
  const valuesOf = async (parts: TiffParts) => [
    ...((await readGeotiff(buildTiff(parts), { file: FILE })).raster?.values ?? []),
  ];

  it.each([
    ["-9999", -9999],
    [" -9999 ", -9999],
    ["nan", NONE],
    ["-3.4028234663852886e+38", -3.4028234663852886e38],
    ["-3.40282e+38", -3.4028234663852886e38],
    ["-1.7976931348623157e+308", Number.NEGATIVE_INFINITY],
    ["0.1", Math.fround(0.1)],
  ])("is known when written %s", async (text, stored) => {
    expect(await valuesOf(floats(text, 1, stored, 3))).toEqual([1, NONE, 3]);
  });

  it("stays a value when nothing declares it", async () => {
    expect(await valuesOf(floats(undefined, 1, -9999))).toEqual([1, -9999]);
    expect(await valuesOf(floats("none", 1, -9999))).toEqual([1, -9999]);
    expect(await valuesOf({ noData: "256" })).toEqual(Array.from({ length: 12 }, (_, i) => i));
  });

  it("takes infinite cells for no data and says so", async () => {
    expect(await valuesOf(floats(undefined, 1, Number.POSITIVE_INFINITY))).toEqual([1, NONE]);
    expect(await codesOf(floats(undefined, 1, Number.POSITIVE_INFINITY))).toEqual(["infinite-values"]);
  });

  it("refuses an image of nothing else", async () => {
    expect(await codesOf(floats("5", 5, 5))).toEqual(["raster-without-data"]);
  });
});

describe("a damaged or hostile file", () => {
  it("is fine when nothing is wrong with it", async () => {
    expect(await codesOf({})).toEqual([]);
  });

  it.each<[string, TiffParts, string]>([
    ["a directory that leads back to itself", { next: 8 }, "tiff-cycle"],
    ["a next directory beyond the file", { next: 100_000 }, "tiff-bad-offset"],
    ["a next directory inside the header", { next: 4 }, "tiff-bad-offset"],
    ["a count beyond the file", { raw: [[273, LONG, 0x3fffffff, 8]] }, "tiff-count-beyond-file"],
    ["values beyond the file", { raw: [[33550, DOUBLE, 3, 100_000]] }, "tiff-truncated"],
    ["no width", { width: 0 }, "tiff-bad-size"],
    ["a side of 2^30", { width: 2 ** 30 }, "tiff-bad-size"],
    ["more than 1e9 cells", { width: 60_000, height: 60_000 }, "tiff-bad-size"],
    [
      "30,000 x 30,000 cells in a small file",
      { width: 30_000, height: 30_000, rowsPerStrip: 1 },
      "tiff-missing-blocks",
    ],
    ["a strip too short", { height: 5 }, "tiff-block-too-short"],
    ["a strip beyond the file", { raw: [[279, LONG, 1, 5000]] }, "tiff-truncated"],
    ["a tile of 2^30", { tile: [2 ** 30, 2 ** 30] }, "tiff-bad-block"],
    ["a tile of 0", { tile: [0, 16] }, "tiff-bad-block"],
    ["no rows per strip", { rowsPerStrip: 0 }, "tiff-bad-block"],
    ["missing strips", { rowsPerStrip: 1 }, "tiff-missing-blocks"],
    ["an empty strip without a no-data value", { blocks: [new Uint8Array(0)] }, "tiff-missing-blocks"],
    ["0 bits", { bits: [0] }, "tiff-bad-sample-type"],
    ["13 bits", { bits: [13] }, "tiff-bad-sample-type"],
    ["bits that differ by band", { bits: [8, 16] }, "tiff-bad-sample-type"],
    ["a sample format that is not known", { sampleFormat: 5 }, "tiff-bad-sample-type"],
    ["65,535 bands", { samplesPerPixel: 65_535 }, "tiff-bad-bands"],
    ["no band", { samplesPerPixel: 0 }, "tiff-bad-bands"],
    ["planar configuration 3", { planar: 3 }, "tiff-bad-layout"],
    ["predictor 3 on integers", { predictor: 3 }, "tiff-bad-predictor"],
    ["compression 4711", { compression: 4711 }, "tiff-unknown-compression"],
    ["a text where a number belongs", { raw: [[256, 2, 4, 0x34343434]] }, "tiff-bad-tag-type"],
    ["NaN for a cell size", { scale: [NONE, 30, 0] }, "no-georeference"],
    ["0 for a cell size", { scale: [0, 30, 0] }, "no-georeference"],
    ["an infinite tie point", { tie: [0, 0, 0, Number.POSITIVE_INFINITY, 0, 0] }, "no-georeference"],
    ["two tie points", { tie: [0, 0, 0, 1, 1, 0, 4, 3, 0, 9, 9, 0] }, "rotated-raster"],
    ["a rotated matrix", { matrix: [30, 5, 0, 0, 5, -30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }, "rotated-raster"],
    ["a mirrored matrix", { matrix: [-30, 0, 0, 0, 0, -30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }, "rotated-raster"],
    ["no reference system", { geoKeys: [[1024, 1]] }, "missing-crs"],
    ["a reference system off the list", { geoKeys: [[3072, 2000]] }, "unknown-crs"],
    [
      "a damaged deflate strip",
      { compression: 8, blocks: [Uint8Array.of(0x78, 0x9c, 0xff, 0xff)] },
      "tiff-block-damaged",
    ],
    [
      "a damaged LZW strip",
      { compression: 5, blocks: [Uint8Array.of(0x80, 0x3f, 0xff, 0xff)] },
      "tiff-block-damaged",
    ],
    [
      "a ZSTD strip that is none",
      { compression: 50_000, blocks: [new Uint8Array(20).fill(7)] },
      "tiff-block-damaged",
    ],
    [
      "a LERC strip that is none",
      { compression: 34_887, blocks: [new Uint8Array(40).fill(7)] },
      "tiff-block-damaged",
    ],
  ])("is refused: %s", async (_, parts, code) => {
    expect(await codesOf(parts)).toEqual([code]);
  });

  it("is refused: more than 256 directories in a chain", async () => {
    const first = buildTiff({});
    const at = first.length + (first.length % 2);
    const bytes = new Uint8Array(at + 6 * 300);
    bytes.set(first);
    const view = new DataView(bytes.buffer);
    view.setUint32(10 + 12 * view.getUint16(8, true), at, true);
    for (let i = 0; i < 300; i++) view.setUint32(at + 6 * i + 2, i === 299 ? 0 : at + 6 * (i + 1), true);
    expect(await codesOfBytes(bytes)).toEqual(["tiff-too-many-directories"]);
  });

  it("is refused: a directory with 65,535 entries", async () => {
    const bytes = buildTiff({});
    new DataView(bytes.buffer).setUint16(8, 65_535, true);
    expect(await codesOfBytes(bytes)).toEqual(["tiff-too-many-entries"]);
  });

  it("is refused: a BigTIFF offset beyond 2^53", async () => {
    const bytes = gdalFile("none-float32-bigtiff");
    new DataView(bytes.buffer).setBigUint64(8, 2n ** 60n, true);
    expect(await codesOfBytes(bytes)).toEqual(["tiff-bad-offset"]);
  });

  it.each([
    ["a PNG", "iVBORw0KGgoAAAANSUhEUg=="],
    ["a zip", "UEsDBBQAAAAIAA=="],
    ["nothing", ""],
  ])("is refused by its content: %s", async (_, base64) => {
    expect(await codesOfBytes(new Uint8Array(Buffer.from(base64, "base64")))).toEqual(["not-a-tiff"]);
  });

  it("is refused when cut off anywhere", async () => {
    const whole = gdalFile("deflate-float32-predictor3-tiled");
    for (let length = 0; length < whole.length; length += 7) {
      const codes = await codesOfBytes(whole.slice(0, length));
      expect(codes.length).toBe(1);
    }
  });
});

describe("a block that unpacks to more than it may", () => {
  const MANY = 50_000_000;

  it.each<[string, () => TiffParts]>([
    ["deflate", () => ({ compression: 8, blocks: [zlibSync(new Uint8Array(MANY))] })],
    [
      "PackBits",
      () => ({
        compression: 32_773,
        blocks: [Uint8Array.from({ length: 400_000 }, (_, i) => (i % 2 ? 0 : 129))],
      }),
    ],
    ["LZW", () => ({ compression: 5, blocks: [lzwOfZeros(3000)] })],
    ["ZSTD of runs", () => ({ compression: 50_000, blocks: [zstdRuns(5000)] })],
    [
      "ZSTD",
      () => ({
        compression: 50_000,
        blocks: [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0xa0, 0, 0, 0, 0x40, 1, 0, 0)],
      }),
    ],
  ])("is stopped at once: %s", async (_, parts) => {
    const bytes = buildTiff(parts());
    const memory = process.memoryUsage().arrayBuffers;
    const start = process.cpuUsage();
    // Zstandard does not say why it gave up.
    expect(["tiff-block-too-large", "tiff-block-damaged"]).toContain((await codesOfBytes(bytes))[0]);
    // Milliseconds on an idle core; unbounded decoders take minutes or the whole memory.
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(3);
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(64 * 1024 * 1024);
  });
});

/** A Zstandard frame that does not say its size, of runs of 128 KiB of zeros, four bytes each. */
function zstdRuns(runs: number): Uint8Array {
  const run = ((128 * 1024) << 3) | (1 << 1);
  const blocks = Array.from({ length: runs }, (_, i) => run | (i === runs - 1 ? 1 : 0));
  const bytes = blocks.flatMap((header) => [header & 255, (header >> 8) & 255, header >> 16, 0]);
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58, ...bytes);
}

/** An LZW stream of nine-bit codes whose strings of zeros grow by one each: `codes` squared over two bytes. */
function lzwOfZeros(codes: number): Uint8Array {
  const bits: number[] = [];
  const push = (code: number, width: number) => {
    for (let b = width - 1; b >= 0; b--) bits.push((code >> b) & 1);
  };
  push(256, 9);
  push(0, 9);
  for (let i = 0, next = 258, width = 9; i < codes; i++, next++) {
    if (next + 1 >= 1 << width && width < 12) width += 1;
    push(Math.min(next, 4095), width);
  }
  return Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((byte, bit, b) => byte | (bit << (7 - b)), 0),
  );
}

const LONG = 4;
const DOUBLE = 12;
