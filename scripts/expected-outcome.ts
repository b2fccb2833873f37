import type { RunSummary } from "#cli";

/** `expected.json` of a sample region: what a solve of its default problem gives, and how near is near enough. */
export interface ExpectedOutcome {
  readonly termination: string;
  readonly certificate: string;
  /** Largest relative difference of the objective and of any metric. */
  readonly tolerance: number;
  readonly objective: number;
  /** Change from today of each total, in the total's unit. */
  readonly change: Readonly<Record<string, number>>;
  /** New area of each industry, ha. */
  readonly areaHa: Readonly<Record<string, number>>;
  /** Rules at their limit. */
  readonly binding: readonly string[];
}

/** Six digits tell layouts apart; the last digits of a sum may differ between processors. */
const TOLERANCE = 1e-6;

/** What of a run is expected to stay the same. */
export function describeOutcome({ termination, result }: RunSummary): ExpectedOutcome {
  if (!result) throw new Error(`expected a layout, not ${termination.reason}`);
  const { totals, industries, rules, objective } = result.evaluation;
  return {
    termination: termination.reason,
    certificate: result.certificate.state,
    tolerance: TOLERANCE,
    objective: objective.value,
    change: Object.fromEntries(totals.map(({ id, change }) => [id, change])),
    areaHa: Object.fromEntries(industries.map(({ option, areaHa }) => [option, areaHa])),
    binding: rules.filter(({ binding }) => binding).map(({ id }) => id),
  };
}

/** Every figure that is not what was expected, in words; empty when all are. */
export function compareOutcome(actual: ExpectedOutcome, expected: ExpectedOutcome): readonly string[] {
  const { tolerance } = expected;
  const isNear = (a: number, b: number) => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
  const compareFigures = (name: "change" | "areaHa") =>
    [...new Set([...Object.keys(actual[name]), ...Object.keys(expected[name])])]
      .filter((id) => !isNear(actual[name][id] ?? Number.NaN, expected[name][id] ?? Number.NaN))
      .map((id) => `${name} ${id}: ${actual[name][id]}, expected ${expected[name][id]}`);
  const words = (["termination", "certificate"] as const)
    .filter((name) => actual[name] !== expected[name])
    .map((name) => `${name}: ${actual[name]}, expected ${expected[name]}`);
  const objective = isNear(actual.objective, expected.objective)
    ? []
    : [`objective: ${actual.objective}, expected ${expected.objective}`];
  const binding =
    actual.binding.join() === expected.binding.join()
      ? []
      : [`binding: ${actual.binding.join()}, expected ${expected.binding.join()}`];
  return [...words, ...objective, ...compareFigures("change"), ...compareFigures("areaHa"), ...binding];
}
