import type { Program, RowTerm } from "#solver/model";

/**
 * The coupling rows in the form that makes pricing cheap.
 *
 * Units that lie in the same groups and for which the same factors are 0, 1 or general form a *combo*. For one combo the
 * prices of all rows collapse into a small table: one line of option prices that holds for every unit of the combo, one
 * line for each factor that varies within it, one for each pair stream. A unit's option price is then
 * `line0[k] + sum factor_u line_f[k] + sum stream_uk line_s[k]`, whatever the number of rows.
 *
 * Lines are sums of *blocks*. A block is what all terms with the same group and the same factor or stream share: a row
 * price enters a block once, however many combos use it.
 */
export interface FactoredRows {
  readonly optionCount: number;
  readonly combo: Int32Array;
  readonly comboCount: number;
  readonly factorCount: number;
  /** Value of each factor, `unit x factorCount + factor`. */
  readonly factorByUnit: Float64Array;
  readonly streams: readonly Float64Array[];
  /** First line of each combo's table, then its varying factors in order, then its streams. */
  readonly lineStarts: Int32Array;
  readonly factorStarts: Int32Array;
  readonly factorList: Int32Array;
  readonly streamStarts: Int32Array;
  readonly streamList: Int32Array;
  readonly lineCount: number;
  readonly blockStarts: Int32Array;
  readonly blockList: Int32Array;
  readonly blockCount: number;
  readonly terms: readonly BlockTerm[];
}

/** What a row adds to a block for each unit of its price: one number per option, divided by the row's scale. */
export interface BlockTerm {
  readonly row: number;
  readonly block: number;
  readonly perOption: Float64Array;
}

interface Block {
  readonly grouping: number;
  readonly value: number;
  readonly factor: number;
  readonly stream: number;
}

/** More combos than this share of the units, and a factor's zeros are no longer worth a distinction. */
const COMBO_SHARE = 1 / 8;
const FREE_COMBOS = 256;
const NONE = -1;

/** The factored form of a program's rows. */
export function factorRows(program: Program): FactoredRows {
  const optionCount = program.options.length;
  const groupings: Int32Array[] = [];
  const factors: Float64Array[] = [];
  const streams: Float64Array[] = [];
  const products = new Map<Float64Array, Map<Float64Array, Float64Array>>();
  const blocks: Block[] = [];
  const blockIds = new Map<string, number>();
  const terms: BlockTerm[] = [];

  const streamOf = (term: RowTerm): number => {
    if (!term.stream) return NONE;
    if (!term.factor) return indexOrAdd(streams, term.stream);
    const ofFactor = products.get(term.factor) ?? new Map<Float64Array, Float64Array>();
    products.set(term.factor, ofFactor);
    const known = ofFactor.get(term.stream) ?? multiplyByUnit(term.stream, term.factor, optionCount);
    ofFactor.set(term.stream, known);
    return indexOrAdd(streams, known);
  };

  program.rows.forEach((row, index) => {
    for (const term of row.terms) {
      const stream = streamOf(term);
      const block: Block = {
        grouping: term.group ? indexOrAdd(groupings, term.group.of) : NONE,
        value: term.group ? term.group.index : 0,
        factor: term.factor && stream === NONE ? indexOrAdd(factors, term.factor) : NONE,
        stream,
      };
      const key = `${block.grouping}:${block.value}:${block.factor}:${block.stream}`;
      let id = blockIds.get(key);
      if (id === undefined) {
        id = blocks.push(block) - 1;
        blockIds.set(key, id);
      }
      const perOption = Float64Array.from(
        { length: optionCount },
        (_, option) => (term.byOption ? term.byOption[option] : 1) / row.scale,
      );
      terms.push({ row: index, block: id, perOption });
    }
  });

  const states = factors.map((factor) => factorStates(factor));
  const { combo, comboCount, distinguished } = findCombos(program.unitCount, groupings, blocks, states);
  const representative = new Int32Array(comboCount).fill(NONE);
  for (let unit = 0; unit < program.unitCount; unit++)
    if (representative[combo[unit]] === NONE) representative[combo[unit]] = unit;

  return {
    optionCount,
    combo,
    comboCount,
    factorCount: factors.length,
    factorByUnit: interleave(factors, program.unitCount),
    streams,
    blockCount: blocks.length,
    terms,
    ...tabulate(representative, groupings, blocks, states, distinguished, factors.length, streams.length),
  };
}

function indexOrAdd<T>(list: T[], item: T): number {
  const index = list.indexOf(item);
  return index >= 0 ? index : list.push(item) - 1;
}

function multiplyByUnit(stream: Float64Array, factor: Float64Array, optionCount: number): Float64Array {
  return stream.map((value, pair) => value * factor[Math.floor(pair / optionCount)]);
}

function interleave(factors: readonly Float64Array[], unitCount: number): Float64Array {
  const byUnit = new Float64Array(factors.length * unitCount);
  factors.forEach((factor, index) => {
    for (let unit = 0; unit < unitCount; unit++) byUnit[unit * factors.length + index] = factor[unit];
  });
  return byUnit;
}

/** Whether a factor is 0, 1 or something else, for each unit. */
interface FactorStates {
  readonly of: Uint8Array;
  /** True when it is never 0 or 1. */
  readonly isGeneral: boolean;
}

const ABSENT = 0;
const WHOLE = 1;
const GENERAL = 2;

