import type { Program, RowTerm } from "#solver/model";
import { OPTION_IDS } from "#solver/region";
import { ColumnPricer } from "../../solver/engine/dual/column-pricer.ts";
import { CappedFill } from "../../solver/engine/dual/price-units.ts";
import { unitColumns } from "../../solver/engine/dual/unit-columns.ts";
import { assembleLarge, type SeededRow, withLimits } from "./assemble-large.ts";
import { seededRandom } from "./seeded-random.ts";

/**
 * `plain`: 30 rows, values that vary smoothly over the ground. `tied`: the same in classes, so that thousands of units
 * are exactly alike. `region`: about 150 rows with overlapping zones, a yield stream, price years, caps and keep shares.
 */
export type SeededKind = "plain" | "tied" | "region";

interface Ground {
  readonly unitCount: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly areaHa: Float64Array;
  readonly random: () => number;
}

type Sense = "upper" | "lower" | "both" | "equal";

interface PlannedRow extends SeededRow {
  readonly sense: Sense;
  /** Reference price as a share of a typical profit; its sign is that of the binding limit. */
  readonly price: number;
}

/** A seeded program of the given kind and size; the same arguments give the same numbers on every machine. */
export function seededProgram(kind: SeededKind, unitCount: number, seed = 1): Program {
  const random = seededRandom(seed * 7919 + unitCount);
  const ground = layGround(unitCount, random);
  const optionCount = kind === "region" ? 14 : 10;
  const classed = kind === "tied";
  const rows = kind === "region" ? regionRows(ground, optionCount) : plainRows(ground, optionCount, classed);
  const benefitPerHa = seedBenefits(ground, optionCount, classed, seed);
  const { cap, unitLimit } = seedCaps(ground, optionCount, kind === "region", seed);
  const unlimited = assembleLarge({
    options: OPTION_IDS.slice(0, optionCount),
    areaHa: ground.areaHa,
    cap,
    unitLimit,
    rows,
    benefitPerHa,
  });
  return limitAtReference(unlimited, rows, random);
}

/**
 * Sets limits around what the best fill at reference prices uses: rows bind about where the prices say, and a layout
 * near that fill keeps them.
 */
function limitAtReference(program: Program, planned: readonly PlannedRow[], random: () => number): Program {
  const units = unitColumns(program);
  const rowCount = program.rows.length;
  const size = new Float64Array(rowCount);
  const count = new Float64Array(rowCount);
  let benefitSum = 0;
  for (let column = 0; column < units.columnCount; column++) {
    benefitSum += Math.abs(program.benefit[column]);
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      size[program.rowIndex[entry]] += Math.abs(program.coefficient[entry]);
      count[program.rowIndex[entry]]++;
    }
  }
  const typical = benefitSum / Math.max(1, units.columnCount);
  const reference = Float64Array.from(planned, ({ price }, row) =>
    size[row] > 0 ? (price * typical * count[row]) / size[row] : 0,
  );
  const pricer = new ColumnPricer(program, program.benefit, units.starts);
  pricer.setPrices(reference);
  pricer.clearActivity();
  const profits = new Float64Array(units.widest);
  const fill = new CappedFill(units);
  for (let unit = 0; unit < units.unitCount; unit++) {
    if (units.starts[unit] === units.starts[unit + 1]) continue;
    pricer.profits(unit, profits);
    fill.run(unit, profits);
    for (let column = units.starts[unit]; column < units.starts[unit + 1]; column++) {
      const share = fill.shares[column - units.starts[unit]];
      if (share > 0) pricer.addActivity(unit, column, share);
    }
  }
  const used = new Float64Array(rowCount);
  pricer.readActivity(used);
  const rowLower = new Float64Array(rowCount).fill(Number.NEGATIVE_INFINITY);
  const rowUpper = new Float64Array(rowCount).fill(Number.POSITIVE_INFINITY);
  planned.forEach(({ sense }, row) => {
    // Differences (a share of the whole, a balance) may stand at the end of their reach: those are not tightened.
    const room = Math.abs(used[row]) * (0.1 * random() - (used[row] > 0 ? 0.03 : 0));
    if (sense === "upper") rowUpper[row] = used[row] + room;
    else if (sense === "lower") rowLower[row] = used[row] - Math.abs(used[row]) * 0.02 - Math.abs(room);
    else if (sense === "equal") rowLower[row] = rowUpper[row] = used[row] + 0.1 * room;
    else {
      rowUpper[row] = used[row] + Math.abs(room);
      rowLower[row] = used[row] - Math.abs(used[row]) * 0.2;
    }
  });
  return withLimits(program, rowLower, rowUpper);
}

