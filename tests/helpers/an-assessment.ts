import { type Assessment, FIGURE_IDS, type FigureId } from "#solver/assessment";
import { OPTION_IDS, type OptionId, type ProblemDefinition } from "#solver/region";
import { seededRandom } from "./seeded-random.ts";
import { statedWeighing } from "./stated-weighing.ts";

/** Yearly figures per hectare of each option: plausible sizes, not data. */
const OPTION_FIGURES: Readonly<
  Record<
    OptionId,
    readonly [margin: number, establish: number, days: number, irrigation: number, yieldT: number]
  >
> = {
  RR: [9000, 48000, 300, 450, 12],
  ZP: [8000, 36000, 240, 300, 4.5],
  PT: [18000, 105000, 500, 3000, 21],
  LQ: [14000, 100000, 400, 900, 12],
  WN: [3500, 24000, 90, 200, 1.1],
  GR: [22000, 150000, 650, 2400, 18],
  TE: [12000, 90000, 520, 600, 1],
  HS: [9500, 40000, 350, 200, 0.65],
  FG: [2500, 20000, 170, 500, 9],
  AF: [8500, 30000, 340, 400, 6],
  UF: [9000, 25000, 300, 100, 1],
  RF: [200, 12000, 12, 0, 0],
  ET: [14000, 120000, 420, 600, 0],
  GV: [9000, 6000, 150, 5200, 6],
  RN: [6000, 18000, 120, 250, 3],
};

export interface SyntheticSize {
  readonly seed?: number;
  readonly units?: number;
  readonly options?: readonly OptionId[];
  readonly subBasins?: number;
  readonly villages?: number;
  /** Share of pairs that are closed, and of open pairs that are open in part. */
  readonly closedShare?: number;
  readonly partShare?: number;
  /** Classed figures: many parcels alike, hence massive exact ties. */
  readonly tied?: boolean;
}

/** A seeded synthetic assessment: smooth fields over a square of parcels, about a third of the pairs closed. */
export function anAssessment(size: SyntheticSize = {}): Assessment {
  const {
    seed = 1,
    units = 9,
    subBasins = 2,
    villages = 2,
    closedShare = 0.33,
    partShare = 0.1,
    tied = false,
  } = size;
  const options = size.options ?? OPTION_IDS;
  const random = seededRandom(seed);
  const side = Math.ceil(Math.sqrt(units));
  const classed = (value: number) => (tied ? Math.round(value * 4) / 4 : value);
  const fields = Array.from({ length: 6 }, () => smoothField(random, side, units).map(classed));
  const [fertile, steep, wet, wild, bare, near] = fields;
  const count = options.length;

  const present = emptyFigures(units);
  const option = emptyFigures(units * count);
  const cap = new Float32Array(units * count);
  const suitability = new Float32Array(units * count);
  const areaHa = new Float64Array(units);
  const stand: (OptionId | "")[] = [];
  for (let unit = 0; unit < units; unit++) {
    areaHa[unit] = tied ? 4 : 0.5 + 8 * random() ** 2;
    stand.push(random() < 0.05 ? options[Math.floor(random() * Math.min(8, count))] : "");
    const soil = 5 + 60 * steep[unit];
    fill(present, unit, {
      marginCny: 1500 + 5000 * fertile[unit],
      labourDays: 60 + 60 * near[unit],
      labourIncomeCny: (60 + 60 * near[unit]) * 60,
      irrigationM3: wet[unit] > 0.7 ? 4000 : 0,
      soilLossT: soil,
      soilLife: soil / (0.2 + fertile[unit]),
      waterM3: 2000 + 2000 * wet[unit],
      habitat: 0.2 + 0.6 * wild[unit],
      desertification: 0.8 * bare[unit],
      nutrientKg: 150,
    });
    for (let index = 0; index < count; index++) {
      const pair = unit * count + index;
      const [margin, establish, days, irrigation, yieldT] = OPTION_FIGURES[options[index]];
      const fit = classed(0.25 + 0.75 * (0.6 * fertile[unit] + 0.4 * smoothPhase(index, unit, side)));
      const restores = options[index] === "RF";
      if (random() >= closedShare) cap[pair] = random() < partShare ? Math.fround(0.3 + 0.6 * random()) : 1;
      suitability[pair] = cap[pair] > 0 ? fit : 0;
      fill(option, pair, {
        marginCny: margin * fit * 1.3,
        establishmentCny: establish,
        publicCny: restores ? establish : establish * 0.15,
        labourDays: days * (0.6 + 0.4 * fit),
        labourIncomeCny: days * (0.6 + 0.4 * fit) * 70,
        irrigationM3: irrigation * (1.2 - 0.6 * wet[unit]),
        soilLossT: soil * (restores ? 0.2 : 0.4 + 0.9 * smoothPhase(index + 7, unit, side)),
        soilLife:
          (soil * (restores ? 0.2 : 0.4 + 0.9 * smoothPhase(index + 7, unit, side))) / (0.2 + fertile[unit]),
        waterM3: 2000 + 2000 * wet[unit] + 600 * (smoothPhase(index + 3, unit, side) - 0.4),
        habitat: restores ? 0.85 : 0.35 + 0.2 * smoothPhase(index, unit, side),
        desertification: 0.8 * bare[unit] * (restores ? 0 : 0.4 + 0.05 * index),
        nutrientKg: restores ? 0 : 60 + 20 * index,
        yieldT: yieldT * fit,
      });
    }
  }
  return {
    unitCount: units,
    areaHa,
    options,
    criteria: [],
    weighing: statedWeighing({}),
    overlay: "geometric",
    scores: { ecological: suitability, resource: suitability, potential: suitability, policy: suitability },
    suitability,
    limiting: new Uint8Array(units * count).fill(255),
    gates: {
      masks: [],
      offsets: new Uint32Array(units * count + 1),
      reasons: new Uint8Array(0),
      shares: new Float32Array(0),
      cap,
      conditional: new Uint8Array(units * count),
    },
    figures: { present, option },
    facts: new Map(),
    landUse: new Uint8Array(units).fill(1),
    stand,
    subBasin: groupsOf(units, side, subBasins, "Basin", () => 1e6 * (0.5 + random())),
    village: groupsOf(units, side, villages, "Village", () => (200 * units * 4) / villages),
    zoneShare: new Map([
      [
        "steep-or-severe",
        Float32Array.from({ length: units }, (_, unit) =>
          steep[unit] > 0.6 ? 1 : steep[unit] > 0.5 ? 0.5 : 0,
        ),
      ],
      ["zone-2", Float32Array.from({ length: units }, (_, unit) => (wet[unit] > 0.8 ? 1 : 0))],
      [
        "zone-quasi",
        Float32Array.from({ length: units }, (_, unit) => (wet[unit] > 0.7 && wet[unit] <= 0.8 ? 0.6 : 0)),
      ],
    ]),
  };
}

