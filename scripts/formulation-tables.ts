import { criterionSpecs, type Industry, industries, maskSpecs } from "#solver/assessment";
import { constraintSpecs, OBJECTIVES } from "#solver/model";

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
      ["id", "assessment", "criterion", "unit", "range", "limits", "label", "source"],
      criterionSpecs.map((spec) => [
        `\`${spec.id}\``,
        spec.assessment,
        `${spec.title.en} ${spec.title.zh}`,
        spec.unit,
        `${spec.range[0]} to ${spec.range[1]}`,
        spec.limiting ? "yes" : "no",
        spec.label,
        spec.source,
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

function labelsOf({ figures }: Industry): string {
  return [...new Set(Object.values(figures).map(({ label }) => label))].sort().join(" ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