function layGround(unitCount: number, random: () => number): Ground {
  const side = Math.ceil(Math.sqrt(unitCount));
  const x = new Float64Array(unitCount);
  const y = new Float64Array(unitCount);
  const areaHa = new Float64Array(unitCount);
  for (let unit = 0; unit < unitCount; unit++) {
    x[unit] = ((unit % side) + random()) / side;
    y[unit] = (Math.floor(unit / side) + random()) / side;
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    areaHa[unit] = Math.round(1e4 * Math.min(80, Math.max(0.2, 4 * Math.exp(0.8 * normal)))) / 1e4;
  }
  return { unitCount, x, y, areaHa, random };
}

function plainRows(ground: Ground, optionCount: number, classed: boolean): PlannedRow[] {
  const { random } = ground;
  const perOption = (value: (option: number) => number) =>
    Float64Array.from({ length: optionCount }, (_, option) => value(option));
  const only = (...options: number[]) => perOption((option) => (options.includes(option) ? 1 : 0));
  const soil = field(ground, 51, 5, classed, (v) => 0.2 + 2.2 * v);
  const slope = field(ground, 61, 4, classed, (v) => Math.max(0, 2 * v - 0.6));
  const habitat = field(ground, 71, 7, classed, (v) => Math.max(0, 1.6 * v - 0.3));
  const basin = nearestSite(ground, 6);
  const village = nearestSite(ground, 6);
  const zone = insideCircle(ground, 3);
  const cost = perOption(() => 200 + 900 * random());
  const water = perOption(() => (random() < 0.2 ? 300 : 1000 + 7000 * random()));
  const labour = perOption(() => 10 + 110 * random());
  return [
    row("capital", "upper", 0.25, { byOption: cost }, { factor: slope, byOption: perOption(() => 250) }),
    ...range(6, (j) =>
      row(`water:${j}`, "upper", 0.2 * random(), { group: { of: basin, index: j }, byOption: water }),
    ),
    ...range(6, (j) =>
      row(`labour:${j}`, "upper", 0.25 * random(), { group: { of: village, index: j }, byOption: labour }),
    ),
    ...range(5, (k) =>
      k % 2 === 0
        ? row(`area:${k}`, "lower", -0.15 * random(), { byOption: only(k) })
        : row(`area:${k}`, "upper", 0.15 * random(), { byOption: only(k) }),
    ),
    ...range(3, (z) => {
      const byOption = perOption((k) => (k % 3 === z || k === 4 ? 1 : 0));
      const terms = { group: { of: zone, index: z + 1 }, byOption };
      return z === 1 ? row(`zone:${z}`, "upper", 0.1, terms) : row(`zone:${z}`, "lower", -0.1, terms);
    }),
    row("soil", "upper", 0.1, { factor: soil, byOption: perOption(() => 1 + 18 * random()) }),
    row("water-conservation", "lower", -0.05, { byOption: perOption(() => 2500 * random() - 400) }),
    row("habitat", "lower", -0.1, { factor: habitat, byOption: perOption(() => random()) }),
    ...range(4, (k) =>
      row(`diversity:${5 + k}`, "upper", 0.1 * random(), {
        byOption: perOption((option) => (option === 5 + k ? 1 : 0) - 0.1),
      }),
    ),
    row(
      "chain:0",
      "upper",
      0.03,
      { byOption: only(optionCount - 1) },
      { factor: soil, byOption: scaled(only(1), -0.5) },
    ),
    row("chain:1", "upper", 0.03, { byOption: only(4) }, { byOption: scaled(only(2, 6), -0.8) }),
  ];
}

