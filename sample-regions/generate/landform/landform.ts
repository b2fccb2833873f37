import type { Lattice } from "../core/lattice.ts";
import type { Line } from "../core/lines.ts";
import type { Form } from "../region-facts.ts";
import { shapeBasin } from "./basin.ts";
import { shapeGorge } from "./gorge.ts";
import { shapeMountain } from "./mountain.ts";

/** Channels of the first surface, kept so that later changes of height do not dam them. */
export interface Channels {
  /** Next cell downstream; -1 at the edge. */
  readonly receiver: Int32Array;
  /** Upstream area in cells. */
  readonly upstreamCells: Float64Array;
}

export interface Landform {
  /** Metres above sea level before calibration. */
  readonly elevation: Float64Array;
  /** Valley axis of the main river, downstream or along the lake. */
  readonly trunk: Line;
  /** Axes of the drowned side valleys. */
  readonly inlets: readonly Line[];
  /** Height in the folded pile of strata, cut into rock classes later. */
  readonly strata: Float64Array;
  readonly channels?: Channels;
}

/** Cells around the grid on which the landform is built too: river outlets cut notches at its edge. */
const PADDING_CELLS = 16;

const SHAPERS: Readonly<Record<Form, (lattice: Lattice, seed: number) => Landform>> = {
  basin: shapeBasin,
  mountain: shapeMountain,
  gorge: shapeGorge,
};

/** First surface of a region, before slopes, heights and depressions are calibrated. */
export function shapeLandform({ form, seed }: { form: Form; seed: number }, lattice: Lattice): Landform {
  const padded: Lattice = {
    cols: lattice.cols + 2 * PADDING_CELLS,
    rows: lattice.rows + 2 * PADDING_CELLS,
    cellM: lattice.cellM,
  };
  return cropLandform(SHAPERS[form](padded, seed), padded, lattice);
}

function cropLandform(landform: Landform, padded: Lattice, lattice: Lattice): Landform {
  const { cols, rows, cellM } = lattice;
  const crop = (values: Float64Array) => {
    const inner = new Float64Array(cols * rows);
    for (let y = 0; y < rows; y++) {
      const start = (y + PADDING_CELLS) * padded.cols + PADDING_CELLS;
      inner.set(values.subarray(start, start + cols), y * cols);
    }
    return inner;
  };
  const shift = (line: Line): Line =>
    line.map(([x, y]) => [x - PADDING_CELLS * cellM, y - PADDING_CELLS * cellM]);
  const { channels } = landform;
  return {
    elevation: crop(landform.elevation),
    trunk: shift(landform.trunk),
    inlets: landform.inlets.map(shift),
    strata: crop(landform.strata),
    ...(channels && {
      channels: {
        receiver: cropReceivers(channels.receiver, padded, lattice),
        upstreamCells: crop(channels.upstreamCells),
      },
    }),
  };
}

function cropReceivers(receiver: Int32Array, padded: Lattice, { cols, rows }: Lattice): Int32Array {
  const inner = new Int32Array(cols * rows).fill(-1);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < cols; x++) {
      const next = receiver[(y + PADDING_CELLS) * padded.cols + x + PADDING_CELLS];
      if (next < 0) continue;
      const nextX = (next % padded.cols) - PADDING_CELLS;
      const nextY = Math.floor(next / padded.cols) - PADDING_CELLS;
      if (nextX >= 0 && nextY >= 0 && nextX < cols && nextY < rows)
        inner[y * cols + x] = nextY * cols + nextX;
    }
  }
  return inner;
}
