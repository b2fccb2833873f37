export { type AlignOptions, alignRaster, coveredShare } from "./align.ts";
export { coverCells } from "./cell-cover.ts";
export { type CostDistance, type CostDistanceOptions, computeCostDistance } from "./cost-distance.ts";
export {
  type CrsEntry,
  type CrsRefusal,
  extentOf,
  findCrs,
  isInAreaOfUse,
  refusalOf,
  roundTripErrorM,
  type Transform,
  transformBetween,
  transformExtent,
} from "./crs.ts";
export { distancesToNearest } from "./distance.ts";
export { sha256Hex } from "./hash.ts";
export { GisError, type Issue, type IssuePlace, isUsable } from "./issue.ts";
export {
  composeSentence,
  GIS_MESSAGES,
  type GisIssueCode,
  gisIssue,
  type IssueMessages,
} from "./issue-messages.ts";
export { assignGroups, overlayShares } from "./overlay.ts";
export { type ReadPlanningUnitsOptions, readPlanningUnits } from "./planning-units.ts";
export { PolygonIndex } from "./polygon-overlap.ts";
export { type ReadGeojsonOptions, type ReadGeojsonResult, readGeojson } from "./read/geojson.ts";
export {
  type GeotiffRows,
  openGeotiffRows,
  type ReadGeotiffOptions,
  readGeotiff,
  type SourceRaster,
  UnreadableRows,
} from "./read/geotiff.ts";
export { type Band, readBands } from "./read/read-bands.ts";
export {
  areaOf,
  containsPoint,
  extentOfPolygons,
  pointInside,
  polygonsOf,
  reachesExtent,
  signedArea,
} from "./ring.ts";
export { aspectDegrees } from "./terrain/aspect.ts";
export { accumulateFlow, computeFlowDirections } from "./terrain/d8.ts";
export { type BandOptions, describeBand, WINDOW_LAYERS, type WindowLayer } from "./terrain/describe-band.ts";
export { describeFlow, type Flow } from "./terrain/describe-flow.ts";
export { type HillshadeOptions, hillshade } from "./terrain/hillshade.ts";
export { MinHeap } from "./terrain/min-heap.ts";
export { type GridShape, NEIGHBOUR_DISTANCE, NEIGHBOUR_DX, NEIGHBOUR_DY } from "./terrain/neighbours.ts";
export {
  type DepressionRule,
  type Flood,
  type FloodOptions,
  fillArtefactDepressions,
  floodDepressions,
} from "./terrain/priority-flood.ts";
export { RELIEF_WINDOW, reliefRange } from "./terrain/relief.ts";
export { slopeDegrees } from "./terrain/slope.ts";
export { wetnessIndex } from "./terrain/wetness.ts";
export type { ElevationGrid, TerrainOptions } from "./terrain/window-rows.ts";
export type * from "./types.ts";
export { type GeojsonFeature, type GeojsonOptions, writeGeojson } from "./write/geojson.ts";
export { type GeotiffOptions, GeotiffStrips, type SampleType, writeGeotiff } from "./write/geotiff.ts";
export {
  zonalClassShare,
  zonalMajority,
  zonalMean,
  zonalPercentile,
  zonalShare,
  zonalShareAbove,
} from "./zonal.ts";
