import type { Program } from "#solver/model";
import type { ColumnPricer } from "./column-pricer.ts";
import { AS_IS, CappedFill, type UnitChoices } from "./price-units.ts";
import { UNIT_KIND, type UnitColumns } from "./unit-columns.ts";

/**
 * A layout in which most units are fixed at the best fill of one moment (the *base*) and a few, the core, are open. A
 * plain core unit may mix its base with the columns in play; a capped core unit may use all its columns.
 */
export class Core {
  readonly program: Program;
  readonly units: UnitColumns;
  readonly benefit: Float64Array;
  /** Share of each column in the base. */
  readonly baseShare: Float64Array;
  /** Base column of each plain unit, `AS_IS` for none. */
  readonly baseColumn: Int32Array;
  /** Row use and value of everything that is fixed: all bases, except those of capped core units. */
  readonly fixedActivity: Float64Array;
  fixedValue = 0;
  /** Units in the core, in the order they joined. */
  readonly members: number[] = [];
  readonly #isMember: Uint8Array;
  readonly #inPlay: Uint8Array;
  readonly #asIsInPlay: Uint8Array;

  /** Takes the base from the choices made at the prices the pricer holds now. */
  constructor(
    program: Program,
    units: UnitColumns,
    benefit: Float64Array,
    pricer: ColumnPricer,
    choices: UnitChoices,
  ) {
    this.program = program;
    this.units = units;
    this.benefit = benefit;
    this.baseShare = new Float64Array(units.columnCount);
    this.baseColumn = choices.best.slice();
    this.#isMember = new Uint8Array(units.unitCount);
    this.#inPlay = new Uint8Array(units.columnCount);
    this.#asIsInPlay = new Uint8Array(units.unitCount);
    const profits = new Float64Array(units.widest);
    const fill = new CappedFill(units);
    pricer.clearActivity();
    for (let unit = 0; unit < units.unitCount; unit++) {
      const kind = units.kind[unit];
      if (kind === UNIT_KIND.plain && choices.best[unit] !== AS_IS) {
        this.baseShare[choices.best[unit]] = units.limit[unit];
        pricer.addActivity(unit, choices.best[unit], units.limit[unit]);
        this.fixedValue += benefit[choices.best[unit]] * units.limit[unit];
      } else if (kind === UNIT_KIND.capped) {
        pricer.profits(unit, profits);
        fill.run(unit, profits);
        const first = units.starts[unit];
        for (let column = first; column < units.starts[unit + 1]; column++) {
          const share = fill.shares[column - first];
          if (share === 0) continue;
          this.baseShare[column] = share;
          pricer.addActivity(unit, column, share);
          this.fixedValue += benefit[column] * share;
        }
      }
    }
    this.fixedActivity = new Float64Array(program.rows.length);
    pricer.readActivity(this.fixedActivity);
  }

  isMember(unit: number): boolean {
    return this.#isMember[unit] === 1;
  }

  /** True when the column may take a share in the core, or has one in the base. */
  isInPlay(unit: number, column: number): boolean {
    if (this.#isMember[unit] === 0) return column === this.baseColumn[unit];
    return column === AS_IS ? this.#asIsInPlay[unit] === 1 : this.#inPlay[column] === 1;
  }

  /** Opens a unit. A plain unit starts with its base alone in play; a capped one loses its base and may use all. */
  open(unit: number): void {
    if (this.#isMember[unit] === 1) return;
    this.#isMember[unit] = 1;
    this.members.push(unit);
    const { starts, kind } = this.units;
    if (kind[unit] === UNIT_KIND.plain) {
      this.bringIntoPlay(unit, this.baseColumn[unit]);
      return;
    }
    const { columnStarts, rowIndex, coefficient } = this.program;
    this.#asIsInPlay[unit] = 1;
    for (let column = starts[unit]; column < starts[unit + 1]; column++) {
      this.#inPlay[column] = 1;
      const share = this.baseShare[column];
      if (share === 0) continue;
      this.fixedValue -= this.benefit[column] * share;
      for (let entry = columnStarts[column]; entry < columnStarts[column + 1]; entry++)
        this.fixedActivity[rowIndex[entry]] -= coefficient[entry] * share;
    }
  }

  bringIntoPlay(unit: number, column: number): void {
    if (column === AS_IS) this.#asIsInPlay[unit] = 1;
    else this.#inPlay[column] = 1;
  }

  /** Opens a unit, a plain one with every column whose profit is within `reach` of the best. */
  openWithin(unit: number, profits: Float64Array, reach: number): void {
    this.open(unit);
    if (this.units.kind[unit] !== UNIT_KIND.plain) return;
    for (const column of this.rivalsWithin(unit, profits, reach)) this.bringIntoPlay(unit, column);
  }

  /** Columns of a plain unit other than its base whose profit is within `reach` of the best. */
  rivalsWithin(unit: number, profits: Float64Array, reach: number): number[] {
    const first = this.units.starts[unit];
    const count = this.units.starts[unit + 1] - first;
    const base = this.baseColumn[unit];
    const mustFill = this.units.mustFill[unit] === 1;
    let best = mustFill ? Number.NEGATIVE_INFINITY : 0;
    for (let at = 0; at < count; at++) best = Math.max(best, profits[at]);
    const rivals: number[] = [];
    for (let at = 0; at < count; at++)
      if (first + at !== base && profits[at] >= best - reach) rivals.push(first + at);
    if (base !== AS_IS && !mustFill && 0 >= best - reach) rivals.push(AS_IS);
    return rivals;
  }

  /** Columns other than the base that a plain core unit may mix in; `AS_IS` stands for leaving it as it is. */
  rivals(unit: number): number[] {
    const { starts } = this.units;
    const base = this.baseColumn[unit];
    const rivals: number[] = [];
    for (let column = starts[unit]; column < starts[unit + 1]; column++)
      if (column !== base && this.#inPlay[column] === 1) rivals.push(column);
    if (base !== AS_IS && this.#asIsInPlay[unit] === 1) rivals.push(AS_IS);
    return rivals;
  }
}
