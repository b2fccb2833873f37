import { UnitBurner } from "#report";
import type { Assessment } from "#solver/assessment";
import type { Region } from "#solver/region";
import { parseHex } from "../ui/colour-difference.ts";
import { PARCEL_STATE, SUITABILITY_RAMP } from "../ui/tokens.ts";
import type { IndustryPictures } from "./views.ts";

/** Width of a tile, px: three stand beside each other in the panel, at twice the density. */
const TILE_WIDTH = 192;

/** Paints the suitability of every industry in one scale; which parcel owns which pixel is found once. */
export function createIndustryPainter({ units, grid }: Region): (assessment: Assessment) => IndustryPictures {
  const width = TILE_WIDTH;
  const height = Math.max(1, Math.round((width * grid.rows) / grid.cols));
  const owner = new UnitBurner(units, grid).burn(Array.from({ length: units.count }, (_, unit) => unit));
  const unitOf = Int32Array.from({ length: width * height }, (_, pixel) => {
    const col = Math.floor((((pixel % width) + 0.5) * grid.cols) / width);
    const row = Math.floor(((Math.floor(pixel / width) + 0.5) * grid.rows) / height);
    const unit = owner.values[row * grid.cols + col];
    return Number.isNaN(unit) ? -1 : unit;
  });
  const ramp = SUITABILITY_RAMP.map(parseHex);
  const closed = parseHex(PARCEL_STATE.blocked);
  return ({ options, suitability, gates }) => {
    const pixels = new Uint8ClampedArray(width * height * options.length * 4);
    options.forEach((_, option) => {
      const tile = option * width * height;
      unitOf.forEach((unit, pixel) => {
        if (unit < 0) return;
        const pair = unit * options.length + option;
        const score = suitability[pair];
        if (Number.isNaN(score)) return;
        const step = Math.min(ramp.length - 1, Math.floor(score * ramp.length));
        pixels.set([...(gates.cap[pair] === 0 ? closed : ramp[step]), 255], (tile + pixel) * 4);
      });
    });
    return { width, height, pixels };
  };
}
