import { z } from "zod";
import type { CrsCode } from "#gis";
import {
  ASSESSMENT_IDS,
  CRITERION_IDS,
  type CriterionChoice,
  OBJECTIVE_IDS,
  OPTION_IDS,
  OVERLAY_METHODS,
  type RegionDefinition,
  type ValueFunction,
  WEIGHT_METHODS,
  type Weighing,
} from "./definition.ts";

type Plain = CrsCode | string | number | boolean | null | undefined;
type Writable<T> = T extends Plain ? T : { -readonly [Key in keyof T]: Writable<T[Key]> };
type Complete<T> = T extends Plain
  ? T
  : { -readonly [Key in keyof T]-?: Complete<Exclude<T[Key], undefined>> };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/**
 * Passes a schema on unchanged, and does not compile when it and the type differ: in what may be left out, or, once
 * everything is there, in a field that only one of them knows.
 */
function matching<T>() {
  return <Schema extends z.ZodType>(
    schema: [Same<z.infer<Schema>, Writable<T>>, Same<Complete<z.infer<Schema>>, Complete<T>>] extends [
      true,
      true,
    ]
      ? Schema
      : never,
  ): Schema => schema;
}

const text = z.string().min(1).max(10_000);
const share = z.number().min(0).max(1);
const notNegative = z.number().min(0);
const label = z.enum(["S", "K", "E", "user"]);
const optionId = z.enum(OPTION_IDS);
const bilingual = z.strictObject({ zh: text, en: text });

const quantity = z.strictObject({
  value: z.number(),
  unit: z.string(),
  label,
  source: z.string(),
  range: z.tuple([z.number(), z.number()]).optional(),
});

const layer = z.strictObject({
  id: text,
  file: text,
  kind: z.enum(["raster", "vector"]),
  measure: z.enum(["continuous", "class"]).optional(),
  unit: z.string().optional(),
  title: bilingual,
  label,
  source: z.string(),
  classes: z.array(z.strictObject({ value: z.number(), id: text, title: bilingual })).optional(),
});

const twelveMonths = z.array(z.number()).length(12);

const climate = z.strictObject({
  stationElevationM: quantity,
  temperatureC: twelveMonths,
  precipitationMm: z.array(notNegative).length(12),
  lapseCPerM: quantity,
  precipitationMmPer100M: quantity,
  minimumTemperatureC: quantity,
  valley: z.strictObject({ belowM: quantity, warmingC: quantity }).optional(),
  label,
  source: z.string(),
});

const percent = z.number().min(0).max(100);

const soil = z.strictObject({
  sandPct: percent,
  siltPct: percent,
  clayPct: percent,
  organicCarbonPct: percent,
  pawc: share,
  bulkDensityTPerM3: z.number().positive().max(3),
  label,
  source: z.string(),
});

/** One number per name, every name present. */
function numbersBy<const Names extends readonly [string, ...string[]]>(names: Names, number: z.ZodNumber) {
  return z.strictObject(
    Object.fromEntries(names.map((name) => [name, number])) as Record<Names[number], z.ZodNumber>,
  );
}

const payoff = z.strictObject({
  inputsHash: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
  ideal: numbersBy(OBJECTIVE_IDS, z.number()),
  nadir: numbersBy(OBJECTIVE_IDS, z.number()),
});

export const problemSchema = z.strictObject({
  weights: numbersBy(OBJECTIVE_IDS, notNegative),
  capitalCny: notNegative.optional(),
  publicCapitalCny: notNegative.optional(),
  labourDaysPerYear: notNegative.optional(),
  labourByVillage: z.boolean(),
  labourByMonth: z
    .array(z.strictObject({ month: z.int().min(1).max(12), maxDays: notNegative }))
    .max(12)
    .optional(),
  irrigationM3PerYear: notNegative.optional(),
  waterBySubBasin: z.boolean(),
  areas: z.array(z.strictObject({ option: optionId, minHa: notNegative, maxHa: notNegative })),
  leading: z.strictObject({ option: optionId, minShare: share }).optional(),
  diversityMaxShare: share.optional(),
  restorationMinShare: share.optional(),
  zoneMinShares: z
    .array(z.strictObject({ option: optionId, zone: z.string().min(1), minShare: share }))
    .max(50)
    .optional(),
  noNetLoss: z.strictObject({
    soil: z.enum(["off", "region", "sub-basin"]),
    habitat: z.boolean(),
    water: z.boolean(),
  }),
  nutrientLoadCap: z.boolean(),
  payoff: payoff.optional(),
});

