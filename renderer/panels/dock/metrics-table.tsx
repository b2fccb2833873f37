import type { Evaluation } from "#solver/evaluation";
import { OPTION_TITLES } from "#solver/region";
import { resultOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { Empty } from "../../ui/parts.tsx";
import { useText, type Words } from "../../ui/use-text.ts";

interface MetricRow {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly a: number;
  readonly b: number;
}

/** Two plans figure by figure; "today" stands in for a plan by the totals of the other. */
export function MetricsTable() {
  const words = useText();
  const { t, quantity, change } = words;
  const planA = useStore((state) => resultOf(state, state.planA)?.evaluation);
  const planB = useStore((state) => resultOf(state, state.planB)?.evaluation);
  const rows = listMetrics(planA, planB, words);
  if (rows.length === 0) return <Empty text={t("twoRunsNeeded")} />;
  return (
    <table className="table" data-testid="metrics">
      <thead>
        <tr>
          <th scope="col">{t("metric")}</th>
          <th scope="col" className="num">
            {t("planA")}
          </th>
          <th scope="col" className="num">
            {t("planB")}
          </th>
          <th scope="col" className="num">
            {t("difference")}
          </th>
          <th scope="col">{t("change")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, unit, a, b }) => (
          <tr key={id}>
            <td>{title}</td>
            <td className="num">{quantity(a, unit)}</td>
            <td className="num">{quantity(b, unit)}</td>
            <td className="num">
              <b>{change(b - a, unit)}</b>
            </td>
            <td>
              <Diverging share={(b - a) / Math.max(Math.abs(a), Math.abs(b), 1e-12)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A change of -1 to 1 to the left or right of a zero line; its size, not its merit. */
function Diverging({ share }: { readonly share: number }) {
  const width = Math.min(1, Math.abs(share)) * 50;
  return (
    <span className="diverging" aria-hidden="true" style={{ display: "block" }}>
      <span style={{ left: "50%", width: 1, background: "var(--line2)", top: -6, bottom: -6 }} />
      <span
        style={{
          left: share < 0 ? `${50 - width}%` : "50%",
          width: `${width}%`,
          background: "var(--bar-strong)",
        }}
      />
    </span>
  );
}

function listMetrics(
  a: Evaluation | undefined,
  b: Evaluation | undefined,
  { t, pick }: Words,
): readonly MetricRow[] {
  const either = b ?? a;
  if (!either) return [];
  const totals = either.totals.map(({ id, title, unit, today }): MetricRow => {
    const of = (plan: Evaluation | undefined) =>
      plan?.totals.find((total) => total.id === id)?.planned ?? today;
    return { id, title: pick(title), unit, a: of(a), b: of(b) };
  });
  const industries = either.industries.map(({ option, standHa }): MetricRow => {
    const of = (plan: Evaluation | undefined) => {
      const industry = plan?.industries.find((entry) => entry.option === option);
      return industry ? industry.areaHa + industry.standHa : standHa;
    };
    return {
      id: `area-${option}`,
      title: t("metricArea", { industry: pick(OPTION_TITLES[option]) }),
      unit: "ha",
      a: of(a),
      b: of(b),
    };
  });
  return [...totals, ...industries.filter((row) => row.a + row.b > 0.05)];
}
