import type { Grid, PolygonRings, Position } from "#gis";
import type { ReportSource } from "#report";
import type { Assessment, CriterionResult, FigureId, Groups } from "#solver/assessment";
import { FIGURE_IDS } from "#solver/assessment";
import type { Program } from "#solver/model";
import {
  type Bilingual,
  type CriterionId,
  OBJECTIVE_IDS,
  type OptionId,
  type ProblemDefinition,
  type Region,
  type RegionDefinition,
} from "#solver/region";
import { statedWeighing } from "./stated-weighing.ts";

export const OPTIONS = ["RR", "GR"] as const satisfies readonly OptionId[];
export const PARCELS = { simple: 0, withHole: 1, inTwoParts: 2 } as const;

/** West edge and south edge of the little region, m in EPSG:4544. */
const ORIGIN: Position = [503_000, 3_010_000];

/**
 * A run on three parcels and two industries, put together by hand: the first takes Rosa roxburghii whole, the second is
 * split, the third stays as it is and is closed to both. Numbers are small enough to follow on paper.
 */
export function aRun({
  names = {},
}: {
  readonly names?: { readonly region?: string; readonly parcel?: string };
} = {}): ReportSource {
  const region = aRegion(names.region ?? "Little hollow", names.parcel ?? "D-0001");
  const assessment = anAssessment(region.units.areaHa);
  const program = aProgram(region.units.areaHa);
  return {
    region,
    assessment,
    problem: PROBLEM,
    program,
    engine: "highs",
    termination: { reason: "optimal" },
    result: {
      solution: { rowDual: Float64Array.of(3) },
      layout: {
        options: OPTIONS,
        share: Float64Array.of(1, 0, 0.5, 0.25, 0, 0),
        leading: Int16Array.of(0, 0, -1),
        splitUnits: Int32Array.of(1),
      },
      whole: {
        found: true,
        objective: 4,
        gap: 0.8125,
        layout: {
          options: OPTIONS,
          share: Float64Array.of(1, 0, 0, 0, 0, 0),
          leading: Int16Array.of(0, -1, -1),
          splitUnits: new Int32Array(0),
        },
      },
      evaluation: {
        totals: [
          {
            id: "margin",
            title: both("年净收益", "Net margin"),
            unit: "CNY/a",
            today: 900,
            planned: 1_234.5,
            change: 334.5,
          },
        ],
        industries: [],
        rules: [
          {
            id: "capital",
            family: "capital",
            title: both("建设投资", "Start-up capital"),
            unit: "CNY",
            lower: null,
            upper: 1_750,
            activity: 1_750,
            met: true,
            binding: true,
            law: false,
          },
        ],
        objective: {
          value: 7.25,
          parts: everyKey(OBJECTIVE_IDS, () => ({ raw: 1, normalised: 0.5, weight: 0.25 })),
        },
      },
    },
  };
}

export function both(zh: string, en: string): Bilingual {
  return { zh, en };
}

const PROBLEM: ProblemDefinition = {
  weights: { ecology: 0.4, economy: 0.4, employment: 0.2, suitability: 0 },
  labourByVillage: false,
  waterBySubBasin: false,
  areas: [],
  noNetLoss: { soil: "off", habitat: false, water: false },
  nutrientLoadCap: false,
};

function aRegion(name: string, firstParcel: string): Region {
  const grid: Grid = {
    crs: "EPSG:4544",
    cols: 9,
    rows: 3,
    cellSizeM: 100,
    originX: ORIGIN[0],
    originY: ORIGIN[1] + 300,
  };
  const polygons: readonly (readonly PolygonRings[])[] = [
    [[aSquare(0, 0, 300)]],
    [[aSquare(300, 0, 300), aSquare(400, 100, 100).toReversed()]],
    [[aSquare(600, 0, 100)], [aSquare(800, 0, 100)]],
  ];
  return {
    definition: { ...DEFINITION, name: both("小洼地", name) },
    grid,
    rasters: new Map(),
    vectors: new Map(),
    alignment: [{ layer: "elevation", action: "none", from: "EPSG:4544", to: "EPSG:4544", amount: 0 }],
    hashes: new Map([
      ["region.json", "b".repeat(64)],
      ["layers/elevation.tif", "a".repeat(64)],
    ]),
    units: {
      count: 3,
      ids: [firstParcel, "D-0002", "D-0003"],
      areaHa: Float64Array.of(9, 8, 2),
      polygons,
      points: Float64Array.of(503_150, 3_010_150, 503_350, 3_010_150, 503_650, 3_010_050),
      properties: [new Map(), new Map(), new Map()],
      cover: {
        offsets: Uint32Array.of(0, 2, 4, 5),
        cells: Uint32Array.of(0, 1, 1, 2, 3),
        shares: Float32Array.of(1, 0.4, 0.6, 1, 1),
      },
    },
  };
}

/** A closed counter-clockwise ring. */
function aSquare(east: number, north: number, sideM: number): readonly Position[] {
  const [x, y] = [ORIGIN[0] + east, ORIGIN[1] + north];
  return [
    [x, y],
    [x + sideM, y],
    [x + sideM, y + sideM],
    [x, y + sideM],
    [x, y],
  ];
}

