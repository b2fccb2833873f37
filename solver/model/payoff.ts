import { OBJECTIVE_IDS, type ObjectiveId, type PayoffRanges } from "#solver/region";
import { OBJECTIVE_POINTS, type Program, type ProgramObjective } from "./program.ts";
import { roundCoefficient } from "./round-coefficient.ts";

/** Shares of each column that maximise the program; throws when there is no proven optimum. */
export type Maximise = (program: Program) => Promise<Float64Array>;

/**
 * An objective already reached may be given up by this part of its value. Less would leave a region so thin that its
 * prices mean nothing, and a nadir is no sharper than this anyway.
 */
const LEXICOGRAPHIC_SLACK = 1e-5;

/**
 * Ideal and lexicographic nadir of every objective. For each objective in turn the others are maximised one after the
 * other without giving it up; the worst value an objective takes in that table is its nadir. With more than two
 * objectives the nadir of a payoff table is an approximation of the true one.
 *
 * Source: Mavrotas 2009, Applied Mathematics and Computation 213(2), 455-465.
 */
export async function payoffRanges(
  program: Program,
  maximise: Maximise,
  inputsHash: string,
): Promise<PayoffRanges> {
  const table: Record<ObjectiveId, number>[] = [];
  const best = record(() => 0);
  for (const first of program.objectives) {
    const others = program.objectives.filter((objective) => objective !== first);
    let current = program;
    let x = new Float64Array(program.columnPair.length);
    for (const objective of [first, ...others]) {
      x = Float64Array.from(await maximise(withObjective(current, objective)));
      if (objective === first) best[first.id] = value(first, x);
      current = withFloor(current, objective, value(objective, x));
    }
    table.push(record((id) => value(byId(program, id), x)));
  }
  return {
    inputsHash,
    ideal: best,
    nadir: record((id) => Math.min(...table.map((row) => row[id]))),
  };
}

function record(of: (id: ObjectiveId) => number): Record<ObjectiveId, number> {
  return Object.fromEntries(OBJECTIVE_IDS.map((id) => [id, of(id)])) as Record<ObjectiveId, number>;
}

function byId(program: Program, id: ObjectiveId): ProgramObjective {
  return program.objectives.find((objective) => objective.id === id) as ProgramObjective;
}

function value({ perColumn }: ProgramObjective, x: Float64Array): number {
  return perColumn.reduce((sum, gain, column) => sum + gain * x[column], 0);
}

/** The same program with one objective alone, brought to the size of objective points. */
function withObjective(program: Program, { perColumn }: ProgramObjective): Program {
  const size = perColumn.reduce((sum, gain) => sum + Math.abs(gain), 0);
  const factor = size > 0 ? OBJECTIVE_POINTS / size : 1;
  return {
    ...program,
    benefit: perColumn.map((gain) => roundCoefficient(gain * factor)),
    benefitConstant: 0,
  };
}

/** The same program with one more row: the objective keeps the value it has reached. */
function withFloor(program: Program, { id, perColumn }: ProgramObjective, reached: number): Program {
  const largest = perColumn.reduce((max, gain) => Math.max(max, Math.abs(gain)), 0);
  if (largest === 0) return program;
  const scale = 10 ** Math.ceil(Math.log10(largest / 1000));
  const row = program.rows.length;
  const rowIndex: number[] = [];
  const coefficient: number[] = [];
  const columnStarts = new Int32Array(program.columnStarts.length);
  perColumn.forEach((gain, column) => {
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      rowIndex.push(program.rowIndex[entry]);
      coefficient.push(program.coefficient[entry]);
    }
    if (Math.abs(gain) / scale > 1e-7) {
      rowIndex.push(row);
      coefficient.push(roundCoefficient(gain / scale));
    }
    columnStarts[column + 1] = rowIndex.length;
  });
  const lower = reached - LEXICOGRAPHIC_SLACK * Math.max(1, Math.abs(reached));
  return {
    ...program,
    rows: [
      ...program.rows,
      {
        id: `floor:${id}`,
        family: "floor",
        title: { zh: `${id} 不低于`, en: `${id} at least` },
        unit: "1",
        scale,
        lower,
        upper: Number.POSITIVE_INFINITY,
        constant: 0,
        terms: [],
        law: false,
      },
    ],
    columnStarts,
    rowIndex: Int32Array.from(rowIndex),
    coefficient: Float64Array.from(coefficient),
    rowLower: Float64Array.from([...program.rowLower, lower / scale]),
    rowUpper: Float64Array.from([...program.rowUpper, Number.POSITIVE_INFINITY]),
  };
}