function regionRows(ground: Ground, optionCount: number): PlannedRow[] {
  const { random } = ground;
  const perOption = (value: (option: number) => number) =>
    Float64Array.from({ length: optionCount }, (_, option) => value(option));
  const only = (...options: number[]) => perOption((option) => (options.includes(option) ? 1 : 0));
  const basin = nearestSite(ground, 6);
  const village = nearestSite(ground, 16);
  const erosion = field(ground, 51, 5, false, (v) => 0.2 + 2.2 * v);
  const lossToday = field(ground, 52, 5, false, (v) => 0.1 + v);
  const room = field(ground, 71, 7, false, (v) => 1 - 0.8 * v);
  const habitatToday = field(ground, 72, 7, false, (v) => 0.6 * v);
  const steep = field(ground, 61, 4, false, (v) => (v > 0.62 ? 1 : 0));
  const planted = field(ground, 81, 9, false, (v) => 1 - 0.6 * v);
  const zones = range(8, (z) => zoneShare(ground, z));
  const yieldStream = Float64Array.from({ length: ground.unitCount * optionCount }, (_, pair) => {
    const unit = Math.floor(pair / optionCount);
    const option = pair - unit * optionCount;
    return 2 + 10 * noise(ground.x[unit] * 6 + 31 * option, ground.y[unit] * 6, 300 + option);
  });
  const balance = Float64Array.from({ length: ground.unitCount * optionCount }, (_, pair) => {
    const unit = Math.floor(pair / optionCount);
    const option = pair - unit * optionCount;
    return 900 * noise(ground.x[unit] * 5, ground.y[unit] * 5 + 17 * option, 400 + option) - 350;
  });
  const water = perOption(() => 500 + 4000 * random());
  const labour = perOption(() => 60 + 500 * random());
  const cover = perOption(() => 0.1 + 0.6 * random());
  return [
    row("capital", "upper", 0.15, { factor: planted, byOption: perOption(() => 8e3 + 6e4 * random()) }),
    row("public-capital", "upper", 0.1, { factor: planted, byOption: perOption(() => 4e3 * random()) }),
    ...range(6, (j) => [
      row(`water:${j}:dry`, "upper", 0.05 * random(), { group: { of: basin, index: j }, byOption: water }),
      row(`water:${j}:wet`, "upper", 0.05 * random(), {
        group: { of: basin, index: j },
        byOption: scaled(water, 0.4),
      }),
    ]).flat(),
    ...range(16, (v) =>
      range(3, (month) =>
        row(`labour:${v}:${month}`, "upper", 0.08 * random(), {
          group: { of: village, index: v },
          factor: planted,
          byOption: labour.map((days, k) => (k % 3 === month ? 0.5 : 0.1) * days),
        }),
      ),
    ).flat(),
    ...range(optionCount, (k) => row(`area:${k}`, "both", 0.1 * random() - 0.05, { byOption: only(k) })),
    ...range(8, (z) => [
      row(`zone:${z}:max`, "upper", 0.05 * random(), { factor: zones[z], byOption: only(z, z + 3) }),
      row(`zone:${z}:min`, "lower", -0.05 * random(), { factor: zones[z], byOption: only(z + 4, z + 5) }),
    ]).flat(),
    row("restoration", "lower", -0.05, { factor: steep, byOption: only(11) }),
    row("leading", "lower", -0.05, { byOption: perOption((k) => (k === 0 ? 1 : 0) - 0.1) }),
    ...range(optionCount, (k) =>
      row(`diversity:${k}`, "upper", 0.02 * random(), {
        byOption: perOption((o) => (o === k ? 1 : 0) - 0.12),
      }),
    ),
    ...range(6, (j) =>
      row(
        `soil:${j}`,
        "upper",
        0.05,
        { group: { of: basin, index: j }, factor: erosion, byOption: cover },
        { group: { of: basin, index: j }, factor: lossToday, byOption: perOption(() => -1) },
      ),
    ),
    row(
      "habitat",
      "lower",
      -0.05,
      { factor: room, byOption: perOption(() => random()) },
      { factor: habitatToday, byOption: perOption(() => -1) },
    ),
    row("water-conservation", "lower", -0.03, { stream: balance }),
    ...range(6, (k) =>
      row(`market:${k}`, "upper", 0.05 * random(), { stream: yieldStream, byOption: only(k) }),
    ),
    ...range(20, (year) =>
      row(`price-year:${year}`, "lower", -0.01 * random(), {
        stream: yieldStream,
        byOption: perOption(() => 0.5 + random()),
      }),
    ),
    row("nutrients", "equal", 0.02, {
      group: { of: basin, index: 2 },
      byOption: perOption(() => 5 + 30 * random()),
    }),
  ];
}

function row(id: string, sense: Sense, price: number, ...terms: RowTerm[]): PlannedRow {
  return { id, family: id.split(":")[0], sense, price, terms };
}

function range<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function scaled(values: Float64Array, by: number): Float64Array {
  return values.map((value) => value * by);
}

