import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { composeSentence, GIS_MESSAGES } from "../issue-messages.ts";
import { randomFrom } from "../shapes.fixture.ts";
import { readGeotiff } from "./geotiff.ts";

const FILES = JSON.parse(readFileSync(new URL("gdal-tiffs.fixture.json", import.meta.url), "utf8")) as Record<
  string,
  string
>;
const NAMES = [
  "deflate-float32-predictor3-tiled",
  "deflate-two-bands-separate",
  "lzw-uint16-predictor2-tiled",
  "packbits-byte",
  "zstd-float64",
  "lerc-float32",
  "lerc-deflate-float32",
  "none-int32-big-endian",
  "none-float32-bigtiff",
];
const NASTY = [0, 1, 2, 3, 7, 8, 13, 16, 255, 256, 4095, 32_767, 65_535, 0x7fffffff, 0x80000000, 0xffffffff];

/** Changes one thing in a valid file: an entry's tag, type, count or value, a stretch of bytes, or its length. */
function mutate(valid: Uint8Array, random: () => number): Uint8Array {
  const bytes = valid.slice();
  const view = new DataView(bytes.buffer);
  const little = bytes[0] === 0x49;
  const big = view.getUint16(2, little) === 43;
  const directory = big ? Number(view.getBigUint64(8, little)) : view.getUint32(4, little);
  const count = big ? Number(view.getBigUint64(directory, little)) : view.getUint16(directory, little);
  const entry = directory + (big ? 8 : 2) + (big ? 20 : 12) * Math.floor(random() * count);
  const nasty = NASTY[Math.floor(random() * NASTY.length)];
  const kind = Math.floor(random() * 7);
  if (kind === 0) return bytes.slice(0, Math.floor(random() * bytes.length));
  if (kind === 1) view.setUint16(entry, nasty & 0xffff, little);
  else if (kind === 2) view.setUint16(entry + 2, nasty % 20, little);
  else if (kind === 3) view.setUint32(entry + 4, nasty, little);
  else if (kind === 4) view.setUint32(entry + (big ? 12 : 8), nasty, little);
  else if (kind === 5) view.setUint16(entry + (big ? 12 : 8), nasty & 0xffff, little);
  else {
    const start = Math.floor(random() * bytes.length);
    for (let i = start; i < Math.min(start + 1 + 8 * random(), bytes.length); i++) bytes[i] = 256 * random();
  }
  return bytes;
}

it("reads or refuses 2,700 mutants of real files, without an exception, a hang or an unknown finding", async () => {
  const random = randomFrom(20260101);
  const files = NAMES.map((name) => new Uint8Array(Buffer.from(FILES[name], "base64")));
  const refused = new Map<string, number>();
  let [read, slowestS] = [0, 0];
  for (let i = 0; i < 2700; i++) {
    const mutant = mutate(files[i % files.length], random);
    const start = process.cpuUsage();
    const { raster, issues } = await readGeotiff(mutant, { file: "mutant.tif" });
    const { user, system } = process.cpuUsage(start);
    slowestS = Math.max(slowestS, (user + system) / 1e6);
    if (raster === undefined) expect(issues.some((issue) => issue.severity === "error")).toBe(true);
    else {
      read += 1;
      expect(raster.values.length).toBe(raster.cols * raster.rows);
      expect(
        Number.isFinite(raster.originX + raster.originY) && raster.cellSizeX > 0 && raster.cellSizeY > 0,
      ).toBe(true);
    }
    for (const issue of issues) {
      refused.set(issue.code, (refused.get(issue.code) ?? 0) + 1);
      expect(composeSentence(issue, "en", GIS_MESSAGES)).toMatch(/^mutant\.tif: [^{}]{10,}$/);
    }
  }
  expect(slowestS).toBeLessThan(3);
  // The test would be idle if nearly all mutants met the same fate.
  expect(read).toBeGreaterThan(300);
  expect(refused.size).toBeGreaterThan(12);
});
