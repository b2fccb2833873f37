import { seededRandom } from "./seeded-random.ts";

/** The classic types of generalised assignment: loose, tight, very tight capacities; costs against weights. */
export const GAP_TYPES = ["a", "b", "c", "d"] as const;
export type GapType = (typeof GAP_TYPES)[number];

export interface GapInstance {
  readonly agents: number;
  readonly jobs: number;
  /** Agent by agent. */
  readonly cost: readonly (readonly number[])[];
  readonly weight: readonly (readonly number[])[];
  readonly capacity: readonly number[];
}

/**
 * A seeded generalised-assignment instance of a classic type.
 *
 * Source: Chu and Beasley 1997, Computers & Operations Research 24(1), 17-23.
 */
export function seededGap(type: GapType, agents: number, jobs: number, seed: number): GapInstance {
  const random = seededRandom(100 * seed + GAP_TYPES.indexOf(type));
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const matrix = (of: (agent: number, job: number) => number) =>
    Array.from({ length: agents }, (_, agent) => Array.from({ length: jobs }, (_, job) => of(agent, job)));
  const weight = matrix(() => (type === "d" ? whole(1, 100) : whole(5, 25)));
  const cost = matrix((agent, job) =>
    type === "d" ? 111 - weight[agent][job] + whole(-10, 10) : whole(10, 50),
  );
  const tightness = { a: 1.1, b: 0.9, c: 0.8, d: 0.8 }[type];
  const capacity = weight.map((row) =>
    Math.ceil((tightness * row.reduce((sum, value) => sum + value, 0)) / agents),
  );
  return { agents, jobs, cost, weight, capacity };
}

/** The instance as MPS text: every job goes to exactly one agent, at least cost, within the agents' capacities. */
export function writeGapMps({ agents, jobs, cost, weight, capacity }: GapInstance): string {
  const each = <T>(count: number, of: (index: number) => T) =>
    Array.from({ length: count }, (_, at) => of(at));
  const columns = each(jobs, (job) =>
    each(agents, (agent) => {
      const name = `x${agent}_${job}`;
      return [
        ` ${name} z ${cost[agent][job]} cap${agent} ${weight[agent][job]}`,
        ` ${name} job${job} 1`,
      ].join("\n");
    }),
  ).flat();
  return [
    "NAME gap",
    "ROWS",
    " N z",
    ...each(agents, (agent) => ` L cap${agent}`),
    ...each(jobs, (job) => ` E job${job}`),
    "COLUMNS",
    " m1 'MARKER' 'INTORG'",
    ...columns,
    " m2 'MARKER' 'INTEND'",
    "RHS",
    ...capacity.map((limit, agent) => ` rhs cap${agent} ${limit}`),
    ...each(jobs, (job) => ` rhs job${job} 1`),
    "ENDATA",
    "",
  ].join("\n");
}