/** Points per hectare; negative for some pairs, as switching to a worse use is. */
function seedBenefits(ground: Ground, optionCount: number, classed: boolean, seed: number): Float64Array {
  const level = range(optionCount, () => 0.6 + 0.8 * ground.random());
  const benefits = new Float64Array(ground.unitCount * optionCount);
  for (let unit = 0; unit < ground.unitCount; unit++) {
    for (let option = 0; option < optionCount; option++) {
      const smooth = noise(6 * ground.x[unit], 6 * ground.y[unit] + 31 * option, 100 * seed + option);
      const jitter = ground.random();
      const value = level[option] * (0.25 + 1.5 * smooth + (classed ? 0 : 0.06 * jitter));
      benefits[unit * optionCount + option] = classed ? Math.round(8 * value) / 8 : value;
    }
  }
  return benefits;
}

/** A third of the pairs closed; with `partial`, some masks cover a part of a parcel only. */
function seedCaps(ground: Ground, optionCount: number, partial: boolean, seed: number) {
  const { unitCount, random } = ground;
  const cap = new Float64Array(unitCount * optionCount);
  const unitLimit = new Float64Array(unitCount).fill(1);
  for (let unit = 0; unit < unitCount; unit++) {
    if (partial && random() < 0.06) unitLimit[unit] = Math.round(100 * (0.4 + 0.6 * random())) / 100;
    const masked = partial && random() < 0.15 ? Math.round(100 * (0.2 + 0.7 * random())) / 100 : 1;
    for (let option = 0; option < optionCount; option++) {
      const fitness = noise(3 * ground.x[unit] + 17 * option, 3 * ground.y[unit], 200 * seed + option);
      if (fitness < 0.43 && random() < 0.95) continue;
      cap[unit * optionCount + option] =
        option % 2 === 0 ? Math.min(masked, unitLimit[unit]) : unitLimit[unit];
    }
  }
  return { cap, unitLimit };
}

function field(
  ground: Ground,
  seed: number,
  frequency: number,
  classed: boolean,
  shape: (v: number) => number,
) {
  return Float64Array.from({ length: ground.unitCount }, (_, unit) => {
    const value = shape(noise(frequency * ground.x[unit], frequency * ground.y[unit], seed));
    return classed ? Math.round(4 * value) / 4 : value;
  });
}

function nearestSite(ground: Ground, count: number): Int32Array {
  const sites = range(count, () => [ground.random(), ground.random()]);
  return Int32Array.from({ length: ground.unitCount }, (_, unit) => {
    const distances = sites.map(([x, y]) => (x - ground.x[unit]) ** 2 + (y - ground.y[unit]) ** 2);
    return distances.indexOf(Math.min(...distances));
  });
}

function insideCircle(ground: Ground, count: number): Int32Array {
  const circles = range(count, () => [ground.random(), ground.random(), 0.15 + 0.12 * ground.random()]);
  return Int32Array.from({ length: ground.unitCount }, (_, unit) => {
    const at = circles.findIndex(
      ([x, y, radius]) => (x - ground.x[unit]) ** 2 + (y - ground.y[unit]) ** 2 < radius ** 2,
    );
    return at + 1;
  });
}

/** Share of each unit inside a drawn zone: 1 inside, 0 outside, in between on its border. */
function zoneShare(ground: Ground, zone: number): Float64Array {
  const [x, y] = [ground.random(), ground.random()];
  const radius = 0.15 + 0.02 * zone;
  const border = 1 / Math.sqrt(ground.unitCount);
  return Float64Array.from({ length: ground.unitCount }, (_, unit) => {
    const inside = (radius - Math.hypot(x - ground.x[unit], y - ground.y[unit])) / border + 0.5;
    return Math.min(1, Math.max(0, Math.round(1e4 * inside) / 1e4));
  });
}

/** Value noise of four octaves, in [0, 1). */
function noise(x: number, y: number, seed: number): number {
  return (
    0.5 * valueNoise(x, y, seed) +
    0.28 * valueNoise(2 * x, 2 * y, seed + 1011) +
    0.14 * valueNoise(4 * x, 4 * y, seed + 2023) +
    0.08 * valueNoise(9 * x, 9 * y, seed + 3037)
  );
}

function valueNoise(x: number, y: number, seed: number): number {
  const column = Math.floor(x);
  const line = Math.floor(y);
  const u = ease(x - column);
  const v = ease(y - line);
  const a = lattice(column, line, seed);
  const b = lattice(column + 1, line, seed);
  const c = lattice(column, line + 1, seed);
  const d = lattice(column + 1, line + 1, seed);
  return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}

function lattice(column: number, line: number, seed: number): number {
  let hash = Math.imul(column, 374761393) ^ Math.imul(line, 668265263) ^ Math.imul(seed, 1442695041);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
