import type { Grid, Raster } from "#gis";
import { parseHex, type Rgb } from "../ui/colour-difference.ts";
import { MAP, type ThemeName } from "../ui/tokens.ts";
import { sampleBilinear, sampleNearest, type Warp } from "./warp.ts";

/** How strongly the relief tints what is drawn over it; more would bend the hue of an industry. */
const RELIEF_ON_FILLS = 0.34;

/** The bare land of a theme under three lights, tinted by height. RGBA per pixel; transparent outside the region. */
export function paintLand(
  warp: Warp,
  elevation: Raster,
  shade: Float32Array,
  theme: ThemeName,
): Uint8ClampedArray<ArrayBuffer> {
  const land = parseHex(MAP[theme].land);
  const [low, high] = rangeOf(elevation.values);
  return paintPixels(warp, (col, row, pixel) => {
    const relief = sampleBilinear(shade, elevation.grid, col, row);
    if (Number.isNaN(relief)) return;
    const height = sampleBilinear(elevation.values, elevation.grid, col, row);
    const rise = high > low ? (height - low) / (high - low) - 0.5 : 0;
    const lift = theme === "dark" ? 1 + relief * 1.5 : 1 + (relief < 0 ? relief : relief * 0.62);
    // Shade is bluer than light, as under an open sky; in the dark theme it would only turn muddy.
    const cool = theme === "dark" ? 0 : Math.min(0, relief) * 10;
    pixel[0] = land[0] * lift + rise * 8 + cool;
    pixel[1] = land[1] * lift + rise * 6;
    pixel[2] = land[2] * lift + rise * 2 - cool * 0.4;
    pixel[3] = 255;
  });
}

/** Black and white veil that brings the relief back over parcel fills and rasters, whatever the theme. */
export function paintVeil(warp: Warp, grid: Grid, shade: Float32Array): Uint8ClampedArray<ArrayBuffer> {
  return paintPixels(warp, (col, row, pixel) => {
    const relief = sampleBilinear(shade, grid, col, row);
    if (Number.isNaN(relief)) return;
    const tone = relief < 0 ? 0 : 255;
    pixel[0] = pixel[1] = pixel[2] = tone;
    pixel[3] = Math.abs(relief) * RELIEF_ON_FILLS * 255 * (relief < 0 ? 1.3 : 1);
  });
}

/** A continuous raster over a colour ramp between `low` and `high`; outside it takes the end colours. */
export function paintContinuous(
  warp: Warp,
  { grid, values }: Raster,
  ramp: readonly string[],
  [low, high]: readonly [number, number],
): Uint8ClampedArray<ArrayBuffer> {
  const stops = ramp.map(parseHex);
  return paintPixels(warp, (col, row, pixel) => {
    const value = sampleBilinear(values, grid, col, row);
    if (Number.isNaN(value)) return;
    setColour(pixel, blend(stops, high > low ? (value - low) / (high - low) : 0.5));
  });
}

/** A class raster in the colour of each class; a value without a colour stays transparent. */
export function paintClasses(
  warp: Warp,
  { grid, values }: Raster,
  colours: ReadonlyMap<number, string>,
): Uint8ClampedArray<ArrayBuffer> {
  const parsed = new Map([...colours].map(([value, hex]) => [value, parseHex(hex)]));
  return paintPixels(warp, (col, row, pixel) => {
    const colour = parsed.get(sampleNearest(values, grid, col, row));
    if (colour) setColour(pixel, colour);
  });
}

/** Lowest and highest value; `[NaN, NaN]` when there is none. */
export function rangeOf(values: Float32Array): [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [Number.NaN, Number.NaN];
}

function paintPixels(
  warp: Warp,
  paint: (col: number, row: number, pixel: Uint8ClampedArray) => void,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(warp.width * warp.height * 4);
  for (let p = 0; p < warp.width * warp.height; p++) {
    paint(warp.cells[p * 2], warp.cells[p * 2 + 1], pixels.subarray(p * 4, p * 4 + 4));
  }
  return pixels;
}

function setColour(pixel: Uint8ClampedArray, [red, green, blue]: Rgb): void {
  pixel[0] = red;
  pixel[1] = green;
  pixel[2] = blue;
  pixel[3] = 255;
}

function blend(stops: readonly Rgb[], share: number): Rgb {
  const at = Math.min(1, Math.max(0, share)) * (stops.length - 1);
  const from = Math.min(Math.floor(at), stops.length - 2);
  const part = at - from;
  const mix = (k: number) => stops[from][k] + (stops[from + 1][k] - stops[from][k]) * part;
  return [mix(0), mix(1), mix(2)];
}
