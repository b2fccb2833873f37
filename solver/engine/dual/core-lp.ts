import type { LinearProgram } from "../linear-program.ts";
import type { Core } from "./core.ts";
import type { NaturalScale } from "./natural-scale.ts";
import { AS_IS } from "./price-units.ts";
import { groupProfiles, type Profile } from "./profile.ts";
import { UNIT_KIND } from "./unit-columns.ts";

/** Where prices may lie: each row's within `radius` natural units of `centre`. */
export interface PriceBox {
  readonly centre: Float64Array;
  readonly radius: number;
}

/** The core as a linear program, with the way back from its answer. */
export interface CoreLp {
  readonly lp: LinearProgram;
  /** Plain units, one entry per profile; their columns come first, in order. */
  readonly profiles: readonly Profile[];
  /** Columns of capped units, after those of the profiles. */
  readonly cappedColumns: readonly number[];
  /** First of the columns that let a row leave its limits. */
  readonly firstSlack: number;
  /** Row of each slack column, and +1 where it adds to the row's activity, -1 where it takes away. */
  readonly slackRow: readonly number[];
  readonly slackSign: readonly number[];
  /** A row's price is its dual in the program times this. */
  readonly priceUnit: Float64Array;
  /** What one unit of the program's objective is worth. */
  readonly objectiveUnit: number;
}

/**
 * The core's linear program in natural units (coefficients and objective of the order of one). Rows may leave their
 * limits at a cost: the prices at the faces of the box. So the program always has a solution, and its prices stay in
 * the box as long as that binds.
 */
export function buildCoreLp(core: Core, scale: NaturalScale, box: PriceBox): CoreLp {
  const { program, units } = core;
  const rowCount = program.rows.length;
  const builder = new ColumnBuilder(core, scale, rowCount);
  const profiles = groupProfiles(
    core,
    core.members.filter((unit) => units.kind[unit] === UNIT_KIND.plain),
    (unit) => core.rivals(unit),
  );
  for (const { members, rivals } of profiles) {
    const choiceRow = rivals[0].length > 1 ? builder.addRow(1) : -1;
    for (let at = 0; at < rivals[0].length; at++) {
      members.forEach((unit, index) => {
        builder.gather(rivals[index][at], units.limit[unit]);
        builder.gather(core.baseColumn[unit], -units.limit[unit]);
      });
      builder.addColumn(1, choiceRow);
    }
  }
  const cappedColumns: number[] = [];
  for (const unit of core.members) {
    if (units.kind[unit] !== UNIT_KIND.capped) continue;
    let capSum = 0;
    for (let column = units.starts[unit]; column < units.starts[unit + 1]; column++)
      capSum += units.cap[column];
    const limit = units.limit[unit];
    const mustFill = units.mustFill[unit] === 1;
    const limitRow =
      mustFill || capSum > limit ? builder.addRow(limit, mustFill ? limit : Number.NEGATIVE_INFINITY) : -1;
    for (let column = units.starts[unit]; column < units.starts[unit + 1]; column++) {
      builder.gather(column, 1);
      builder.addColumn(units.cap[column], limitRow);
      cappedColumns.push(column);
    }
  }
  const firstSlack = builder.columnCount;
  const slackRow: number[] = [];
  const slackSign: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const centre = box.centre[row] / builder.priceUnit[row];
    for (const sign of [1, -1]) {
      const face = sign * centre - box.radius;
      const signRuled =
        sign > 0
          ? program.rowLower[row] === Number.NEGATIVE_INFINITY
          : program.rowUpper[row] === Number.POSITIVE_INFINITY;
      // The row's own sign already keeps the price above such a face.
      if (signRuled && face <= 0) continue;
      builder.addSlack(row, sign, face);
      slackRow.push(row);
      slackSign.push(sign);
    }
  }
  return {
    lp: builder.finish(),
    profiles,
    cappedColumns,
    firstSlack,
    slackRow,
    slackSign,
    priceUnit: builder.priceUnit,
    objectiveUnit: builder.objectiveUnit,
  };
}

/** Adds columns one by one to a growing linear program, scaled to natural units. */
class ColumnBuilder {
  readonly priceUnit: Float64Array;
  readonly objectiveUnit: number;
  readonly #core: Core;
  readonly #rowFactor: Float64Array;
  readonly #dense: Float64Array;
  readonly #isTouched: Uint8Array;
  #touched: number[] = [];
  #gain = 0;
  readonly #objective: number[] = [];
  readonly #upper: number[] = [];
  readonly #choiceLimits: number[] = [];
  readonly #choiceLowers: number[] = [];
  readonly #starts: number[] = [0];
  readonly #index: number[] = [];
  readonly #value: number[] = [];

  constructor(core: Core, scale: NaturalScale, rowCount: number) {
    this.#core = core;
    const { meanWeight } = core.units;
    this.#rowFactor = scale.row.map((size) => 1 / (size * meanWeight));
    this.objectiveUnit = scale.benefit * meanWeight;
    this.priceUnit = scale.row.map((size) => scale.benefit / size);
    this.#dense = new Float64Array(rowCount);
    this.#isTouched = new Uint8Array(rowCount);
  }

  get columnCount(): number {
    return this.#objective.length;
  }

  /** A row that keeps shares between two limits; returns its index. */
  addRow(limit: number, lower = Number.NEGATIVE_INFINITY): number {
    this.#choiceLowers.push(lower);
    return this.#core.program.rows.length + this.#choiceLimits.push(limit) - 1;
  }

  /** Adds `share` times a column of the program to the column being built. */
  gather(column: number, share: number): void {
    if (column === AS_IS) return;
    const { columnStarts, rowIndex, coefficient } = this.#core.program;
    this.#gain += share * this.#core.benefit[column];
    for (let entry = columnStarts[column]; entry < columnStarts[column + 1]; entry++) {
      const row = rowIndex[entry];
      if (this.#isTouched[row] === 0) {
        this.#isTouched[row] = 1;
        this.#touched.push(row);
      }
      this.#dense[row] += share * coefficient[entry];
    }
  }

  addColumn(upper: number, choiceRow: number): void {
    for (const row of this.#touched) {
      if (this.#dense[row] !== 0) this.#push(row, this.#dense[row] * this.#rowFactor[row]);
      this.#dense[row] = 0;
      this.#isTouched[row] = 0;
    }
    this.#touched = [];
    if (choiceRow >= 0) this.#push(choiceRow, 1);
    this.#close(this.#gain / this.objectiveUnit, upper);
    this.#gain = 0;
  }

  addSlack(row: number, sign: number, face: number): void {
    this.#push(row, sign);
    this.#close(face, Number.POSITIVE_INFINITY);
  }

  finish(): LinearProgram {
    const { program, fixedActivity } = this.#core;
    const limits = (limit: Float64Array) =>
      Array.from(limit, (value, row) => (value - fixedActivity[row]) * this.#rowFactor[row]);
    return {
      columnCount: this.#objective.length,
      rowCount: program.rows.length + this.#choiceLimits.length,
      objective: Float64Array.from(this.#objective),
      columnUpper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from([...limits(program.rowLower), ...this.#choiceLowers]),
      rowUpper: Float64Array.from([...limits(program.rowUpper), ...this.#choiceLimits]),
      starts: Int32Array.from(this.#starts),
      index: Int32Array.from(this.#index),
      value: Float64Array.from(this.#value),
    };
  }

  #push(row: number, value: number): void {
    this.#index.push(row);
    this.#value.push(value);
  }

  #close(objective: number, upper: number): void {
    this.#objective.push(objective);
    this.#upper.push(upper);
    this.#starts.push(this.#index.length);
  }
}
