import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readGeotiff, writeGeotiff } from "#gis";
import { recomputeSuitability } from "../tests/helpers/recompute-suitability.ts";
import { cropRegion, writeRegion } from "../tests/helpers/smaller-region.ts";

const PROGRAM = fileURLToPath(new URL("./fenglin.mjs", import.meta.url));

let base: string;
let region: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "fenglin-assess-"));
  region = join(base, "region");
  await writeRegion(await cropRegion("huajiang", 40), region);
}, 60_000);

afterAll(() => rm(base, { recursive: true }));

async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [PROGRAM, ...words],
      { cwd: base, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

async function rowsOf(file: string): Promise<Map<string, string>[]> {
  const [header, ...lines] = (await readFile(file, "utf8")).replace("\uFEFF", "").trimEnd().split("\r\n");
  const names = header.split(",");
  return lines.map((line) => new Map(line.split(",").map((cell, i) => [names[i], cell])));
}

describe("fenglin assess", () => {
  let parcels: Map<string, string>[];

  beforeAll(async () => {
    const { code, stdout } = await run("assess", region, "--out", "out", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).withoutData).toEqual([]);
    parcels = await rowsOf(join(base, "out", "parcels.csv"));
  }, 120_000);

  it("writes rasters of every stage and a table of parcels with their rank for review", async () => {
    expect((await readdir(join(base, "out"))).sort()).toEqual([
      "criteria",
      "criteria.csv",
      "gates",
      "gates.csv",
      "largest-share",
      "limiting",
      "membership",
      "parcel-scores.csv",
      "parcels.csv",
      "scores",
      "suitability",
    ]);
    const ranked = parcels.filter((parcel) => parcel.get("review_rank") !== "");
    expect(ranked.map((parcel) => Number(parcel.get("review_rank"))).sort((a, b) => a - b)[0]).toBe(1);
    const first = ranked.find((parcel) => parcel.get("review_rank") === "1");
    const closest = Math.max(...ranked.map((parcel) => Number(parcel.get("closeness"))));
    expect(Number(first?.get("closeness"))).toBe(closest);
  });

  it("prints a chain from which suitability follows anew", async () => {
    const open = parcels.filter((parcel) => parcel.get("best_industry") !== "");
    for (const parcel of [open[0], open[Math.trunc(open.length / 2)]]) {
      const { code, stdout } = await run("assess", region, "--explain", parcel.get("parcel")!, "--json");
      expect(code).toBe(0);
      const { explanation } = JSON.parse(stdout);
      expect(explanation.option).toBe(parcel.get("best_industry"));
      expect(Math.abs(recomputeSuitability(explanation) - explanation.suitability.value)).toBeLessThan(1e-6);
      expect(Number(parcel.get("suitability"))).toBeCloseTo(explanation.suitability.value, 4);
    }
  }, 60_000);

  it("prints the same for reading, down to the last line of the sum", async () => {
    const parcel = parcels.find((row) => row.get("best_industry") !== "")!;
    const id = parcel.get("parcel")!;
    const { stdout } = await run("assess", region, "--explain", `${id},${parcel.get("best_industry")}`);
    const [, terms, result] = /^ {3}(\S+\^\S+(?: x \S+\^\S+)*) = (\S+)$/m.exec(stdout) ?? [];
    const product = terms
      .split(" x ")
      .map((term) => term.split("^").map(Number))
      .reduce((all, [score, weight]) => all * score ** weight, 1);
    expect(Math.abs(product - Number(result))).toBeLessThan(1e-6);
    expect(stdout).toContain("layers/elevation.tif");
    expect(stdout).toMatch(/slopeDeg .*Horn 1981/);
    const chinese = await run("assess", region, "--explain", id, "--lang", "zh");
    expect(chinese.stdout).toContain("产业参数");
  }, 60_000);

  it("refuses a parcel and an industry the region does not have", async () => {
    const parcel = await run("assess", region, "--explain", "nowhere");
    expect([parcel.code, parcel.stdout]).toEqual([2, ""]);
    expect(parcel.stderr).toContain('no parcel "nowhere"');
    const industry = await run("assess", region, "--explain", `${parcels[0].get("parcel")},KIWI`);
    expect(industry.code).toBe(2);
    expect(industry.stderr).toContain('no industry "KIWI"');
  }, 60_000);

  it("asks for something to do", async () => {
    const { code, stderr } = await run("assess", region);
    expect(code).toBe(2);
    expect(stderr).toContain("needs --out DIR or --explain PARCEL");
  });

  it("stops at layers in other units, names them all at once and writes nothing", async () => {
    const folder = join(base, "spoilt");
    await writeRegion(await cropRegion("huajiang", 40), folder);
    const change = async (name: string, of: (value: number) => number) => {
      const file = join(folder, "layers", name);
      const { raster } = await readGeotiff(new Uint8Array(await readFile(file)), { file: name });
      const { crs, cols, rows, originX, originY, cellSizeX, values } = raster!;
      const grid = { crs, cols, rows, originX, originY, cellSizeM: cellSizeX };
      await writeFile(
        file,
        writeGeotiff({ grid, values: values.map(of) }, { sampleType: "float32", noData: -1e4 }),
      );
    };
    await change("soil-depth.tif", (cm) => cm * 10);
    await change("annual-precipitation.tif", (mm) => mm / 10);
    const { code, stdout, stderr } = await run("assess", folder, "--out", "never");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/soil-depth\.tif.*expected 0 to 1000 cm.*millimetres\. Multiply by 0\.1/);
    expect(stderr).toMatch(/annual-precipitation\.tif.*expected 0 to 6000 mm.*centimetres\. Multiply by 10/);
    expect(await readdir(base)).not.toContain("never");
  }, 60_000);
});
