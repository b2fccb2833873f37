import { type Issue, isUsable } from "#gis";
import {
  type AssessmentOverrides,
  DEFAULT_TERMS,
  DESERTIFICATION_METHODS,
  type DesertificationMethod,
  type EconomicTerms,
} from "#solver/assessment";
import { checkDefinition, REGION_FILE, type RegionDefinition } from "#solver/region";

/** Members of a region's file that may be set aside for an assessment. */
const MEMBERS = [
  "criteria",
  "assessmentWeights",
  "weighing",
  "criteriaWeighing",
  "overlay",
  "indicators",
  "industries",
  "openConditions",
  "climate",
] as const satisfies readonly (keyof AssessmentOverrides & keyof RegionDefinition)[];

/**
 * The overrides behind an untrusted value, whether edited or read from a report, or everything that is wrong with them:
 * the region's file with the overrides in it must pass the checks that a file passes.
 *
 * @param value null or undefined: nothing is overridden.
 */
export function readOverrides(
  value: unknown,
  stated: RegionDefinition,
): { overrides?: AssessmentOverrides; issues: Issue[] } {
  if (value === null || value === undefined) return { overrides: {}, issues: [] };
  if (typeof value !== "object" || Array.isArray(value))
    return { issues: [fault("field-malformed", "", { found: typeof value, reason: "an object" })] };
  const { desertificationMethod, terms, ...members } = value as Readonly<Record<string, unknown>>;
  const issues = Object.keys(members)
    .filter((name) => !MEMBERS.some((member) => member === name))
    .map((name) => fault("field-unknown", name));
  if (desertificationMethod !== undefined && !isMethod(desertificationMethod))
    issues.push(
      fault("field-not-allowed", "desertificationMethod", {
        found: String(desertificationMethod),
        allowed: Object.keys(DESERTIFICATION_METHODS).join(", "),
      }),
    );
  if (terms !== undefined && !areTerms(terms))
    issues.push(
      fault("field-malformed", "terms", {
        found: JSON.stringify(terms),
        reason: Object.keys(DEFAULT_TERMS).join(", "),
      }),
    );
  if (!isUsable(issues)) return { issues };

  const { definition, issues: found } = checkDefinition({ ...stated, ...members });
  if (!definition) return { issues: found };
  const given = MEMBERS.filter((name) => members[name] !== undefined);
  return {
    overrides: {
      ...Object.fromEntries(given.map((name) => [name, definition[name]])),
      ...(isMethod(desertificationMethod) && { desertificationMethod }),
      ...(areTerms(terms) && { terms }),
    },
    issues: [],
  };
}

function isMethod(value: unknown): value is DesertificationMethod {
  return typeof value === "string" && Object.hasOwn(DESERTIFICATION_METHODS, value);
}

/** Terms by name and kind; money is a finite number, not negative. */
function areTerms(value: unknown): value is Partial<EconomicTerms> {
  if (typeof value !== "object" || value === null) return false;
  const known: Readonly<Record<string, unknown>> = { ...DEFAULT_TERMS };
  return Object.entries(value).every(
    ([name, term]) =>
      Object.hasOwn(known, name) &&
      typeof term === typeof known[name] &&
      (typeof term !== "number" || (Number.isFinite(term) && term >= 0)),
  );
}

function fault(
  code: "field-malformed" | "field-unknown" | "field-not-allowed",
  field: string,
  context: Issue["context"] = {},
): Issue {
  return { code, severity: "error", where: { file: REGION_FILE, field }, context };
}
