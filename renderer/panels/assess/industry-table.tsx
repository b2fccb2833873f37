import { Modal, SegmentedControl, Tooltip } from "@mantine/core";
import { useEffect, useState } from "react";
import { INDUSTRY_FIGURE_SPECS } from "#solver/assessment";
import type { OptionId, Quantity, RegionDefinition } from "#solver/region";
import { editAssessment, listIndustries } from "../../state/actions.ts";
import { setFigure } from "../../state/assessment-edits.ts";
import { assessmentOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { useDefinition } from "../../state/use-definition.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { NumberField } from "../../ui/number-field.tsx";
import { useText } from "../../ui/use-text.ts";
import type { IndustriesView } from "../../workers/views.ts";

type Figure = keyof IndustriesView[number]["figures"];

/** Columns shown at a time: a table of all of them can be neither read nor drawn at once. */
const GROUPS = {
  groupMoney: [
    "yieldT",
    "priceCnyPerKg",
    "grossCny",
    "materialsCny",
    "labourDays",
    "establishmentCny",
    "irrigationM3",
  ],
  groupTime: ["firstBearingYear", "fullBearingYear", "replantYear", "replantShare", "priceCv"],
  groupWater: [
    "nutrientKg",
    "erosionC",
    "erosionP",
    "erosionFactor",
    "cropCoefficient",
    "rootDepthMm",
    "habitatQuality",
    "runoffShare",
    "coverEffect",
  ],
  groupSite: ["plantableFloor", "slopeMaxDeg", "soilDepthMinCm", "heatSumMinCd"],
} as const satisfies Readonly<Record<string, readonly Figure[]>>;
type Group = keyof typeof GROUPS;

/** Figures that are shares: more than the whole makes no sense. */
const SHARES: ReadonlySet<Figure> = new Set([
  "replantShare",
  "habitatQuality",
  "runoffShare",
  "plantableFloor",
]);

/** Every figure of every industry, each with its source; what is entered here counts everywhere at once. */
export function IndustryTable({ onClose }: { readonly onClose: () => void }) {
  const { t, pick } = useText();
  const assessment = useStore(assessmentOf);
  const definition = useDefinition();
  const nameOf = useIndustryName();
  const [industries, setIndustries] = useState<IndustriesView>([]);
  const [group, setGroup] = useState<Group>("groupMoney");
  useEffect(() => {
    let isCurrent = assessment !== undefined;
    void listIndustries().then((listed) => {
      if (isCurrent) setIndustries(listed);
    });
    return () => {
      isCurrent = false;
    };
  }, [assessment]);
  if (!definition) return null;
  const columns: readonly Figure[] = GROUPS[group];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("industryTableTitle")}
      size="min(1180px, 96vw)"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <p className="small second" style={{ marginBottom: 8 }}>
        {t("industryTableNote")}
      </p>
      <SegmentedControl
        aria-label={t("figureGroup")}
        value={group}
        data={(Object.keys(GROUPS) as Group[]).map((value) => ({ value, label: t(value) }))}
        onChange={(value) => setGroup(value as Group)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("industryTableTitle")}>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">{t("industry")}</th>
              {columns.map((figure) => (
                <th key={figure} scope="col">
                  {pick(INDUSTRY_FIGURE_SPECS.get(figure)?.title ?? { zh: figure, en: figure })}
                  <span className="quiet small">{INDUSTRY_FIGURE_SPECS.get(figure)?.unit}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {industries.map(({ id, figures }) => (
              <tr key={id}>
                <th scope="row">
                  <span className="row">
                    <IndustryCode option={id} />
                    {nameOf(id)}
                  </span>
                </th>
                {columns.map((figure) => (
                  <td key={figure}>
                    <FigureCell
                      option={id}
                      figure={figure}
                      quantity={figures[figure]}
                      follows={
                        figure === "grossCny" && figures.yieldT.value > 0 && figures.priceCnyPerKg.value > 0
                      }
                      stated={definition.stated}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  );
}

function FigureCell({
  option,
  figure,
  quantity,
  follows,
  stated,
}: {
  readonly option: OptionId;
  readonly figure: Figure;
  readonly quantity: Quantity;
  /** True where the figure is computed from others. */
  readonly follows: boolean;
  readonly stated: RegionDefinition;
}) {
  const { t, pick } = useText();
  const nameOf = useIndustryName();
  const { value, unit, label, source } = quantity;
  const meaning = t(`label${label === "user" ? "User" : label}`);
  const name = t("figureOf", {
    figure: pick(INDUSTRY_FIGURE_SPECS.get(figure)?.title ?? { zh: figure, en: figure }),
    industry: nameOf(option),
  });
  const own = stated.industries.find(({ id }) => id === option)?.figures?.[figure];
  const isEdited = label === "user" && own?.value !== value;
  const put = (next: number | undefined) =>
    editAssessment((edited) => setFigure(edited, stated, { option, figure, unit }, next));
  return (
    <span className="figure-cell">
      <Tooltip label={`${meaning}: ${source}`} multiline maw={320}>
        <span className="tag" data-label={label}>
          {label === "user" ? "U" : label}
        </span>
      </Tooltip>
      <NumberField
        label={`${name} (${unit})`}
        testId={`figure-${option}-${figure}`}
        value={value}
        range={[0, SHARES.has(figure) ? 1 : Number.POSITIVE_INFINITY]}
        digits={6}
        edited={isEdited}
        disabled={follows}
        onChange={put}
      />
      {isEdited && !follows && (
        <button
          type="button"
          className="link small"
          aria-label={t("resetOf", { item: name })}
          onClick={() => put(undefined)}
        >
          ↺
        </button>
      )}
    </span>
  );
}
