import type { Issue } from "#gis";
import { type SolvedProgram, solveProgram } from "#solver";
import { createDualEngine, createGlpkEngine, createHighsEngine } from "#solver/engine";
import type { EngineChoice } from "./command-spec.ts";

export interface SolveProgramRequest {
  readonly kind: "solve-program";
  /** Text of the MPS file, and its name for findings. */
  readonly text: string;
  readonly file: string;
  readonly engine: EngineChoice;
  readonly integral: boolean;
  readonly timeLimitS?: number;
}

/** Without `solved`, an error among the issues says why. */
export interface SolveProgramOutcome {
  readonly solved?: SolvedProgram;
  readonly issues: readonly Issue[];
}

/** Solves a written program again, with every engine at hand; the word of the command line chooses the first. */
export function solveWrittenProgram({
  text,
  file,
  engine,
  integral,
  timeLimitS,
}: SolveProgramRequest): Promise<SolveProgramOutcome> {
  return solveProgram(text, file, {
    engines: [createDualEngine(), createHighsEngine(), createGlpkEngine("node")],
    ...(engine === "auto" ? {} : { engine }),
    ...(timeLimitS === undefined ? {} : { timeLimitS }),
    integral,
  });
}
