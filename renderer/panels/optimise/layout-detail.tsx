import { OBJECTIVE_IDS } from "#solver/region";
import { type IndustryAreas, industryAreas } from "../../state/industry-areas.ts";
import { assessmentOf, shownRunOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { AreaBar } from "../../ui/area-bar.tsx";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { Bar, Empty, Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { InfeasibleRows } from "./infeasible-rows.tsx";

const OBJECTIVE_TITLES = {
  ecology: "objectiveEcology",
  economy: "objectiveEconomy",
  employment: "objectiveEmployment",
  suitability: "objectiveSuitability",
} as const;

/** Below this an area is round-off of the layout, ha. */
const SMALLEST_HA = 0.05;

/** Area and return by industry, and how the objective is made up. */
export function LayoutDetail() {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const run = useStore(shownRunOf);
  const view = useStore(viewOf);
  const assessment = useStore(assessmentOf);
  if (!run || !view || !assessment) return <Empty text={t("solveFirst")} />;
  if (!run.result) {
    return (
      <Section title={t("certInfeasible")}>
        <InfeasibleRows run={run} />
      </Section>
    );
  }
  const { industries, objective } = run.result.evaluation;
  const used = industryAreas(run.result, assessment, view.areaHa);
  const largestHa = Math.max(...used.map(({ totalHa }) => totalHa), 1);
  const totalHa = used.reduce((sum, row) => sum + row.totalHa, 0);
  const marginOf = new Map(industries.map(({ option, marginCny }) => [option, marginCny]));
  const renovation = industries.find(({ option }) => option === "RN");
  const partsOf = ({ newHa, renovatedHa, keptHa }: IndustryAreas) =>
    [
      newHa > SMALLEST_HA && t("newLand", { area: quantity(newHa, "ha") }),
      renovatedHa > SMALLEST_HA && t("renovatedLand", { area: quantity(renovatedHa, "ha") }),
      keptHa > SMALLEST_HA && t("keptLand", { area: quantity(keptHa, "ha") }),
    ]
      .filter(Boolean)
      .join(t("listAnd"));
  return (
    <>
      <Section title={t("areaByIndustry")} end={quantity(1, "ha").split(" ")[1]}>
        {used.map((row) => (
          <div key={row.option} className="industry-row" data-wide>
            <IndustryCode option={row.option} />
            <span>{nameOf(row.option)}</span>
            <AreaBar areas={row} largestHa={largestHa} />
            <span className="num">{quantity(row.totalHa, "ha").split(" ")[0]}</span>
            <span className="under">
              {partsOf(row)}
              {row.newHa > SMALLEST_HA && (
                <>
                  <br />
                  {t("industryMargin")} {quantity(marginOf.get(row.option) ?? 0, "CNY/a")}
                </>
              )}
            </span>
          </div>
        ))}
        <div className="industry-row" data-wide>
          <span />
          <b>{t("total")}</b>
          <span />
          <b className="num">{quantity(totalHa, "ha").split(" ")[0]}</b>
        </div>
        {renovation && renovation.areaHa > SMALLEST_HA && (
          <div className="industry-row" data-wide>
            <IndustryCode option="RN" />
            <span>{t("ofWhichRenovated")}</span>
            <span />
            <span className="num">{quantity(renovation.areaHa, "ha").split(" ")[0]}</span>
            <span className="under">
              {t("industryMargin")} {quantity(renovation.marginCny, "CNY/a")}
            </span>
          </div>
        )}
      </Section>
      <Section
        title={t("objectiveParts")}
        end={<b style={{ color: "var(--text)" }}>{quantity(objective.value, "")}</b>}
      >
        {OBJECTIVE_IDS.filter((id) => objective.parts[id].weight > 0).map((id) => {
          const { normalised, weight } = objective.parts[id];
          return (
            <div key={id} className="bar-row">
              <span>
                {t(OBJECTIVE_TITLES[id])} <span className="quiet small">× {quantity(weight, "score")}</span>
              </span>
              <Bar share={normalised} />
              <span className="num">{quantity(normalised, "score")}</span>
            </div>
          );
        })}
      </Section>
    </>
  );
}
