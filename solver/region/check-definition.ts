import type { z } from "zod";
import { findCrs, type Issue, isInAreaOfUse, isUsable, refusalOf, transformBetween } from "#gis";
import { checkCriteria } from "./check-criteria.ts";
import type { LayerDefinition, ProblemDefinition, RegionDefinition } from "./definition.ts";
import { type RegionIssueCode, regionIssue } from "./issue-messages.ts";
import { problemSchema, regionSchema } from "./schema.ts";

export const REGION_FILE = "region.json";
/** The layer that is decided on; without it there is nothing to solve. */
export const UNITS_LAYER = "planning-units";

/**
 * The runnable definition behind parsed JSON, or every finding at once: fields of the wrong shape or range first,
 * then what contradicts each other. Each issue names the field by its JSON path.
 */
export function checkDefinition(json: unknown): { definition?: RegionDefinition; issues: Issue[] } {
  const parsed = regionSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { issues: describeShape(parsed.error, "") };
  const definition: RegionDefinition = parsed.data;
  const issues = [
    ...checkGrid(definition),
    ...checkLayers(definition.layers),
    ...checkTables(definition),
    ...checkCriteria(definition, REGION_FILE),
    ...checkRules(definition),
    ...checkLimits(definition.problem, definition),
  ];
  return isUsable(issues) ? { definition, issues } : { issues };
}

/**
 * The problem behind an untrusted value, whether read from a file or edited, or everything that is wrong with it:
 * NaN, negative, contradictory and impossible limits. With the region's definition, options that are not considered
 * there are found as well.
 */
export function readProblem(
  value: unknown,
  definition?: Pick<RegionDefinition, "industries">,
): { problem?: ProblemDefinition; issues: Issue[] } {
  const parsed = problemSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { issues: describeShape(parsed.error, "problem") };
  const problem: ProblemDefinition = parsed.data;
  const issues = checkLimits(problem, definition);
  return isUsable(issues) ? { problem, issues } : { issues };
}

function fault(code: RegionIssueCode, field: string, context: Issue["context"] = {}): Issue {
  return regionIssue(code, "error", { file: REGION_FILE, field }, context);
}

function describeShape(error: z.ZodError, prefix: string): Issue[] {
  return error.issues.flatMap((issue) => {
    const field = pathOf(issue.path, prefix);
    const found = shorten(issue.input);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => fault("field-unknown", field === "" ? key : `${field}.${key}`));
    }
    if (issue.input === undefined) return fault("field-missing", field, { expected: expectationOf(issue) });
    switch (issue.code) {
      case "invalid_type":
        return fault("field-wrong-type", field, { expected: issue.expected, found });
      case "too_small":
        return fault("field-too-small", field, {
          least: `${issue.inclusive === false ? "> " : ""}${issue.minimum}`,
          found: sizeOr(issue.input, found),
        });
      case "too_big":
        return fault("field-too-large", field, {
          most: String(issue.maximum),
          found: sizeOr(issue.input, found),
        });
      case "invalid_value":
        return fault("field-not-allowed", field, { allowed: issue.values.join(", "), found });
      default:
        return fault("field-malformed", field, { reason: issue.message, found });
    }
  });
}

function expectationOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return issue.expected;
  return issue.code === "invalid_value" ? issue.values.join(", ") : issue.message;
}

/** `layers[3].file`: the path as one would write it in code. */
function pathOf(path: readonly PropertyKey[], prefix: string): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, prefix);
}

