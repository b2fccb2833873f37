import { useText } from "../../ui/use-text.ts";
import type { RunView } from "../../workers/views.ts";

/** The limits no layout can meet: what each can reach and what it asks for. */
export function InfeasibleRows({ run }: { readonly run: RunView }) {
  const { t, pick, quantity } = useText();
  const { termination } = run;
  if (termination.reason === "failed") return <p className="small second">{termination.message}</p>;
  if (termination.reason !== "infeasible") return null;
  const rows = new Map(run.rows.map((row) => [row.id, row]));
  return (
    <>
      <p className="small second" style={{ margin: "6px 0" }}>
        {t("infeasibleLead")}
      </p>
      <ul className="callout" data-tone="bad">
        {termination.rows.map(({ id, attainable: [low, high], required: [lower, upper] }) => {
          const row = rows.get(id);
          const text = (value: number) => quantity(value, row?.unit ?? "");
          const needs =
            !Number.isFinite(lower) || lower === undefined || lower === null
              ? t("needsAtMost", { high: text(upper) })
              : !Number.isFinite(upper)
                ? t("needsAtLeast", { low: text(lower) })
                : t("needs", { low: text(lower), high: text(upper) });
          return (
            <li key={id} style={{ padding: "2px 0" }}>
              <b>{row ? pick(row.title) : id}</b>
              <br />
              {t("reaches", { low: text(low), high: text(high) })}
              {t("listAnd")}
              {needs}
            </li>
          );
        })}
      </ul>
    </>
  );
}
