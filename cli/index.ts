export { doJob, type RunSummary, type SolveOutcome } from "./jobs.ts";
export { findRegion, listSampleRegions, openRegion, type RegionPlace } from "./region-files.ts";
