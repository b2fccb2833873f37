import { Button, SegmentedControl, Select, Switch } from "@mantine/core";
import type { ReactNode } from "react";
import { OPTION_TITLES, type OptionId, type ProblemDefinition } from "#solver/region";
import { editProblem } from "../../state/actions.ts";
import { contradictoryAreas, countChanges, limitsOf } from "../../state/check-limits.ts";
import { assessmentOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { Empty, PanelHead, Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import { LimitInput, useLimitUnit } from "../optimise/limit-input.tsx";
import { MainLimits } from "../optimise/main-limits.tsx";
import { LawSection } from "./law-section.tsx";

/** Every limit of the problem, each editable where the planner decides, and the law, which no one edits. */
export function RulesPanel() {
  const { t } = useText();
  const view = useStore(viewOf);
  const problem = useStore((state) => state.problem);
  if (!view || !problem) {
    return (
      <>
        <PanelHead title={t("stepRules")} />
        <Empty text={t("notAssessed")} />
      </>
    );
  }
  const original = view.definition.problem;
  const changes = countChanges(problem, original);
  return (
    <>
      <PanelHead title={t("stepRules")}>
        <span className="quiet">{t("rulesCount", { count: limitsOf(problem).size })}</span>
        {changes > 0 && (
          <span className="chip" data-tone="warn">
            {t("rulesChanged", { count: changes })}
          </span>
        )}
      </PanelHead>
      <div className="panel-body">
        {changes > 0 && (
          <Section>
            <Button
              variant="default"
              fullWidth
              onClick={() => editProblem(({ weights }) => ({ ...original, weights }))}
            >
              {t("rulesReset")}
            </Button>
          </Section>
        )}
        <Section title={t("totals")}>
          <MainLimits all />
          <SwitchRow
            text={t("labourByVillage")}
            checked={problem.labourByVillage}
            onChange={(labourByVillage) => editProblem((now) => ({ ...now, labourByVillage }))}
          />
          <SwitchRow
            text={t("waterBySubBasin")}
            checked={problem.waterBySubBasin}
            onChange={(waterBySubBasin) => editProblem((now) => ({ ...now, waterBySubBasin }))}
          />
        </Section>
        <Structure problem={problem} />
        <Ecology problem={problem} />
        <Areas problem={problem} />
        <LawSection />
      </div>
    </>
  );
}

function SwitchRow({
  text,
  note,
  checked,
  onChange,
}: {
  readonly text: ReactNode;
  readonly note?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const label = typeof text === "string" ? text : "";
  return (
    <div className="limit-row">
      <span>
        {text}
        {note && <span className="quiet small"> {note}</span>}
      </span>
      <Switch
        aria-label={label}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

function Structure({ problem }: { readonly problem: ProblemDefinition }) {
  const { t, pick } = useText();
  const share = useLimitUnit("share");
  const options = useStore(assessmentOf)?.options ?? [];
  const { leading } = problem;
  return (
    <Section title={t("structure")}>
      {leading && (
        <div className="limit-row">
          <span className="row">
            <Select
              aria-label={t("industry")}
              data={options.map((option) => ({ value: option, label: pick(OPTION_TITLES[option]) }))}
              value={leading.option}
              allowDeselect={false}
              w={148}
              leftSection={<IndustryCode option={leading.option} />}
              leftSectionWidth={36}
              onChange={(option) =>
                editProblem((now) => ({ ...now, leading: { ...leading, option: option as OptionId } }))
              }
            />
          </span>
          <LimitInput
            label={t("leadingAtLeast")}
            value={leading.minShare}
            unit={share}
            width={64}
            onChange={(minShare) =>
              editProblem((now) => ({ ...now, leading: { ...leading, minShare: minShare ?? 0 } }))
            }
          />
          <span className="under quiet small">{t("leadingAtLeast")}</span>
        </div>
      )}
      <div className="limit-row">
        <span>{t("largestAtMost")}</span>
        <LimitInput
          label={t("largestAtMost")}
          value={problem.diversityMaxShare}
          unit={share}
          width={64}
          onChange={(diversityMaxShare) => editProblem((now) => ({ ...now, diversityMaxShare }))}
        />
      </div>
      <div className="limit-row">
        <span>{t("restorationAtLeast")}</span>
        <LimitInput
          label={t("restorationAtLeast")}
          value={problem.restorationMinShare}
          unit={share}
          width={64}
          onChange={(restorationMinShare) => editProblem((now) => ({ ...now, restorationMinShare }))}
        />
      </div>
    </Section>
  );
}

function Ecology({ problem }: { readonly problem: ProblemDefinition }) {
  const { t } = useText();
  const { noNetLoss } = problem;
  const edit = (change: Partial<ProblemDefinition["noNetLoss"]>) =>
    editProblem((now) => ({ ...now, noNetLoss: { ...now.noNetLoss, ...change } }));
  return (
    <Section title={t("ecology")}>
      <div className="limit-row">
        <span>{t("noLossSoil")}</span>
      </div>
      <SegmentedControl
        fullWidth
        aria-label={t("noLossSoil")}
        value={noNetLoss.soil}
        data={[
          { value: "off", label: t("off") },
          { value: "region", label: t("perRegion") },
          { value: "sub-basin", label: t("perSubBasin") },
        ]}
        onChange={(soil) => edit({ soil: soil as ProblemDefinition["noNetLoss"]["soil"] })}
      />
      <SwitchRow
        text={t("noLossHabitat")}
        checked={noNetLoss.habitat}
        onChange={(habitat) => edit({ habitat })}
      />
      <SwitchRow text={t("noLossWater")} checked={noNetLoss.water} onChange={(water) => edit({ water })} />
      <p className="small quiet">{t("noLossWaterNote")}</p>
      <SwitchRow
        text={t("nutrientCap")}
        checked={problem.nutrientLoadCap}
        onChange={(nutrientLoadCap) => editProblem((now) => ({ ...now, nutrientLoadCap }))}
      />
    </Section>
  );
}

function Areas({ problem }: { readonly problem: ProblemDefinition }) {
  const { t } = useText();
  const nameOf = useIndustryName();
  const unit = useLimitUnit("ha");
  const wrong = new Set(contradictoryAreas(problem));
  const edit = (option: OptionId, change: { minHa?: number; maxHa?: number }) =>
    editProblem((now) => ({
      ...now,
      areas: now.areas.map((limit) => (limit.option === option ? { ...limit, ...change } : limit)),
    }));
  return (
    <Section title={t("areaByIndustry")} end={unit.text}>
      <div className="area-row quiet small" aria-hidden="true" style={{ minHeight: 20 }}>
        <span />
        <span />
        <span className="num">{t("atLeast")}</span>
        <span />
        <span className="num">{t("atMost")}</span>
        <span />
      </div>
      {problem.areas.map(({ option, minHa, maxHa }) => (
        <div key={option}>
          <div className="area-row">
            <IndustryCode option={option} />
            <span>{nameOf(option)}</span>
            <LimitInput
              label={t("minimumOf", { industry: nameOf(option) })}
              value={minHa}
              unit={unit}
              width={66}
              showUnit={false}
              error={wrong.has(option)}
              testId={`min-${option}`}
              onChange={(value) => edit(option, { minHa: value ?? 0 })}
            />
            <span className="quiet">–</span>
            <LimitInput
              label={t("maximumOf", { industry: nameOf(option) })}
              value={maxHa}
              unit={unit}
              width={66}
              showUnit={false}
              error={wrong.has(option)}
              testId={`max-${option}`}
              onChange={(value) => edit(option, { maxHa: value ?? 0 })}
            />
            <span />
          </div>
          {wrong.has(option) && (
            <p className="small" role="alert" style={{ color: "var(--bad)" }}>
              {t("minAboveMax")}
            </p>
          )}
        </div>
      ))}
    </Section>
  );
}
