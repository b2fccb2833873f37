import type { DrawnImage } from "./views.ts";
import type { Warp } from "./warp.ts";

/**
 * Pictures and GeoJSON leave the worker as blob addresses: the map's own worker fetches them, so the page neither
 * copies nor parses them.
 */
const published: string[] = [];

/** Frees what was published for the region before. */
export function forgetPublished(): void {
  for (const url of published.splice(0)) URL.revokeObjectURL(url);
}

export function keepText(text: string): string {
  return keep(new Blob([text], { type: "application/geo+json" }));
}

/** RGBA pixels of a warp as a PNG. */
export async function drawPixels(warp: Warp, pixels: Uint8ClampedArray<ArrayBuffer>): Promise<DrawnImage> {
  const canvas = new OffscreenCanvas(warp.width, warp.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no 2d canvas in this worker");
  context.putImageData(new ImageData(pixels, warp.width, warp.height), 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return { url: keep(blob), coordinates: warp.coordinates };
}

function keep(blob: Blob): string {
  const url = URL.createObjectURL(blob);
  published.push(url);
  return url;
}
