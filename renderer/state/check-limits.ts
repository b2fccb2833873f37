import type { OptionId, ProblemDefinition } from "#solver/region";

/** Options whose smallest area is above their largest: such a problem is not sent to the solver. */
export function contradictoryAreas(problem: ProblemDefinition): readonly OptionId[] {
  return problem.areas.filter(({ minHa, maxHa }) => minHa > maxHa).map(({ option }) => option);
}

/** True when nothing the planner can set differs; stored payoff ranges are not the planner's. */
export function sameProblem(a: ProblemDefinition, b: ProblemDefinition): boolean {
  const comparable = ({ payoff, ...rest }: ProblemDefinition) => JSON.stringify(sortKeys(rest));
  return comparable(a) === comparable(b);
}

/** How many limits differ from the region's own. */
export function countChanges(problem: ProblemDefinition, original: ProblemDefinition): number {
  const [now, then] = [limitsOf(problem), limitsOf(original)];
  return [...new Set([...now.keys(), ...then.keys()])].filter((key) => now.get(key) !== then.get(key)).length;
}

/** Every limit by a stable name; weights are the objective and no limit. */
export function limitsOf(problem: ProblemDefinition): ReadonlyMap<string, string | number | boolean> {
  const limits = new Map<string, string | number | boolean>();
  const { weights, payoff, areas, leading, noNetLoss, labourByMonth, zoneMinShares, ...rest } = problem;
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) limits.set(key, value);
  for (const { option, minHa, maxHa } of areas) {
    limits.set(`min ${option}`, minHa);
    limits.set(`max ${option}`, maxHa);
  }
  for (const { month, maxDays } of labourByMonth ?? []) limits.set(`labour of month ${month}`, maxDays);
  for (const { option, zone, minShare } of zoneMinShares ?? [])
    limits.set(`share ${option} in ${zone}`, minShare);
  if (leading) {
    limits.set("leading", leading.option);
    limits.set("leadingShare", leading.minShare);
  }
  for (const [key, value] of Object.entries(noNetLoss)) limits.set(`noNetLoss ${key}`, value);
  return limits;
}

/** The same value with its members in alphabetical order, so that equal values are equal texts. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
