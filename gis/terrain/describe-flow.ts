import { accumulateFlow, computeFlowDirections } from "./d8.ts";
import type { GridShape } from "./neighbours.ts";
import { type DepressionRule, judgeDepressions } from "./priority-flood.ts";

/** How water runs over a surface, cell by cell. */
export interface Flow {
  /** Codes of {@link computeFlowDirections}. */
  readonly directions: Uint8Array;
  /** Cells strictly upstream. */
  readonly upstream: Uint32Array;
  /** 1 where water goes underground: the lowest cell of a real depression, or a sinkhole that is known. */
  readonly sinks: Uint8Array;
}

/**
 * Flow over karst: depressions that are artefacts of the model are filled, the others keep their water and end its way. A
 * known sinkhole swallows what reaches it, whatever the surface says.
 *
 * @param elevation metres, row-major, north row first; NaN is no data.
 */
export function describeFlow(elevation: Float32Array, shape: GridShape, rule: DepressionRule = {}): Flow {
  const { surface, isReal } = judgeDepressions(elevation, shape, rule);
  const directions = computeFlowDirections(surface, shape);
  const sinks = new Uint8Array(directions.length);
  for (let cell = 0; cell < sinks.length; cell++) {
    const isKnown = rule.sinkholes?.[cell] === 1 && !Number.isNaN(elevation[cell]);
    if (isKnown) directions[cell] = 0;
    if (isKnown || (isReal[cell] === 1 && directions[cell] === 0)) sinks[cell] = 1;
  }
  return { directions, upstream: accumulateFlow(directions, shape), sinks };
}