const point = z.tuple([z.number(), share]);

/** A value function by shape; that corners and points rise is checked in `check-definition.ts`. */
const valueFunction = matching<ValueFunction>()(
  z.discriminatedUnion("form", [
    z.strictObject({
      form: z.literal("linear"),
      from: z.number(),
      to: z.number(),
      lowest: share.optional(),
    }),
    z.strictObject({
      form: z.literal("trapezoid"),
      corners: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    }),
    z.strictObject({ form: z.literal("logistic"), steepness: z.number(), centre: z.number() }),
    z.strictObject({ form: z.literal("cosine"), full: z.number(), none: z.number() }),
    z.strictObject({ form: z.literal("bell"), mean: z.number(), spread: z.number().positive() }),
    z.strictObject({ form: z.literal("near"), steepness: z.number().positive(), middle: z.number() }),
    z.strictObject({ form: z.literal("halving"), half: z.number().positive() }),
    z.strictObject({ form: z.literal("points"), points: z.array(point).min(2).max(64) }),
  ]),
);

const criterionChoice = z.strictObject({
  id: z.enum(Object.values(CRITERION_IDS).flat()),
  weight: notNegative,
  curves: z
    .array(
      z.strictObject({ option: optionId.optional(), function: valueFunction, label, source: z.string() }),
    )
    .optional(),
});

/** The criteria that count, as they stand in a file or come from an editor. */
export const criteriaSchema = matching<readonly CriterionChoice[]>()(z.array(criterionChoice).min(1));

/** How weights are found; that the matrix is square, reciprocal and of the right names is checked elsewhere. */
const weighing = matching<Weighing>()(
  z.strictObject({
    method: z.enum(WEIGHT_METHODS),
    judgements: z
      .strictObject({
        of: z.array(text).min(1).max(15),
        matrix: z.array(z.array(z.number())),
        label,
        source: z.string(),
      })
      .optional(),
  }),
);

/** `region.json` by shape and range of single fields; what fields say together is checked in `check-definition.ts`. */
export const regionSchema = matching<RegionDefinition>()(
  z.strictObject({
    schema: z.literal(1),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens"),
    name: bilingual,
    summary: bilingual,
    synthetic: z.boolean(),
    crs: z.custom<CrsCode>(
      (code) => typeof code === "string" && /^EPSG:\d{4,6}$/.test(code),
      "EPSG:<number>",
    ),
    grid: z.strictObject({
      cols: z.number().int().min(2).max(1_048_576),
      rows: z.number().int().min(2).max(1_048_576),
      cellSizeM: z.number().positive(),
      originX: z.number(),
      originY: z.number(),
    }),
    layers: z.array(layer),
    climate,
    soils: z.record(z.string(), soil),
    industries: z.array(z.strictObject({ id: optionId, figures: z.record(z.string(), quantity).optional() })),
    indicators: z.array(
      z.strictObject({ id: text, option: optionId, score: share, label, source: z.string() }),
    ),
    criteria: criteriaSchema.optional(),
    assessmentWeights: numbersBy(ASSESSMENT_IDS, notNegative),
    weighing: weighing.optional(),
    criteriaWeighing: z
      .strictObject({
        ecological: weighing.optional(),
        resource: weighing.optional(),
        potential: weighing.optional(),
        policy: weighing.optional(),
      })
      .optional(),
    overlay: z.enum(OVERLAY_METHODS).optional(),
    masks: z.array(z.strictObject({ id: text, layer: text.optional() })),
    openConditions: z.array(
      z.strictObject({ mask: text, options: z.array(optionId).min(1), note: bilingual }),
    ),
    problem: problemSchema,
  }),
);
