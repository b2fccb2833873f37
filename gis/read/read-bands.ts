import type { GeotiffRows } from "./geotiff.ts";

/** Some rows of a raster with what lies around them. */
export interface Band {
  /** First of the band's own rows, counted from the north. */
  readonly first: number;
  /** How many rows are the band's own. */
  readonly rows: number;
  /** How many more rows `values` holds above and below. */
  readonly above: number;
  readonly below: number;
  /** All rows, those around included; NaN is no data. */
  readonly values: Float32Array;
}

/**
 * A raster in bands from north to south, each with up to `halo` rows around it. Every block is decoded once; no more than
 * a band, its halo and a row of blocks is held.
 *
 * @throws {UnreadableRows} when a block is damaged.
 */
export async function* readBands(source: GeotiffRows, bandRows: number, halo: number): AsyncGenerator<Band> {
  const { cols, rows, blockRows } = source;
  let held = { first: 0, values: new Float32Array(0) };
  for (let first = 0; first < rows; first += bandRows) {
    const count = Math.min(bandRows, rows - first);
    const from = Math.max(0, first - halo);
    const to = Math.min(rows, first + count + halo);
    const heldTo = held.first + held.values.length / cols;
    const readTo = Math.min(rows, Math.ceil(to / blockRows) * blockRows);
    const kept = held.values.subarray((from - held.first) * cols);
    const values = new Float32Array((Math.max(readTo, heldTo) - from) * cols);
    values.set(kept);
    if (readTo > heldTo) values.set(await source.readRows(heldTo, readTo - heldTo), kept.length);
    held = { first: from, values };
    yield {
      first,
      rows: count,
      above: first - from,
      below: to - first - count,
      values: values.subarray(0, (to - from) * cols),
    };
  }
}
