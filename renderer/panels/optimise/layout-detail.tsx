import { OBJECTIVE_IDS } from "#solver/region";
import { shownRunOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { INDUSTRIES } from "../../ui/industries.ts";
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

/** Area and return by industry, and how the objective is made up. */
export function LayoutDetail() {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const run = useStore(shownRunOf);
  if (!run) return <Empty text={t("solveFirst")} />;
  if (!run.result) {
    return (
      <Section title={t("certInfeasible")}>
        <InfeasibleRows run={run} />
      </Section>
    );
  }
  const { industries, objective } = run.result.evaluation;
  const used = industries
    .filter(({ areaHa, standHa }) => areaHa + standHa > 0.05)
    .sort((a, b) => b.areaHa + b.standHa - a.areaHa - a.standHa);
  const largest = Math.max(...used.map(({ areaHa, standHa }) => areaHa + standHa), 1);
  return (
    <>
      <Section title={t("areaByIndustry")} end={quantity(1, "ha").split(" ")[1]}>
        {used.map(({ option, areaHa, standHa, marginCny, parcels }) => (
          <div
            key={option}
            className="industry-row"
            style={{ gridTemplateColumns: "22px minmax(0, 1fr) 90px 52px" }}
          >
            <IndustryCode option={option} />
            <span>{nameOf(option)}</span>
            <Bar share={(areaHa + standHa) / largest} colour={INDUSTRIES[option].colour} />
            <span className="num">{quantity(areaHa + standHa, "ha").split(" ")[0]}</span>
            <span className="under">
              {t("industryParcels")} {quantity(parcels, "count")}
              {t("listAnd")}
              {t("industryMargin")} {quantity(marginCny, "CNY/a")}
            </span>
          </div>
        ))}
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
