import { Modal } from "@mantine/core";
import { useEffect, useState } from "react";
import {
  type Consistency,
  describeConsistency,
  type MethodWeights,
  WEIGHT_METHOD_SPECS,
  type WeighingFault,
  weighByAhp,
} from "#solver/assessment";
import { compareWeights, editAssessment } from "../../state/actions.ts";
import { judgementsOf, setJudgement, type WeightSet, weighingOf } from "../../state/assessment-edits.ts";
import { assessmentOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { useDefinition } from "../../state/use-definition.ts";
import type { TextKey } from "../../ui/dictionary/index.ts";
import { useText } from "../../ui/use-text.ts";

/** Saaty's scale, from "the row matters far more" to "the column does". */
const SCALE = [9, 8, 7, 6, 5, 4, 3, 2, 1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8, 1 / 9] as const;

const FAULTS: Readonly<Record<WeighingFault, TextKey>> = {
  "judgements-inconsistent": "faultJudgements",
  "too-few-parcels-to-weigh": "faultFewParcels",
  "game-theory-unsound": "faultGameTheory",
};

interface JudgeProps {
  readonly set: WeightSet;
  readonly title: string;
  readonly of: readonly string[];
  readonly titles: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** Judgements in pairs with their consistency, and the weights of every method beside each other. */
export function JudgeDialog({ set, title, of, titles, onClose }: JudgeProps) {
  const { t, quantity } = useText();
  const definition = useDefinition();
  if (!definition) return null;
  const { matrix } = judgementsOf(weighingOf(definition.edited, set)?.judgements, of);
  const ahp = weighByAhp({ names: of, judgements: Float64Array.from(matrix.flat()) });
  const consistency = describeConsistency(ahp, of);
  const nameOf = (id: string) => titles.get(id) ?? id;
  const judge = (row: number, column: number, value: number) =>
    editAssessment((edited) => setJudgement(edited, set, of, [row, column], value));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("judgeTitle", { set: title })}
      size="min(1080px, 94vw)"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <p className="small second">{t("judgeNote")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("judgeTitle", { set: title })}>
        <table className="judge-table">
          <thead>
            <tr>
              <td />
              {of.map((id) => (
                <th key={id} scope="col">
                  {nameOf(id)}
                </th>
              ))}
              <th scope="col">{t("weight")}</th>
            </tr>
          </thead>
          <tbody>
            {of.map((row, i) => (
              <tr key={row}>
                <th scope="row">{nameOf(row)}</th>
                {of.map((column, j) => (
                  <td key={column}>
                    {j > i ? (
                      <JudgementCell
                        label={t("judgeCell", { row: nameOf(row), column: nameOf(column) })}
                        value={matrix[i][j]}
                        isWorst={isWorst(consistency, row, column)}
                        testId={`judgement-${i}-${j}`}
                        onChange={(value) => judge(i, j, value)}
                      />
                    ) : (
                      <span className="quiet">{writeJudgement(matrix[i][j])}</span>
                    )}
                  </td>
                ))}
                <td className="num">
                  <b>{quantity(ahp.weights[i], "score")}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Verdict consistency={consistency} of={of} nameOf={nameOf} judge={judge} />
      <MethodTable set={set} nameOf={nameOf} of={of} />
    </Modal>
  );
}

function Verdict({
  consistency,
  of,
  nameOf,
  judge,
}: {
  readonly consistency: Consistency;
  readonly of: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly judge: (row: number, column: number, value: number) => void;
}) {
  const { t, quantity } = useText();
  const { worst, acceptable, ratio } = consistency;
  const [i, j] = [of.indexOf(worst.row), of.indexOf(worst.column)];
  const fitting = nearestOnScale(i < j ? worst.fitting : 1 / worst.fitting);
  return (
    <div
      className="callout"
      data-tone={acceptable ? "ok" : "warn"}
      role="status"
      data-testid="consistency"
      style={{ marginTop: 10 }}
    >
      <b>{t("consistency", { ratio: quantity(ratio, "score") })}</b>{" "}
      {acceptable
        ? t("consistent")
        : t("inconsistent", {
            row: nameOf(worst.row),
            column: nameOf(worst.column),
            value: quantity(worst.fitting, ""),
          })}
      {!acceptable && (
        <button
          type="button"
          className="link"
          style={{ marginInlineStart: 8 }}
          onClick={() => judge(Math.min(i, j), Math.max(i, j), fitting)}
        >
          {t("useFitting", { value: writeJudgement(fitting) })}
        </button>
      )}
    </div>
  );
}

function JudgementCell({
  label,
  value,
  isWorst: worst,
  testId,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly isWorst: boolean;
  readonly testId: string;
  readonly onChange: (value: number) => void;
}) {
  const at = SCALE.findIndex((step) => Math.abs(step - value) < 1e-9);
  return (
    <select
      className="judgement"
      aria-label={label}
      data-testid={testId}
      data-worst={worst || undefined}
      value={at < 0 ? "" : String(at)}
      onChange={({ currentTarget }) => onChange(SCALE[Number(currentTarget.value)])}
    >
      {at < 0 && <option value="">{writeJudgement(value)}</option>}
      {SCALE.map((step, k) => (
        <option key={step} value={String(k)}>
          {writeJudgement(step)}
        </option>
      ))}
    </select>
  );
}

/** The same set weighed by every method, from the same data. */
function MethodTable({
  set,
  of,
  nameOf,
}: {
  readonly set: WeightSet;
  readonly of: readonly string[];
  readonly nameOf: (id: string) => string;
}) {
  const { t, pick, quantity } = useText();
  const assessment = useStore(assessmentOf);
  const [methods, setMethods] = useState<readonly MethodWeights[]>([]);
  useEffect(() => {
    let isCurrent = assessment !== undefined;
    void compareWeights(set).then((compared) => {
      if (isCurrent) setMethods(compared);
    });
    return () => {
      isCurrent = false;
    };
  }, [set, assessment]);
  const used =
    set === "assessments"
      ? assessment?.weighing.assessments.method
      : assessment?.weighing.criteria[set].method;
  return (
    <>
      <h3 style={{ margin: "14px 0 4px" }}>{t("methodsCompared")}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t("methodsCompared")}>
        <table className="judge-table" data-testid="methods">
          <thead>
            <tr>
              <th scope="col">{t("method")}</th>
              {of.map((id) => (
                <th key={id} scope="col">
                  {nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {methods.map(({ method, applied, fault }) => (
              <tr key={method} data-used={method === used || undefined}>
                <th scope="row">
                  {pick(WEIGHT_METHOD_SPECS[method].title)}
                  {method === used && <span className="chip small">{t("methodUsed")}</span>}
                  {fault && <span className="small quiet"> {t(FAULTS[fault])}</span>}
                </th>
                {of.map((id) => (
                  <td key={id} className="num">
                    {quantity(applied.weights[applied.of.indexOf(id)] ?? 0, "score")}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function isWorst({ acceptable, worst }: Consistency, row: string, column: string): boolean {
  if (acceptable) return false;
  return (worst.row === row && worst.column === column) || (worst.row === column && worst.column === row);
}

/** `1/3` for what is below one, as judgements are written. */
function writeJudgement(value: number): string {
  const inverse = 1 / value;
  if (value < 1 && Math.abs(inverse - Math.round(inverse)) < 1e-9) return `1/${Math.round(inverse)}`;
  return String(Number(value.toPrecision(3)));
}

function nearestOnScale(value: number): number {
  const far = (step: number) => Math.abs(Math.log(step / value));
  return [...SCALE].sort((a, b) => far(a) - far(b))[0];
}