function factorStates(factor: Float64Array): FactorStates {
  const of = new Uint8Array(factor.length);
  let isGeneral = true;
  for (let unit = 0; unit < factor.length; unit++) {
    const state = factor[unit] === 0 ? ABSENT : factor[unit] === 1 ? WHOLE : GENERAL;
    of[unit] = state;
    if (state !== GENERAL) isGeneral = false;
  }
  return { of, isGeneral };
}

/** Splits the units by group, then by the state of each factor as long as the combos stay few. */
function findCombos(
  unitCount: number,
  groupings: readonly Int32Array[],
  blocks: readonly Block[],
  states: readonly FactorStates[],
) {
  let combo: Int32Array = new Int32Array(unitCount);
  let comboCount = unitCount > 0 ? 1 : 0;
  const split = (classOf: (unit: number) => number, classCount: number) => {
    const next = new Int32Array(unitCount);
    const names = new Int32Array(comboCount * classCount).fill(NONE);
    let count = 0;
    for (let unit = 0; unit < unitCount; unit++) {
      const key = combo[unit] * classCount + classOf(unit);
      if (names[key] === NONE) names[key] = count++;
      next[unit] = names[key];
    }
    return { next, count };
  };
  groupings.forEach((of, grouping) => {
    const used = new Map<number, number>();
    for (const block of blocks)
      if (block.grouping === grouping && !used.has(block.value)) used.set(block.value, used.size + 1);
    const { next, count } = split((unit) => used.get(of[unit]) ?? 0, used.size + 1);
    combo = next;
    comboCount = count;
  });
  const most = Math.max(FREE_COMBOS, unitCount * COMBO_SHARE);
  const distinguished = states.map((state) => {
    if (state.isGeneral) return false;
    const { next, count } = split((unit) => state.of[unit], 3);
    if (count > most) return false;
    combo = next;
    comboCount = count;
    return true;
  });
  return { combo, comboCount, distinguished };
}

/** Which lines each combo's table has, and which blocks add up to each line. */
function tabulate(
  representative: Int32Array,
  groupings: readonly Int32Array[],
  blocks: readonly Block[],
  states: readonly FactorStates[],
  distinguished: readonly boolean[],
  factorCount: number,
  streamCount: number,
) {
  const comboCount = representative.length;
  const lineStarts = new Int32Array(comboCount + 1);
  const factorStarts = new Int32Array(comboCount + 1);
  const streamStarts = new Int32Array(comboCount + 1);
  const factorList: number[] = [];
  const streamList: number[] = [];
  const blockStarts: number[] = [0];
  const blockList: number[] = [];
  for (let combo = 0; combo < comboCount; combo++) {
    const unit = representative[combo];
    const shared: number[] = [];
    const byFactor: number[][] = Array.from({ length: factorCount }, () => []);
    const byStream: number[][] = Array.from({ length: streamCount }, () => []);
    blocks.forEach(({ grouping, value, factor, stream }, block) => {
      if (grouping !== NONE && groupings[grouping][unit] !== value) return;
      if (stream !== NONE) byStream[stream].push(block);
      else if (factor === NONE) shared.push(block);
      else if (!distinguished[factor] || states[factor].of[unit] === GENERAL) byFactor[factor].push(block);
      else if (states[factor].of[unit] === WHOLE) shared.push(block);
    });
    const addLine = (line: number[]) => {
      for (const block of line) blockList.push(block);
      blockStarts.push(blockList.length);
    };
    addLine(shared);
    byFactor.forEach((line, factor) => {
      if (line.length === 0) return;
      factorList.push(factor);
      addLine(line);
    });
    byStream.forEach((line, stream) => {
      if (line.length === 0) return;
      streamList.push(stream);
      addLine(line);
    });
    lineStarts[combo + 1] = blockStarts.length - 1;
    factorStarts[combo + 1] = factorList.length;
    streamStarts[combo + 1] = streamList.length;
  }
  return {
    lineStarts,
    factorStarts,
    factorList: Int32Array.from(factorList),
    streamStarts,
    streamList: Int32Array.from(streamList),
    lineCount: blockStarts.length - 1,
    blockStarts: Int32Array.from(blockStarts),
    blockList: Int32Array.from(blockList),
  };
}

/**
 * Share of the area a row touches that lies in a sample of units, one number per row: what the row's limits are
 * multiplied by when only the sample is looked at. Counted by combo, so that small groups are not judged by the whole.
 */
export function sampleShares(
  rows: FactoredRows,
  rowCount: number,
  weight: Float64Array,
  sample: Int32Array,
): Float64Array {
  const all = new Float64Array(rows.comboCount);
  const sampled = new Float64Array(rows.comboCount);
  for (let unit = 0; unit < weight.length; unit++) all[rows.combo[unit]] += weight[unit];
  for (const unit of sample) sampled[rows.combo[unit]] += weight[unit];
  const blockAll = new Float64Array(rows.blockCount);
  const blockSampled = new Float64Array(rows.blockCount);
  for (let combo = 0; combo < rows.comboCount; combo++) {
    for (let line = rows.lineStarts[combo]; line < rows.lineStarts[combo + 1]; line++) {
      for (let at = rows.blockStarts[line]; at < rows.blockStarts[line + 1]; at++) {
        blockAll[rows.blockList[at]] += all[combo];
        blockSampled[rows.blockList[at]] += sampled[combo];
      }
    }
  }
  const shares = new Float64Array(rowCount);
  const touched = new Float64Array(rowCount);
  for (const { row, block } of rows.terms) {
    shares[row] += blockSampled[block];
    touched[row] += blockAll[block];
  }
  return shares.map((share, row) => (touched[row] > 0 ? share / touched[row] : 1));
}