/** A problem with every family of rows, in proportion to the size of the assessment. */
export function aProblem(
  assessment: Assessment,
  changes: Partial<ProblemDefinition> = {},
): ProblemDefinition {
  const regionHa = assessment.areaHa.reduce((sum, area) => sum + area, 0);
  return {
    weights: { ecology: 0.4, economy: 0.4, employment: 0.2, suitability: 0 },
    capitalCny: 9000 * regionHa,
    publicCapitalCny: 4500 * regionHa,
    labourDaysPerYear: 170 * regionHa,
    labourByVillage: true,
    irrigationM3PerYear: 1600 * regionHa,
    waterBySubBasin: true,
    areas: assessment.options
      .filter((option) => option !== "RF" && option !== "RN")
      .map((option, index) => ({
        option,
        minHa: index % 3 === 0 ? 0.01 * regionHa : 0,
        maxHa: 0.12 * regionHa,
      })),
    leading: { option: assessment.options[0], minShare: 0.15 },
    diversityMaxShare: 0.45,
    restorationMinShare: 0.3,
    noNetLoss: { soil: "sub-basin", habitat: true, water: true },
    nutrientLoadCap: true,
    ...changes,
  };
}

type WritableFigures = Record<FigureId, Float64Array>;

function emptyFigures(length: number): WritableFigures {
  return Object.fromEntries(FIGURE_IDS.map((id) => [id, new Float64Array(length)])) as WritableFigures;
}

function fill(figures: WritableFigures, index: number, values: Partial<Record<FigureId, number>>): void {
  for (const [id, value] of Object.entries(values)) figures[id as FigureId][index] = value;
}

/** A smooth field in [0, 1] made of a few waves. */
function smoothField(random: () => number, side: number, units: number): Float64Array {
  const waves = Array.from({ length: 5 }, () => ({
    x: (random() - 0.5) * 12,
    y: (random() - 0.5) * 12,
    phase: random() * 6.283,
  }));
  return Float64Array.from({ length: units }, (_, unit) => {
    const x = (unit % side) / side;
    const y = Math.floor(unit / side) / side;
    const sum = waves.reduce((total, wave) => total + Math.sin(wave.x * x + wave.y * y + wave.phase), 0);
    return Math.min(1, Math.max(0, 0.5 + 0.2 * sum + 0.1 * (random() - 0.5)));
  });
}

function smoothPhase(index: number, unit: number, side: number): number {
  const x = (unit % side) / side;
  const y = Math.floor(unit / side) / side;
  return 0.5 + 0.5 * Math.sin(index * 2.4 + 5 * x * Math.cos(index) + 5 * y * Math.sin(index * 1.7));
}

function groupsOf(units: number, side: number, count: number, name: string, supply: () => number) {
  const perRow = Math.ceil(Math.sqrt(count));
  const of = Int32Array.from({ length: units }, (_, unit) => {
    const column = Math.floor(((unit % side) / side) * perRow);
    const row = Math.floor((Math.floor(unit / side) / side) * Math.ceil(count / perRow));
    return Math.min(count - 1, row * perRow + column);
  });
  return {
    of,
    names: Array.from({ length: count }, (_, index) => ({ zh: `${name} ${index}`, en: `${name} ${index}` })),
    supply: Float64Array.from({ length: count }, supply),
  };
}