function shorten(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function sizeOr(input: unknown, found: string): string {
  return Array.isArray(input) ? String(input.length) : found;
}

function checkGrid({ crs, grid }: RegionDefinition): Issue[] {
  const entry = findCrs(crs);
  if (entry === undefined) return [fault(refusalOf(crs), "crs", { code: crs })];
  if (entry.kind === "geographic") return [fault("crs-not-projected", "crs", { code: crs })];
  const { originX, originY, cellSizeM } = grid;
  if (Math.abs(originX) <= 180 && Math.abs(originY) <= 90) {
    return [fault("grid-in-degrees", "grid", { code: crs, originX, originY, cellSizeM })];
  }
  const MAX_CELLS = 64 * 1024 * 1024;
  const cells = grid.cols * grid.rows;
  if (cells > MAX_CELLS) return [fault("grid-too-large", "grid", { cells, limit: MAX_CELLS })];
  const x = grid.originX + (grid.cols * grid.cellSizeM) / 2;
  const y = grid.originY - (grid.rows * grid.cellSizeM) / 2;
  const [lon, lat] = transformBetween(crs, "EPSG:4326")(x, y);
  if (!isInAreaOfUse(crs, lon, lat)) {
    return [fault("grid-outside-crs", "grid", { code: crs, lon: round(lon), lat: round(lat) })];
  }
  return [];
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

function checkLayers(layers: readonly LayerDefinition[]): Issue[] {
  const issues: Issue[] = [];
  const ids = new Map<string, number>();
  for (const [i, layer] of layers.entries()) {
    const field = `layers[${i}]`;
    const first = ids.get(layer.id);
    if (first !== undefined)
      issues.push(fault("name-twice", `${field}.id`, { name: layer.id, first: `layers[${first}]` }));
    ids.set(layer.id, i);
    if (!isPathBelow(layer.file)) issues.push(fault("path-not-below", `${field}.file`, { path: layer.file }));
    if (layer.kind === "raster" && layer.measure === undefined) {
      issues.push(fault("field-missing", `${field}.measure`, { expected: "continuous, class" }));
    }
    if (layer.kind === "raster" && layer.measure === "class" && (layer.classes ?? []).length === 0) {
      issues.push(fault("field-missing", `${field}.classes`, { expected: "[{ value, id, title }]" }));
    }
    issues.push(
      ...findTwice(layer.classes ?? [], (entry) => String(entry.value), `${field}.classes`, "value"),
    );
    issues.push(...findTwice(layer.classes ?? [], (entry) => entry.id, `${field}.classes`, "id"));
  }
  const units = layers.find((layer) => layer.id === UNITS_LAYER);
  if (units === undefined) issues.push(fault("layer-required", "layers", { layer: UNITS_LAYER }));
  else if (units.kind !== "vector") {
    issues.push(
      fault("field-not-allowed", `layers[${layers.indexOf(units)}].kind`, {
        allowed: "vector",
        found: units.kind,
      }),
    );
  }
  return issues;
}

/** Relative, `/` between names, no way out of the folder, nothing a file system reads otherwise. */
function isPathBelow(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file name with control characters is what is looked for
  if (/[\\:\u0000-\u001f]/.test(path)) return false;
  return path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
}

function findTwice<T>(
  entries: readonly T[],
  nameOf: (entry: T) => string,
  field: string,
  key: string,
): Issue[] {
  const seen = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [i, entry] of entries.entries()) {
    const name = nameOf(entry);
    const first = seen.get(name);
    if (first !== undefined) {
      issues.push(fault("name-twice", `${field}[${i}].${key}`, { name, first: `${field}[${first}]` }));
    } else seen.set(name, i);
  }
  return issues;
}

function checkTables(definition: RegionDefinition): Issue[] {
  const issues: Issue[] = [];
  const HUNDRED_TOLERANCE = 1;
  for (const [id, soil] of Object.entries(definition.soils)) {
    const sum = soil.sandPct + soil.siltPct + soil.clayPct;
    if (Math.abs(100 * sum - 100) <= HUNDRED_TOLERANCE) {
      issues.push(fault("texture-in-fractions", `soils.${id}`, { sum: round(sum) }));
    } else if (Math.abs(sum - 100) > HUNDRED_TOLERANCE) {
      issues.push(fault("texture-not-hundred", `soils.${id}`, { sum: round(sum) }));
    }
  }
  const soilLayer = definition.layers.findIndex((layer) => layer.id === "soil-type");
  for (const [c, entry] of (definition.layers[soilLayer]?.classes ?? []).entries()) {
    if (Object.hasOwn(definition.soils, entry.id)) continue;
    issues.push(fault("soil-without-figures", `layers[${soilLayer}].classes[${c}].id`, { name: entry.id }));
  }
  for (const [field, quantity] of quantitiesOf(definition)) {
    const [low, high] = quantity.range ?? [0, 0];
    if (low > high) issues.push(fault("min-above-max", `${field}.range`, { min: low, max: high }));
  }
  return issues;
}

function* quantitiesOf({ climate, industries }: RegionDefinition) {
  for (const key of [
    "stationElevationM",
    "lapseCPerM",
    "precipitationMmPer100M",
    "minimumTemperatureC",
  ] as const) {
    yield [`climate.${key}`, climate[key]] as const;
  }
  if (climate.valley !== undefined) {
    yield ["climate.valley.belowM", climate.valley.belowM] as const;
    yield ["climate.valley.warmingC", climate.valley.warmingC] as const;
  }
  for (const [i, industry] of industries.entries()) {
    for (const [name, quantity] of Object.entries(industry.figures ?? {})) {
      yield [`industries[${i}].figures.${name}`, quantity] as const;
    }
  }
}

function checkRules(definition: RegionDefinition): Issue[] {
  const issues = [
    ...findTwice(definition.industries, (industry) => industry.id, "industries", "id"),
    ...findTwice(definition.masks, (mask) => mask.id, "masks", "id"),
  ];
  if (definition.industries.length === 0) issues.push(fault("no-industries", "industries"));
  const layers = new Set(definition.layers.map((layer) => layer.id));
  for (const [i, mask] of definition.masks.entries()) {
    if (mask.layer !== undefined && !layers.has(mask.layer)) {
      issues.push(fault("layer-unknown", `masks[${i}].layer`, { layer: mask.layer }));
    }
  }
  const masks = new Set(definition.masks.map((mask) => mask.id));
  const options = new Set<string>(definition.industries.map((industry) => industry.id));
  for (const [i, condition] of definition.openConditions.entries()) {
    if (!masks.has(condition.mask)) {
      issues.push(fault("mask-unknown", `openConditions[${i}].mask`, { mask: condition.mask }));
    }
    for (const [o, option] of condition.options.entries()) {
      if (!options.has(option)) {
        issues.push(fault("option-not-considered", `openConditions[${i}].options[${o}]`, { option }));
      }
    }
  }
  return issues;
}

function checkLimits(problem: ProblemDefinition, definition?: Pick<RegionDefinition, "industries">): Issue[] {
  const issues: Issue[] = [];
  const weights = Object.values(problem.weights);
  if (!weights.some((weight) => weight > 0)) issues.push(fault("weights-all-zero", "problem.weights"));
  issues.push(...findTwice(problem.areas, (area) => area.option, "problem.areas", "option"));
  for (const [i, area] of problem.areas.entries()) {
    if (area.minHa > area.maxHa) {
      issues.push(fault("min-above-max", `problem.areas[${i}]`, { min: area.minHa, max: area.maxHa }));
    }
  }
  const { leading, diversityMaxShare, capitalCny, publicCapitalCny } = problem;
  if (leading !== undefined && diversityMaxShare !== undefined && leading.minShare > diversityMaxShare) {
    const context = { leading: leading.minShare, most: diversityMaxShare };
    issues.push(fault("leading-above-diversity", "problem.leading.minShare", context));
  }
  if (capitalCny !== undefined && publicCapitalCny !== undefined && publicCapitalCny > capitalCny) {
    const context = { publicCny: publicCapitalCny, allCny: capitalCny };
    issues.push({
      ...fault("public-above-capital", "problem.publicCapitalCny", context),
      severity: "warning",
    });
  }
  if (definition !== undefined) {
    const options = new Set<string>(definition.industries.map((industry) => industry.id));
    const named = [
      ...problem.areas.map((area, i) => [`problem.areas[${i}].option`, area.option] as const),
      ...(leading === undefined ? [] : [["problem.leading.option", leading.option] as const]),
    ];
    for (const [field, option] of named) {
      if (!options.has(option)) issues.push(fault("option-not-considered", field, { option }));
    }
  }
  return issues;
}
