import type { FactoredRows } from "./factored-rows.ts";
import type { Pricer } from "./pricer.ts";
import type { UnitColumns } from "./unit-columns.ts";

/**
 * Prices through the factored rows: a few multiplications per unit and option, however many rows there are. Differs from
 * the program's coefficients by their rounding only, so it may steer but not prove.
 */
export class FactoredPricer implements Pricer {
  readonly #rows: FactoredRows;
  readonly #optionCount: number;
  readonly #combo: Int32Array;
  readonly #lineStarts: Int32Array;
  readonly #factorStarts: Int32Array;
  readonly #factorList: Int32Array;
  readonly #streamStarts: Int32Array;
  readonly #streamList: Int32Array;
  /** All factors, unit by unit: one unit's lie together. */
  readonly #factor: Float64Array;
  readonly #factorCount: number;
  readonly #unitStarts: Int32Array;
  readonly #option: Uint8Array;
  readonly #areaHa: Float64Array;
  readonly #benefit: Float64Array;
  readonly #columnPair: Int32Array;
  readonly #block: Float64Array;
  readonly #line: Float64Array;
  readonly #usedLine: Float64Array;

  constructor(
    rows: FactoredRows,
    units: UnitColumns,
    columns: {
      readonly areaHa: Float64Array;
      readonly benefit: Float64Array;
      readonly columnPair: Int32Array;
    },
  ) {
    this.#rows = rows;
    this.#optionCount = rows.optionCount;
    this.#combo = rows.combo;
    this.#lineStarts = rows.lineStarts;
    this.#factorStarts = rows.factorStarts;
    this.#factorList = rows.factorList;
    this.#streamStarts = rows.streamStarts;
    this.#streamList = rows.streamList;
    this.#factor = rows.factorByUnit;
    this.#factorCount = rows.factorCount;
    this.#unitStarts = units.starts;
    this.#option = units.option;
    this.#areaHa = columns.areaHa;
    this.#benefit = columns.benefit;
    this.#columnPair = columns.columnPair;
    this.#block = new Float64Array(rows.blockCount * rows.optionCount);
    this.#line = new Float64Array(rows.lineCount * rows.optionCount);
    this.#usedLine = new Float64Array(rows.lineCount * rows.optionCount);
  }

  setPrices(rowDual: Float64Array): void {
    const { optionCount, terms, lineCount, blockStarts, blockList } = this.#rows;
    const block = this.#block;
    const line = this.#line;
    block.fill(0);
    for (const { row, block: id, perOption } of terms) {
      const price = rowDual[row];
      if (price === 0) continue;
      for (let option = 0; option < optionCount; option++)
        block[id * optionCount + option] += price * perOption[option];
    }
    line.fill(0);
    for (let at = 0; at < lineCount; at++) {
      const to = at * optionCount;
      for (let b = blockStarts[at]; b < blockStarts[at + 1]; b++) {
        const from = blockList[b] * optionCount;
        for (let option = 0; option < optionCount; option++) line[to + option] += block[from + option];
      }
    }
  }

  profits(unit: number, out: Float64Array): void {
    const optionCount = this.#optionCount;
    const line = this.#line;
    const factor = this.#factor;
    const optionOf = this.#option;
    const benefit = this.#benefit;
    const area = this.#areaHa[unit];
    const first = this.#unitStarts[unit];
    const count = this.#unitStarts[unit + 1] - first;
    const combo = this.#combo[unit];
    const ofUnit = unit * this.#factorCount;
    const factorEnd = this.#factorStarts[combo + 1];
    let f = this.#factorStarts[combo];
    let at = this.#lineStarts[combo] * optionCount;
    // Most units have few varying factors; three at a time keeps the sum in registers.
    if (factorEnd - f >= 3) {
      const line0 = at;
      const line1 = at + optionCount;
      const line2 = line1 + optionCount;
      const line3 = line2 + optionCount;
      const factor1 = factor[ofUnit + this.#factorList[f]];
      const factor2 = factor[ofUnit + this.#factorList[f + 1]];
      const factor3 = factor[ofUnit + this.#factorList[f + 2]];
      for (let column = 0; column < count; column++) {
        const option = optionOf[first + column];
        const price =
          line[line0 + option] +
          factor1 * line[line1 + option] +
          factor2 * line[line2 + option] +
          factor3 * line[line3 + option];
        out[column] = benefit[first + column] - area * price;
      }
      f += 3;
      at = line3;
    } else {
      for (let column = 0; column < count; column++)
        out[column] = benefit[first + column] - area * line[at + optionOf[first + column]];
    }
    for (; f < factorEnd; f++) {
      at += optionCount;
      const scale = area * factor[ofUnit + this.#factorList[f]];
      for (let column = 0; column < count; column++)
        out[column] -= scale * line[at + optionOf[first + column]];
    }
    for (let s = this.#streamStarts[combo]; s < this.#streamStarts[combo + 1]; s++) {
      at += optionCount;
      const stream = this.#rows.streams[this.#streamList[s]];
      for (let column = 0; column < count; column++)
        out[column] -= area * stream[this.#columnPair[first + column]] * line[at + optionOf[first + column]];
    }
  }

  clearActivity(): void {
    this.#usedLine.fill(0);
  }

  addActivity(unit: number, column: number, share: number): void {
    const optionCount = this.#optionCount;
    const used = this.#usedLine;
    const combo = this.#combo[unit];
    const area = share * this.#areaHa[unit];
    const factors = unit * this.#factorCount;
    let to = this.#lineStarts[combo] * optionCount + this.#option[column];
    used[to] += area;
    for (let f = this.#factorStarts[combo]; f < this.#factorStarts[combo + 1]; f++) {
      to += optionCount;
      used[to] += area * this.#factor[factors + this.#factorList[f]];
    }
    for (let s = this.#streamStarts[combo]; s < this.#streamStarts[combo + 1]; s++) {
      to += optionCount;
      used[to] += area * this.#rows.streams[this.#streamList[s]][this.#columnPair[column]];
    }
  }

  readActivity(out: Float64Array): void {
    const { optionCount, terms, lineCount, blockStarts, blockList } = this.#rows;
    const block = this.#block;
    const used = this.#usedLine;
    block.fill(0);
    for (let at = 0; at < lineCount; at++) {
      const from = at * optionCount;
      for (let b = blockStarts[at]; b < blockStarts[at + 1]; b++) {
        const to = blockList[b] * optionCount;
        for (let option = 0; option < optionCount; option++) block[to + option] += used[from + option];
      }
    }
    for (const { row, block: id, perOption } of terms) {
      let sum = 0;
      for (let option = 0; option < optionCount; option++)
        sum += block[id * optionCount + option] * perOption[option];
      out[row] += sum;
    }
  }
}
