import { shownRunOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";

/** Every total today, under the plan, and the change. */
export function TotalsTable() {
  const { t, pick, quantity, change } = useText();
  const totals = useStore((state) => shownRunOf(state)?.result?.evaluation.totals);
  if (!totals) return null;
  return (
    <Section title={t("results")}>
      <table className="totals" data-testid="totals">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">{t("metric")}</span>
            </th>
            <th scope="col" className="num">
              {t("ofToday")}
            </th>
            <th scope="col" className="num">
              {t("planned")}
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ id, title, unit, today, planned, change: difference }) => (
            <tr key={id}>
              <td>{pick(title)}</td>
              <td className="num second">{quantity(today, unit)}</td>
              <td className="num">
                {quantity(planned, unit)}
                <br />
                <span className="quiet">{change(difference, unit)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
