import type { Program } from "#solver/model";
import { AuxiliaryPricer } from "./auxiliary-pricer.ts";
import { ColumnPricer } from "./column-pricer.ts";
import { FactoredPricer } from "./factored-pricer.ts";
import { type FactoredRows, factorRows, sampleShares } from "./factored-rows.ts";
import type { Pricer } from "./pricer.ts";
import { type UnitColumns, unitColumns } from "./unit-columns.ts";

/** What the passes need of a program besides its limits and benefits; computed once for a chain of solves. */
export interface PreparedProgram {
  readonly units: UnitColumns;
  /** False where the rows' terms do not make up the coefficients, as in a program read from a file. */
  readonly isFactored: boolean;
  /** The fastest pricer that may steer: factored where the terms allow it, by columns elsewhere. */
  makePricer(benefit: Float64Array): Pricer;
  /** Share of what each row touches that lies in a sample of units. */
  sampleShares(sample: Int32Array): Float64Array;
}

/** Programs that share these arrays differ in limits and benefits only. */
type Skeleton = Pick<Program, "columnPair" | "coefficient" | "areaHa" | "cap" | "unitLimit" | "mustFill">;

const prepared = new WeakMap<Float64Array, { skeleton: Skeleton; result: PreparedProgram }>();

/** The prepared form of a program; the same object for programs that differ in limits and benefits only. */
export function prepareProgram(program: Program): PreparedProgram {
  const known = prepared.get(program.coefficient);
  if (known && sameSkeleton(known.skeleton, program)) return known.result;
  const { columnPair, coefficient, areaHa, cap, unitLimit, mustFill } = program;
  const result = prepare(program);
  const skeleton = { columnPair, coefficient, areaHa, cap, unitLimit, mustFill };
  prepared.set(coefficient, { skeleton, result });
  return result;
}

function sameSkeleton(a: Skeleton, b: Skeleton): boolean {
  return (
    a.columnPair === b.columnPair &&
    a.areaHa === b.areaHa &&
    a.cap === b.cap &&
    a.unitLimit === b.unitLimit &&
    a.mustFill === b.mustFill
  );
}

function prepare(program: Program): PreparedProgram {
  const units = unitColumns(program);
  const parcelCount = units.unitCount - (program.auxiliaryCount ?? 0);
  const rows = factorRows(program);
  if (reproducesColumns(program, units, rows, parcelCount)) {
    return {
      units,
      isFactored: true,
      makePricer: (benefit) => {
        const parcels = new FactoredPricer(rows, units, { ...columnArrays(program), benefit });
        if (parcelCount === units.unitCount) return parcels;
        return new AuxiliaryPricer(parcels, new ColumnPricer(program, benefit, units.starts), parcelCount);
      },
      sampleShares: (sample) => sampleShares(rows, program.rows.length, units.weight, sample),
    };
  }
  return {
    units,
    isFactored: false,
    makePricer: (benefit) => new ColumnPricer(program, benefit, units.starts),
    sampleShares: (sample) => coefficientShares(program, units, sample),
  };
}

function columnArrays({ areaHa, columnPair }: Program) {
  return { areaHa, columnPair };
}

/** Units compared; more would cost as much as the passes it saves. */
const COMPARED_UNITS = 2000;
/** Far above the rounding of coefficients to ten digits, far below any other difference. */
const SAME = 1e-7;

/**
 * Whether the factored rows price like the columns, at prices chosen without pattern: a wrong term cannot cancel. Only a
 * choice of method hangs on it; the proof at the end reads the columns alone.
 */
function reproducesColumns(
  program: Program,
  units: UnitColumns,
  rows: FactoredRows,
  parcelCount: number,
): boolean {
  const nothing = new Float64Array(units.columnCount);
  const factored = new FactoredPricer(rows, units, { ...columnArrays(program), benefit: nothing });
  const columns = new ColumnPricer(program, nothing, units.starts);
  const price = Float64Array.from(program.rows, (_, row) => ((row * 0.6180339887) % 1) + 0.5);
  factored.setPrices(price);
  columns.setPrices(price);
  const a = new Float64Array(units.widest);
  const b = new Float64Array(units.widest);
  const stride = Math.max(1, Math.floor(units.unitCount / COMPARED_UNITS));
  for (let unit = 0; unit < parcelCount; unit += stride) {
    factored.profits(unit, a);
    columns.profits(unit, b);
    const first = units.starts[unit];
    for (let column = first; column < units.starts[unit + 1]; column++) {
      let size = 1e-3;
      for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++)
        size += price[program.rowIndex[entry]] * Math.abs(program.coefficient[entry]);
      if (!(Math.abs(a[column - first] - b[column - first]) <= SAME * size)) return false;
    }
  }
  return true;
}

function coefficientShares(program: Program, units: UnitColumns, sample: Int32Array): Float64Array {
  const { columnStarts, rowIndex, coefficient } = program;
  const all = new Float64Array(program.rows.length);
  const sampled = new Float64Array(program.rows.length);
  for (let entry = 0; entry < rowIndex.length; entry++) all[rowIndex[entry]] += Math.abs(coefficient[entry]);
  for (const unit of sample) {
    const end = columnStarts[units.starts[unit + 1]];
    for (let entry = columnStarts[units.starts[unit]]; entry < end; entry++)
      sampled[rowIndex[entry]] += Math.abs(coefficient[entry]);
  }
  return sampled.map((value, row) => (all[row] > 0 ? value / all[row] : 1));
}
