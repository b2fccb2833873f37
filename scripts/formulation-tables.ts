import {
  ASSESSMENT_SPECS,
  CRITERION_INPUTS,
  criterionSpecs,
  FACT_SPECS,
  INDUSTRY_FIGURE_SPECS,
  type Industry,
  industries,
  LEVEL_SPECS,
  maskSpecs,
  OVERLAY_SPECS,
  VALUE_FORM_SPECS,
  WEIGHT_METHOD_SPECS,
} from "#solver/assessment";
import { constraintSpecs, OBJECTIVES } from "#solver/model";
import { LAYER_SPECS, type ValueSpec } from "#solver/region";

/** The page with every table between `<!-- table: name -->` and `<!-- end -->` written anew from the specs. */
export function fillFormulation(page: string): string {
  return page.replace(
    /<!-- table: ([a-z]+) -->[\s\S]*?<!-- end -->/g,
    (_, name: string) => `<!-- table: ${name} -->\n${tableOf(name)}\n<!-- end -->`,
  );
}

const TABLES: Readonly<Record<string, () => string>> = {
  criteria: () =>
    table(
      ["id", "assessment", "criterion", "unit", "range", "direction", "from", "limits", "label", "source"],
      criterionSpecs.map((spec) => [
        `\`${spec.id}\``,
        spec.assessment,
        `${spec.title.en} ${spec.title.zh}`,
        spec.unit,
        rangeOf(spec.range),
        spec.direction,
        [...CRITERION_INPUTS[spec.id].facts, ...CRITERION_INPUTS[spec.id].figures].join(", "),
        spec.limiting ? "yes" : "no",
        spec.label,
        spec.source,
      ]),
    ),
  layers: () =>
    table(
      ["id", "layer", "unit", "range", "usual", "mistakes looked for", "label", "source"],
      [...LAYER_SPECS.values()].map((spec) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        spec.unit,
        rangeOf(spec.range),
        rangeOf(spec.usual),
        mistakesOf(spec),
        spec.label,
        spec.source,
      ]),
    ),
  facts: () =>
    table(
      ["id", "fact", "unit", "layers", "rule", "label", "source"],
      [...FACT_SPECS.values()].map((spec) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        spec.unit,
        [spec.layers.join(", "), ...(spec.otherwise ? [`else ${spec.otherwise.join(", ")}`] : [])].join("; "),
        spec.rule.en,
        spec.source === "" ? "" : spec.label,
        spec.source || "of the layer",
      ]),
    ),
  forms: () =>
    table(
      ["form", "value function", "formula", "label", "source"],
      Object.values(VALUE_FORM_SPECS).map((spec) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        `\`${spec.formula}\``,
        spec.label,
        spec.source,
      ]),
    ),
  assessments: () =>
    table(
      ["id", "assessment", "score"],
      Object.values(ASSESSMENT_SPECS).map((spec) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        `\`${spec.formula}\``,
      ]),
    ),
  weights: () =>
    table(
      ["method", "weights", "formula", "judgements", "data", "label", "source"],
      Object.values(WEIGHT_METHOD_SPECS).map((spec) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        `\`${spec.formula}\``,
        spec.judged ? "yes" : "no",
        spec.fromData ? "yes" : "no",
        spec.label,
        spec.source,
      ]),
    ),
  overlays: () =>
    table(
      ["method", "overlay", "formula", "weights used", "label", "source"],
      Object.values(OVERLAY_SPECS).map((spec) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        `\`${spec.formula}\``,
        spec.weighted ? "yes" : "no",
        spec.label,
        spec.source,
      ]),
    ),
  levels: () =>
    table(
      ["id", "figure per hectare", "unit", "better"],
      [...LEVEL_SPECS.values()].map((spec) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        spec.unit,
        spec.direction === "benefit" ? "more" : "less",
      ]),
    ),
  figures: () =>
    table(
      ["id", "figure of an industry", "unit"],
      [...INDUSTRY_FIGURE_SPECS.values()].map((spec) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        spec.unit,
      ]),
    ),
  gates: () =>
    table(
      ["id", "kind", "gate", "basis", "label", "source"],
      maskSpecs.map((spec) => [
        `\`${spec.id}\``,
        spec.kind,
        `${spec.title.en} ${spec.title.zh}`,
        spec.basis.en,
        spec.label,
        spec.source,
      ]),
    ),
  objectives: () =>
    table(
      ["id", "objective", "unit", "formula", "label"],
      OBJECTIVES.map(({ spec }) => [
        `\`${spec.id}\``,
        `${spec.title.en} ${spec.title.zh}`,
        spec.unit,
        `\`${spec.formulation}\``,
        spec.label,
      ]),
    ),
  constraints: () =>
    table(
      ["family", "rule", "unit", "rows", "label", "law"],
      constraintSpecs.map((spec) => [
        `\`${spec.family}\``,
        `${spec.title.en} ${spec.title.zh}`,
        spec.unit,
        `\`${spec.formulation}\``,
        spec.label,
        spec.law ? "yes" : "no",
      ]),
    ),
  industries: () =>
    table(
      [
        "id",
        "industry",
        "yield t/ha",
        "materials CNY/ha",
        "days/ha",
        "establishment CNY/ha",
        "C",
        "P",
        "Kc",
        "H",
        "labels",
      ],
      industries.map((industry) => [
        `\`${industry.id}\``,
        `${industry.title.en} ${industry.title.zh}`,
        ...(
          [
            "yieldT",
            "materialsCny",
            "labourDays",
            "establishmentCny",
            "erosionC",
            "erosionP",
            "cropCoefficient",
            "habitatQuality",
          ] as const
        ).map((name) => String(industry.figures[name].value)),
        labelsOf(industry),
      ]),
    ),
};

function tableOf(name: string): string {
  const write = TABLES[name];
  if (!write) throw new RangeError(`docs/formulation.md asks for a table that does not exist: ${name}`);
  return write();
}

function rangeOf([low, high]: readonly [number, number]): string {
  return `${low} to ${high}`;
}

/** The findings of usual mistakes, as their codes say them. */
function mistakesOf({ mistakes }: ValueSpec): string {
  return mistakes.map(({ code }) => code.replace(/^values-(in-|are-)?/, "").replaceAll("-", " ")).join(", ");
}

function labelsOf({ figures }: Industry): string {
  return [...new Set(Object.values(figures).map(({ label }) => label))].sort().join(" ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
