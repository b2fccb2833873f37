import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aspectDegrees,
  describeFlow,
  type Grid,
  hillshade,
  readGeotiff,
  slopeDegrees,
  writeGeotiff,
} from "#gis";
import { runCommand } from "./main.ts";
import { TERRAIN_LAYERS } from "./terrain-layers.ts";

const GRID: Grid = {
  crs: "EPSG:4544",
  cols: 90,
  rows: 210,
  cellSizeM: 30,
  originX: 500_000,
  originY: 2_900_000,
};
/** Hills with a doline of 20 m in the middle and a gap of no data. */
const HEIGHTS = Float32Array.from({ length: GRID.cols * GRID.rows }, (_, cell) => {
  const [x, y] = [cell % GRID.cols, Math.floor(cell / GRID.cols)];
  const doline = Math.max(0, 20 - Math.hypot(x - 45, y - 100) * 2);
  return x > 80 && y < 5 ? Number.NaN : 900 - x - y / 3 + 5 * Math.sin(x / 4) - doline;
});

let base: string;
let dem: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "fenglin-terrain-"));
  dem = join(base, "dem.tif");
  await writeFile(
    dem,
    writeGeotiff({ grid: GRID, values: HEIGHTS }, { sampleType: "float32", noData: -32768 }),
  );
});
afterAll(() => rm(base, { recursive: true }));

async function run(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCommand(words, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    isWatched: false,
    signal: new AbortController().signal,
  });
  return { code, out: out.join(""), err: err.join("") };
}

async function read(folder: string, layer: string): Promise<Float32Array> {
  const { raster, issues } = await readGeotiff(await readFile(join(base, folder, `${layer}.tif`)), {
    file: layer,
  });
  expect(issues).toEqual([]);
  expect(raster).toMatchObject({ cols: 90, rows: 210, cellSizeX: 30, crs: "EPSG:4544", originX: 500_000 });
  return raster!.values;
}

const asGrey = (bytes: Uint8Array) => Float32Array.from(bytes, (grey) => (grey === 0 ? Number.NaN : grey));
const surface = { cols: 90, rows: 210, cellSizeM: 30, values: HEIGHTS };

describe("fenglin terrain", () => {
  it("writes every layer, each as its function gives it at once", async () => {
    const { code, out } = await run("terrain", dem, "--out", join(base, "all"), "--edges", "--json");
    expect(code).toBe(0);
    expect((await readdir(join(base, "all"))).sort()).toEqual(
      TERRAIN_LAYERS.map((layer) => `${layer}.tif`).sort(),
    );
    const edges = { computeEdges: true };
    expect(await read("all", "slope")).toEqual(slopeDegrees(surface, edges));
    expect(await read("all", "aspect")).toEqual(aspectDegrees(surface, edges));
    expect(await read("all", "hillshade")).toEqual(asGrey(hillshade(surface, edges)));
    const flow = describeFlow(HEIGHTS, GRID);
    const sinks = await read("all", "sinks");
    expect(sinks.filter((sink) => sink === 1)).toHaveLength(JSON.parse(out).sinks);
    expect(sinks[100 * 90 + 45]).toBe(1);
    const upstream = await read("all", "accumulation");
    expect(upstream[100 * 90 + 45]).toBe(flow.upstream[100 * 90 + 45]);
    expect(upstream[100 * 90 + 45]).toBeGreaterThan(100);
    expect((await read("all", "ls")).some((value) => value > 1)).toBe(true);
  });

  it("gives the same bytes again, and shades and measures as it is told", async () => {
    const words = [
      "terrain",
      dem,
      "--only",
      "hillshade,relief",
      "--azimuth",
      "90",
      "--window",
      "5",
      "--z-factor",
      "2",
    ];
    await run(...words, "--out", join(base, "b"));
    await run(...words, "--out", join(base, "c"));
    for (const name of ["hillshade.tif", "relief.tif"])
      expect(await readFile(join(base, "b", name))).toEqual(await readFile(join(base, "c", name)));
    expect(await read("b", "hillshade")).toEqual(asGrey(hillshade(surface, { azimuthDeg: 90, zFactor: 2 })));
    expect((await readdir(join(base, "b"))).length).toBe(2);
  });

  it("ends flow in a sinkhole that is known", async () => {
    const sinkholes = join(base, "sinkholes.geojson");
    const point = {
      type: "Feature",
      properties: {},
      geometry: { type: "Point", coordinates: [105.01, 26.19] },
    };
    await writeFile(sinkholes, JSON.stringify({ type: "FeatureCollection", features: [point] }));
    const before = JSON.parse(
      (await run("terrain", dem, "--only", "sinks", "--out", join(base, "d"), "--json")).out,
    );
    const after = JSON.parse(
      (
        await run(
          "terrain",
          dem,
          "--only",
          "sinks",
          "--sinkholes",
          sinkholes,
          "--out",
          join(base, "e"),
          "--json",
        )
      ).out,
    );
    expect(after.sinks).toBe(before.sinks + 1);
  });

  it.each<[string, Partial<{ crs: Grid["crs"]; cols: number; rows: number; cellSizeM: number }>, RegExp]>([
    ["degrees", { crs: "EPSG:4326", cellSizeM: 0.000_3 }, /are in degrees/],
    ["a single row", { rows: 1 }, /90 x 1 cells/],
  ])("refuses an elevation model of %s and writes nothing", async (name, change, sentence) => {
    const grid = {
      ...GRID,
      ...change,
      originX: change.crs ? 105 : GRID.originX,
      originY: change.crs ? 26 : GRID.originY,
    };
    const file = join(base, `${name}.tif`);
    const values = HEIGHTS.subarray(0, grid.cols * grid.rows);
    let bytes = writeGeotiff({ grid, values }, { sampleType: "float32", noData: -32768 });
    if (change.crs) bytes = asGeographic(bytes);
    await writeFile(file, bytes);
    const { code, err, out } = await run("terrain", file, "--out", join(base, `out-${name}`));
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(sentence);
    await expect(readdir(join(base, `out-${name}`))).rejects.toThrow("ENOENT");
  });

  it("refuses a truncated file, and words it does not know", async () => {
    const file = join(base, "cut.tif");
    await writeFile(file, (await readFile(dem)).subarray(0, 4000));
    expect((await run("terrain", file, "--out", join(base, "cut"))).code).toBe(3);
    await expect(readdir(join(base, "cut"))).rejects.toThrow("ENOENT");
    expect((await run("terrain", dem, "--out", join(base, "x"), "--only", "slop")).code).toBe(2);
    expect((await run("terrain", dem, "--out", join(base, "x"), "--window", "4")).code).toBe(2);
    expect((await run("terrain", dem)).code).toBe(2);
  });
});

/** The same file with its system called geographic: GTModelType 2 and the key of the system 2048 instead of 3072. */
function asGeographic(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  const keys = [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 4326];
  for (let at = 0; at + 2 * keys.length <= bytes.length; at++) {
    if (!keys.every((key, i) => view.getUint16(at + 2 * i, true) === key)) continue;
    view.setUint16(at + 14, 2, true);
    view.setUint16(at + 24, 2048, true);
    return bytes;
  }
  throw new Error("the file has no such keys");
}
