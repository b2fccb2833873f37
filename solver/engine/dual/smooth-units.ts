import type { Program } from "#solver/model";
import type { Pricer } from "./pricer.ts";
import { UNIT_KIND, type UnitColumns } from "./unit-columns.ts";

/** The smoothed profit of some units at one set of prices, with first and second derivatives by row price. */
export interface SmoothedProfit {
  readonly value: number;
  /** What the smoothed shares use of each row; minus the gradient. */
  readonly activity: Float64Array;
  /** Dense, symmetric, `rows x rows`. */
  readonly hessian: Float64Array;
}

/** Differences above this many temperatures are decided: the smoothed share of the loser is below 1.2e-7. */
const CUT = 16;
/**
 * Entries an evaluation may spend on the Hessian, per unit evaluated and at least; beyond, it looks at every so many of
 * the contested units only. A rough Hessian costs a few Newton steps more, an exact one more than the steps it saves.
 */
const HESSIAN_WORK_PER_UNIT = 60;
const HESSIAN_WORK = 4e5;
/** Contested units per row that a Hessian is made of at least: fewer leave directions it knows nothing about. */
const HESSIAN_UNITS_PER_ROW = 15;
/** Shares of a unit below this are left out of the Hessian: many, and together of no weight. */
const FAINT_SHARE = 1e-4;

/**
 * Replaces each unit's best fill by its entropy-smoothed one: shares in proportion to `exp(profit / temperature)`, caps
 * kept exactly. Prices come from the (fast) pricer; second derivatives from the columns of the few contested units.
 */
export class UnitSmoother {
  /** Units evaluated so far. */
  evaluated = 0;
  readonly #program: Program;
  readonly #units: UnitColumns;
  readonly #pricer: Pricer;
  readonly #profits: Float64Array;
  readonly #weights: Float64Array;
  readonly #columns: Int32Array;
  readonly #shares: Float64Array;
  readonly #capped: Uint8Array;
  readonly #dense: Float64Array;
  readonly #touched: Int32Array;
  readonly #isTouched: Uint8Array;
  #touchedCount = 0;
  /** Every how many contested units one enters the Hessian, by level of work seen in the evaluation before. */
  #stride = 1;
  #hessianWork = 0;

  constructor(program: Program, units: UnitColumns, pricer: Pricer) {
    this.#program = program;
    this.#units = units;
    this.#pricer = pricer;
    this.#profits = new Float64Array(units.widest);
    this.#weights = new Float64Array(units.widest + 1);
    this.#columns = new Int32Array(units.widest + 1);
    this.#shares = new Float64Array(units.widest + 1);
    this.#capped = new Uint8Array(units.widest + 1);
    this.#dense = new Float64Array(program.rows.length);
    this.#touched = new Int32Array(program.rows.length);
    this.#isTouched = new Uint8Array(program.rows.length);
  }

