import { deflateSync } from "node:zlib";
import { type Issue, isUsable } from "#gis";
import {
  listAssessmentFiles,
  type ReportFile,
  type Verification,
  verifyReport,
  writeGeojsonReport,
} from "#report";
import { type Run, solveRegion } from "#solver";
import { assessRegion, explainPair, type PairExplanation } from "#solver/assessment";
import {
  createDualEngine,
  createGlpkEngine,
  createHighsEngine,
  type Engine,
  type SolveProgress,
} from "#solver/engine";
import { writeMps } from "#solver/model";
import { type Bilingual, readRegion } from "#solver/region";
import type { EngineChoice } from "./command-spec.ts";
import { findPair, type UnknownPair } from "./find-pair.ts";
import { openRegion, type RegionPlace } from "./region-files.ts";
import {
  type SolveProgramOutcome,
  type SolveProgramRequest,
  solveWrittenProgram,
} from "./solve-program-job.ts";
import {
  describeTerrain,
  type TerrainOutcome,
  type TerrainProgress,
  type TerrainRequest,
} from "./terrain-job.ts";
import { readVersions } from "./versions.ts";

/** Work for a worker thread: plain data in, plain data out. */
export type JobRequest = SolveRequest | SolveProgramRequest | AssessRequest | VerifyRequest | TerrainRequest;

export interface SolveRequest {
  readonly kind: "solve";
  readonly place: RegionPlace;
  readonly engine: EngineChoice;
  readonly timeLimitS?: number;
  readonly wants: { readonly report: boolean; readonly program: boolean };
}

export interface AssessRequest {
  readonly kind: "assess";
  readonly place: RegionPlace;
  readonly wantsFiles: boolean;
  /** `PARCEL` or `PARCEL,INDUSTRY`. */
  readonly explain?: string;
}

export interface VerifyRequest {
  readonly kind: "verify";
  readonly place: RegionPlace;
  readonly text: string;
}

/** What was solved, without the layers: small enough to print, plain enough to cross a thread. */
export interface RunSummary extends Pick<Run, "engine" | "termination" | "timings"> {
  readonly region: {
    readonly id: string;
    readonly name: Bilingual;
    readonly synthetic: boolean;
    readonly parcels: number;
    readonly areaHa: number;
  };
  readonly result?: Pick<NonNullable<Run["result"]>, "certificate" | "evaluation"> & {
    readonly splitParcels: number;
    readonly whole: { readonly found: boolean; readonly gap?: number };
  };
}

export interface SolveOutcome {
  readonly issues: readonly Issue[];
  readonly summary?: RunSummary;
  /** Paths below the region's folder of everything that was read. */
  readonly sources: readonly string[];
  readonly report?: string;
  readonly program?: string;
}

export interface AssessOutcome {
  readonly issues: readonly Issue[];
  readonly sources: readonly string[];
  readonly regionId?: string;
  readonly parcels?: number;
  /** Parcels that are not scored, with the layers each is short of. */
  readonly withoutData: readonly { readonly parcel: string; readonly layers: readonly string[] }[];
  readonly files?: readonly ReportFile[];
  readonly explanation?: PairExplanation;
  /** What was to be explained and is not there. */
  readonly unknown?: UnknownPair;
}

export interface JobOutcomes {
  readonly solve: SolveOutcome;
  readonly "solve-program": SolveProgramOutcome;
  readonly assess: AssessOutcome;
  readonly verify: Verification;
  readonly terrain: TerrainOutcome;
}

/** What a job tells of itself while it runs. */
export interface JobProgress {
  readonly solve: SolveProgress;
  readonly "solve-program": never;
  readonly assess: never;
  readonly verify: never;
  readonly terrain: TerrainProgress;
}

export type JobKind = JobRequest["kind"];
export type RequestOf<Kind extends JobKind> = Extract<JobRequest, { kind: Kind }>;

/** Does one job; the only function a worker thread calls. */
export async function doJob<Kind extends JobKind>(
  request: RequestOf<Kind>,
  onProgress?: (progress: JobProgress[Kind]) => void,
): Promise<JobOutcomes[Kind]>;
export async function doJob(
  request: JobRequest,
  onProgress?: (progress: SolveProgress & TerrainProgress) => void,
) {
  switch (request.kind) {
    case "solve":
      return solve(request, onProgress as (progress: SolveProgress) => void);
    case "solve-program":
      return solveWrittenProgram(request);
    case "assess":
      return assess(request);
    case "verify":
      return verifyReport(request.text, openRegion(request.place));
    case "terrain":
      return describeTerrain(request, onProgress as (progress: TerrainProgress) => void);
  }
}

/** Which engines are asked, one after the other, for each word of `--engine`. */
const ENGINES: Readonly<Record<SolveRequest["engine"], readonly (() => Promise<Engine> | Engine)[]>> = {
  auto: [() => createHighsEngine(), () => createGlpkEngine("node")],
  // HiGHS stands by for the whole-parcel search and in case the certificate refuses.
  dual: [() => createDualEngine(), () => createHighsEngine()],
  highs: [() => createHighsEngine()],
  glpk: [() => createGlpkEngine("node")],
};

async function solve(
  { place, engine, timeLimitS, wants }: SolveRequest,
  onProgress?: (progress: SolveProgress) => void,
): Promise<SolveOutcome> {
  const engines = await Promise.all(ENGINES[engine].map((create) => create()));
  const { run, issues } = await solveRegion(openRegion(place), { engines, timeLimitS, onProgress });
  if (!run) return { issues, sources: [] };
  const sources = [...run.region.hashes.keys()];
  const summary = summarise(run);
  if (!run.result || run.result.certificate.state === "refused") return { issues, summary, sources };
  const versions = await readVersions(run.engine);
  return {
    issues,
    summary,
    sources,
    report: wants.report ? writeGeojsonReport({ ...run, result: run.result }, versions) : undefined,
    program: wants.program ? writeMps(run.program) : undefined,
  };
}

function summarise({ region, engine, termination, timings, result }: Run): RunSummary {
  const { id, name, synthetic } = region.definition;
  const areaHa = region.units.areaHa.reduce((sum, area) => sum + area, 0);
  return {
    region: { id, name, synthetic, parcels: region.units.count, areaHa },
    engine,
    termination,
    timings,
    result: result && {
      certificate: result.certificate,
      evaluation: result.evaluation,
      splitParcels: result.layout.splitUnits.length,
      whole: result.whole.found ? { found: true, gap: result.whole.gap } : { found: false },
    },
  };
}

async function assess({ place, wantsFiles, explain }: AssessRequest): Promise<AssessOutcome> {
  const { region, issues: readIssues } = await readRegion(openRegion(place));
  if (!region) return { issues: readIssues, sources: [], withoutData: [] };
  const sources = [...region.hashes.keys()];
  const assessed = assessRegion(region);
  const issues = [...readIssues, ...assessed.issues];
  const withoutData = assessed.withoutData.map(({ unit, layers }) => ({
    parcel: region.units.ids[unit],
    layers,
  }));
  if (!isUsable(issues)) return { issues, sources, withoutData };
  const pair = explain === undefined ? undefined : findPair(explain, region, assessed.assessment);
  const isKnown = pair && !("unknown" in pair);
  return {
    issues,
    sources,
    withoutData,
    regionId: region.definition.id,
    parcels: region.units.count,
    files: wantsFiles ? listAssessmentFiles(region, assessed, { deflate: deflateSync }) : [],
    explanation: isKnown ? explainPair(region, assessed, pair.unit, pair.option) : undefined,
    unknown: pair && "unknown" in pair ? pair : undefined,
  };
}
