export { GisError, type Issue, type IssuePlace, isUsable } from "./issue.ts";
export { accumulateFlow, computeFlowDirections } from "./terrain/d8.ts";
export { MinHeap } from "./terrain/min-heap.ts";
export { type GridShape, NEIGHBOUR_DISTANCE, NEIGHBOUR_DX, NEIGHBOUR_DY } from "./terrain/neighbours.ts";
export {
  type DepressionRule,
  type Flood,
  type FloodOptions,
  fillArtefactDepressions,
  floodDepressions,
} from "./terrain/priority-flood.ts";
export type * from "./types.ts";
export { type GeojsonFeature, type GeojsonOptions, writeGeojson } from "./write/geojson.ts";
export { type GeotiffOptions, type SampleType, writeGeotiff } from "./write/geotiff.ts";