const DEFINITION: RegionDefinition = {
  schema: 1,
  id: "little-hollow",
  name: both("小洼地", "Little hollow"),
  summary: both("三个图斑", "three parcels"),
  synthetic: true,
  crs: "EPSG:4544",
  grid: { cols: 9, rows: 3, cellSizeM: 100, originX: ORIGIN[0], originY: ORIGIN[1] + 300 },
  layers: [],
  climate: {
    stationElevationM: { value: 1_000, unit: "m", label: "S", source: "" },
    temperatureC: [],
    precipitationMm: [],
    lapseCPerM: { value: 0.006, unit: "degC/m", label: "K", source: "" },
    precipitationMmPer100M: { value: 12, unit: "mm", label: "E", source: "" },
    minimumTemperatureC: { value: -2, unit: "degC", label: "E", source: "" },
    label: "S",
    source: "",
  },
  soils: {},
  industries: OPTIONS.map((id) => ({ id })),
  indicators: [],
  assessmentWeights: { ecological: 0.3, resource: 0.3, potential: 0.25, policy: 0.15 },
  masks: [],
  openConditions: [],
  problem: PROBLEM,
};

function anAssessment(areaHa: Float64Array): Assessment {
  const pairs = (...values: number[]) => Float32Array.from(values);
  const noFigures = (length: number) =>
    everyKey<FigureId, Float64Array>(FIGURE_IDS, () => new Float64Array(length));
  const score = pairs(0.9, 0.4, 0.8, 0.7, Number.NaN, Number.NaN);
  return {
    unitCount: 3,
    areaHa,
    options: OPTIONS,
    criteria: [
      aCriterion("slope", false, pairs(5, 12, Number.NaN)),
      aCriterion("heat-sum", true, pairs(0.1, 0.2, 0.3, 0.4, 0.5, 0.6)),
    ],
    weighing: statedWeighing({ resource: ["slope", "heat-sum"] }),
    overlay: "geometric",
    scores: { ecological: score, resource: score, potential: score, policy: score },
    suitability: pairs(0.9, 0.4, 0.8, 0.7, 0, 0),
    limiting: Uint8Array.of(0, 1, 0, 1, 255, 255),
    gates: {
      masks: [
        {
          id: "redline",
          kind: "law",
          title: both("生态保护红线", "Ecological redline"),
          basis: both("2022年142号", "2022 No. 142"),
          label: "K",
          source: "",
        },
        {
          id: "heat",
          kind: "envelope",
          title: both("热量", "Heat"),
          basis: both("", ""),
          label: "S",
          source: "",
        },
      ],
      offsets: Uint32Array.of(0, 0, 0, 0, 1, 3, 4),
      reasons: Uint8Array.of(0, 0, 1, 0),
      shares: Float32Array.of(0.75, 1, 1, 1),
      cap: pairs(1, 1, 1, 0.25, 0, 0),
      conditional: Uint8Array.of(1, 0, 0, 0, 0, 0),
    },
    figures: {
      present: { ...noFigures(3), marginCny: Float64Array.of(100, 0, 50) },
      option: {
        ...noFigures(6),
        marginCny: Float64Array.of(110, 90, 30, 60, 0, 0),
        establishmentCny: Float64Array.of(100, 200, 100, 200, 100, 200),
      },
    },
    facts: new Map(),
    landUse: Uint8Array.of(1, 5, 255),
    stand: ["", "GR", ""],
    subBasin: aGroup(both("上游", "Upper basin")),
    village: aGroup(both("石板村", "Slate village")),
    zoneShare: new Map(),
  };
}

function aGroup(name: Bilingual): Groups {
  return { of: Int32Array.of(0, 0, -1), names: [name], supply: Float64Array.of(1) };
}

function aCriterion(id: CriterionId, perOption: boolean, raw: Float32Array): CriterionResult {
  return {
    spec: {
      id,
      assessment: "resource",
      title: both(id, id),
      unit: "deg",
      range: [0, 90],
      direction: "cost",
      label: "S",
      source: "",
      limiting: false,
      perOption,
    },
    weight: 0.5,
    curves: new Map(),
    raw,
    membership: new Float32Array(6),
  };
}

/** Maximise 4 x0 + 2 x1 + 3 x2 + 7 x3 under x0 + x1 + x2 + x3 <= 1.75, x3 <= 0.25: 7.25 at (1, 0, 0.5, 0.25), price 3. */
function aProgram(areaHa: Float64Array): Program {
  return {
    unitCount: 3,
    options: OPTIONS,
    areaHa,
    cap: Float64Array.of(1, 1, 1, 0.25, 0, 0),
    unitLimit: Float64Array.of(1, 1, 0),
    rows: [
      {
        id: "capital",
        family: "capital",
        title: both("建设投资", "Start-up capital"),
        unit: "CNY",
        scale: 1_000,
        lower: Number.NEGATIVE_INFINITY,
        upper: 1_750,
        constant: 0,
        terms: [],
        law: false,
      },
    ],
    columnPair: Int32Array.of(0, 1, 2, 3),
    objectives: [],
    benefit: Float64Array.of(4, 2, 3, 7),
    benefitConstant: 0,
    columnStarts: Int32Array.of(0, 1, 2, 3, 4),
    rowIndex: Int32Array.of(0, 0, 0, 0),
    coefficient: Float64Array.of(1, 1, 1, 1),
    rowLower: Float64Array.of(Number.NEGATIVE_INFINITY),
    rowUpper: Float64Array.of(1.75),
  };
}

function everyKey<Key extends string, Value>(keys: readonly Key[], make: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>;
}
