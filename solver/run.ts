import type { Assessment, AssessmentOverrides } from "#solver/assessment";
import type { Certificate, Engine, EngineId, Solution, SolveOptions, Termination } from "#solver/engine";
import type { Evaluation } from "#solver/evaluation";
import type { Explanation, Layout, WholeLayout } from "#solver/layout";
import type { Program } from "#solver/model";
import type { ProblemDefinition, Region } from "#solver/region";

export interface SolveSettings extends SolveOptions {
  /** The first solves; the next is asked when the certificate refuses what came before. */
  readonly engines: readonly Engine[];
}

/** Everything one press of *Optimise* yields; report, window and CLI read this and nothing else. */
export interface Run {
  readonly region: Region;
  readonly assessment: Assessment;
  /** What the planner set aside from the region's file before assessing; absent: nothing. */
  readonly overrides?: AssessmentOverrides;
  readonly problem: ProblemDefinition;
  readonly program: Program;
  readonly engine: EngineId;
  readonly termination: Termination;
  /** Absent when there is no solution (infeasible, limit, failed). */
  readonly result?: {
    readonly solution: Solution;
    readonly certificate: Certificate;
    readonly layout: Layout;
    readonly whole: WholeLayout;
    readonly evaluation: Evaluation;
    readonly explanation: Explanation;
  };
  /** Seconds per stage. */
  readonly timings: Readonly<Record<"read" | "assess" | "compile" | "solve" | "layout" | "evaluate", number>>;
}