  /**
   * @param temperature per weight; the smoothed profit exceeds the true one by at most `temperature x ln(columns + 1)`
   * per weight.
   * @param sample units looked at; absent = all.
   */
  evaluate(rowDual: Float64Array, temperature: number, sample?: Int32Array): SmoothedProfit {
    const units = this.#units;
    const rowCount = rowDual.length;
    const hessian = new Float64Array(rowCount * rowCount);
    const count = sample ? sample.length : units.unitCount;
    const stride = this.#stride;
    const profits = this.#profits;
    const pricer = this.#pricer;
    let value = 0;
    let contested = 0;
    this.evaluated += count;
    this.#hessianWork = 0;
    pricer.setPrices(rowDual);
    pricer.clearActivity();
    for (let index = 0; index < count; index++) {
      const unit = sample ? sample[index] : index;
      const kind = units.kind[unit];
      if (kind === UNIT_KIND.idle) continue;
      pricer.profits(unit, profits);
      const heat = temperature * units.weight[unit];
      const first = units.starts[unit];
      const columnCount = units.starts[unit + 1] - first;
      const limit = units.limit[unit];
      if (kind === UNIT_KIND.capped) {
        const intoHessian = contested++ % stride === 0;
        value += this.#smoothCapped(unit, columnCount, heat, intoHessian ? hessian : undefined, stride);
        continue;
      }
      const mustFill = units.mustFill[unit] === 1;
      let best = mustFill ? Number.NEGATIVE_INFINITY : 0;
      let second = Number.NEGATIVE_INFINITY;
      let bestColumn = -1;
      for (let at = 0; at < columnCount; at++) {
        const profit = profits[at];
        if (profit > best) {
          second = best;
          best = profit;
          bestColumn = first + at;
        } else if (profit > second) second = profit;
      }
      if (best - second >= CUT * heat) {
        if (bestColumn >= 0) {
          pricer.addActivity(unit, bestColumn, limit);
          value += limit * best;
        }
        continue;
      }
      const least = best - CUT * heat;
      let inPlay = 0;
      let sum = !mustFill && 0 > least ? Math.exp(-best / heat) : 0;
      for (let at = 0; at < columnCount; at++) {
        if (profits[at] <= least) continue;
        const weight = Math.exp((profits[at] - best) / heat);
        this.#columns[inPlay] = first + at;
        this.#weights[inPlay++] = weight;
        sum += weight;
      }
      value += limit * (best + heat * Math.log(sum));
      for (let at = 0; at < inPlay; at++) {
        this.#shares[at] = (limit * this.#weights[at]) / sum;
        pricer.addActivity(unit, this.#columns[at], this.#shares[at]);
      }
      if (contested++ % stride === 0) this.#addCurvature(hessian, inPlay, limit, stride / heat);
    }
    const activity = new Float64Array(rowCount);
    pricer.readActivity(activity);
    for (let i = 0; i < rowCount; i++) {
      for (let j = 0; j < i; j++) {
        const both = hessian[i * rowCount + j] + hessian[j * rowCount + i];
        hessian[i * rowCount + j] = both;
        hessian[j * rowCount + i] = both;
      }
    }
    const wanted = (this.#hessianWork * stride) / Math.max(HESSIAN_WORK, HESSIAN_WORK_PER_UNIT * count);
    const allowed = contested / (HESSIAN_UNITS_PER_ROW * Math.max(1, rowCount));
    this.#stride = Math.max(1, Math.floor(Math.min(wanted, allowed)));
    return { value, activity, hessian };
  }

  /** Columns that the proportional share would lift above their caps stay at the cap; the rest share what is left. */
  #smoothCapped(
    unit: number,
    columnCount: number,
    heat: number,
    hessian: Float64Array | undefined,
    stride: number,
  ): number {
    const { starts, cap, limit } = this.#units;
    const mustFill = this.#units.mustFill[unit] === 1;
    const profits = this.#profits;
    const first = starts[unit];
    let mass = limit[unit];
    let value = 0;
    this.#capped.fill(0, 0, columnCount);
    for (;;) {
      let reference = mustFill ? Number.NEGATIVE_INFINITY : 0;
      for (let at = 0; at < columnCount; at++)
        if (this.#capped[at] === 0 && profits[at] > reference) reference = profits[at];
      // Caps that add up to the limit by rounding only: nothing is left to share out.
      if (reference === Number.NEGATIVE_INFINITY) return value;
      let sum = mustFill ? 0 : Math.exp(-reference / heat);
      for (let at = 0; at < columnCount; at++) {
        if (this.#capped[at] === 1) continue;
        this.#weights[at] = Math.exp((profits[at] - reference) / heat);
        sum += this.#weights[at];
      }
      let grew = false;
      const scale = mass / sum;
      for (let at = 0; at < columnCount; at++) {
        if (this.#capped[at] === 1 || scale * this.#weights[at] <= cap[first + at]) continue;
        const share = Math.min(cap[first + at], mass);
        this.#capped[at] = 1;
        mass -= share;
        value += profits[at] * share - entropyCost(share, limit[unit], heat);
        this.#pricer.addActivity(unit, first + at, share);
        grew = true;
      }
      if (grew && mass > 0) continue;
      if (mass <= 0) return value;
      let inPlay = 0;
      for (let at = 0; at < columnCount; at++) {
        const share = scale * this.#weights[at];
        if (this.#capped[at] === 1 || share < 1e-9 * limit[unit]) continue;
        this.#columns[inPlay] = first + at;
        this.#shares[inPlay++] = share;
        this.#pricer.addActivity(unit, first + at, share);
      }
      // All shares of the free part are `scale x exp(...)`, which makes their joint value a closed form.
      value += mass * (reference + heat * Math.log(sum)) - heat * mass * Math.log(mass / limit[unit]);
      if (hessian) this.#addCurvature(hessian, inPlay, mass, stride / heat);
      return value;
    }
  }

  /** Adds `factor x (sum x a a' - (sum x a)(sum x a)' / mass)` over the columns `a` in play with shares `x`. */
  #addCurvature(hessian: Float64Array, inPlay: number, mass: number, factor: number): void {
    const shares = this.#shares;
    if (inPlay === 1) {
      const rest = Math.max(0, mass - shares[0]);
      this.#addSquare(hessian, this.#columns[0], (factor * shares[0] * rest) / mass);
      return;
    }
    if (inPlay === 2 && shares[0] + shares[1] > (1 - 1e-9) * mass) {
      this.#gather(this.#columns[0], 1);
      this.#gather(this.#columns[1], -1);
      this.#addGathered(hessian, (factor * shares[0] * shares[1]) / mass);
      return;
    }
    const least = FAINT_SHARE * mass;
    for (let at = 0; at < inPlay; at++) {
      if (shares[at] < least) continue;
      this.#addSquare(hessian, this.#columns[at], factor * shares[at]);
      this.#gather(this.#columns[at], shares[at]);
    }
    this.#addGathered(hessian, -factor / mass);
  }

  /** Adds `scale` times a column's outer product to one half of the Hessian; rows ascend within a column. */
  #addSquare(hessian: Float64Array, column: number, scale: number): void {
    const { columnStarts, rowIndex, coefficient } = this.#program;
    const rowCount = this.#dense.length;
    const start = columnStarts[column];
    const end = columnStarts[column + 1];
    for (let a = start; a < end; a++) {
      const part = scale * coefficient[a];
      const line = rowIndex[a] * rowCount;
      for (let b = start; b <= a; b++) hessian[line + rowIndex[b]] += part * coefficient[b];
    }
    this.#hessianWork += ((end - start) * (end - start)) / 2;
  }

  /** Adds `scale` times a column to the dense vector. */
  #gather(column: number, scale: number): void {
    const { columnStarts, rowIndex, coefficient } = this.#program;
    const dense = this.#dense;
    const isTouched = this.#isTouched;
    const touched = this.#touched;
    let count = this.#touchedCount;
    const end = columnStarts[column + 1];
    for (let entry = columnStarts[column]; entry < end; entry++) {
      const row = rowIndex[entry];
      if (isTouched[row] === 0) {
        isTouched[row] = 1;
        touched[count++] = row;
      }
      dense[row] += scale * coefficient[entry];
    }
    this.#touchedCount = count;
  }

  /** Adds `scale` times the dense vector's outer product to one half of the Hessian and clears the vector. */
  #addGathered(hessian: Float64Array, scale: number): void {
    const dense = this.#dense;
    const touched = this.#touched;
    const rowCount = dense.length;
    const count = this.#touchedCount;
    for (let a = 0; a < count; a++) {
      const row = touched[a];
      const part = scale * dense[row];
      if (part === 0) continue;
      const line = row * rowCount;
      for (let b = 0; b <= a; b++) hessian[line + touched[b]] += part * dense[touched[b]];
    }
    for (let a = 0; a < count; a++) {
      dense[touched[a]] = 0;
      this.#isTouched[touched[a]] = 0;
    }
    this.#hessianWork += (count * count) / 2;
    this.#touchedCount = 0;
  }
}

function entropyCost(share: number, limit: number, heat: number): number {
  return share > 0 ? heat * share * Math.log(share / limit) : 0;
}
