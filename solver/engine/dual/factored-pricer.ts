import type { FactoredRows } from "./factored-rows.ts";
import type { Pricer } from "./pricer.ts";
import type { UnitColumns } from "./unit-columns.ts";

/**
 * Prices through the factored rows: a few multiplications per unit and option, however many rows there are. Differs from
 * the program's coefficients by their rounding only, so it may steer but not prove.
 */
export class FactoredPricer implements Pricer {
  readonly #rows: FactoredRows;
  readonly #units: UnitColumns;
  readonly #areaHa: Float64Array;
  readonly #benefit: Float64Array;
  readonly #columnPair: Int32Array;
  readonly #block: Float64Array;
  readonly #line: Float64Array;
  readonly #usedLine: Float64Array;
  readonly #optionPrice: Float64Array;

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
    this.#units = units;
    this.#areaHa = columns.areaHa;
    this.#benefit = columns.benefit;
    this.#columnPair = columns.columnPair;
    this.#block = new Float64Array(rows.blockCount * rows.optionCount);
    this.#line = new Float64Array(rows.lineCount * rows.optionCount);
    this.#usedLine = new Float64Array(rows.lineCount * rows.optionCount);
    this.#optionPrice = new Float64Array(rows.optionCount);
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
    const { optionCount, combo, lineStarts, factorStarts, factorList, streamStarts, streamList } = this.#rows;
    const line = this.#line;
    const price = this.#optionPrice;
    const at = combo[unit];
    let from = lineStarts[at] * optionCount;
    for (let option = 0; option < optionCount; option++) price[option] = line[from + option];
    for (let f = factorStarts[at]; f < factorStarts[at + 1]; f++) {
      from += optionCount;
      const factor = this.#rows.factors[factorList[f]][unit];
      for (let option = 0; option < optionCount; option++) price[option] += factor * line[from + option];
    }
    const { starts, option } = this.#units;
    const area = this.#areaHa[unit];
    const first = starts[unit];
    const end = starts[unit + 1];
    for (let column = first; column < end; column++)
      out[column - first] = this.#benefit[column] - area * price[option[column]];
    for (let s = streamStarts[at]; s < streamStarts[at + 1]; s++) {
      from += optionCount;
      const stream = this.#rows.streams[streamList[s]];
      for (let column = first; column < end; column++)
        out[column - first] -= area * stream[this.#columnPair[column]] * line[from + option[column]];
    }
  }

  clearActivity(): void {
    this.#usedLine.fill(0);
  }

  addActivity(unit: number, column: number, share: number): void {
    const { optionCount, combo, lineStarts, factorStarts, factorList, streamStarts, streamList } = this.#rows;
    const used = this.#usedLine;
    const at = combo[unit];
    const area = share * this.#areaHa[unit];
    let to = lineStarts[at] * optionCount + this.#units.option[column];
    used[to] += area;
    for (let f = factorStarts[at]; f < factorStarts[at + 1]; f++) {
      to += optionCount;
      used[to] += area * this.#rows.factors[factorList[f]][unit];
    }
    for (let s = streamStarts[at]; s < streamStarts[at + 1]; s++) {
      to += optionCount;
      used[to] += area * this.#rows.streams[streamList[s]][this.#columnPair[column]];
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
