import { shownRunOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { Empty, Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { RunView } from "../../workers/views.ts";
import { InfeasibleRows } from "./infeasible-rows.tsx";
import { priceRules } from "./price-rules.ts";

/** What loosening each limit by one unit would be worth. */
export function PricesDetail() {
  const { t } = useText();
  const run = useStore(shownRunOf);
  if (!run) return <Empty text={t("solveFirst")} />;
  if (!run.result) {
    return (
      <Section title={t("certInfeasible")}>
        <InfeasibleRows run={run} />
      </Section>
    );
  }
  return <Prices run={run} />;
}

function Prices({ run }: { readonly run: RunView }) {
  const { t, pick, quantity } = useText();
  const { currency, binding, free, laws } = priceRules(run);
  const largest = Math.max(...binding.map(({ worthOfOnePercent }) => worthOfOnePercent), 0);
  return (
    <>
      <Section>
        <p className="small second">
          {t("priceLead")} {t(currency === "CNY" ? "priceCny" : "pricePoints")}
        </p>
      </Section>
      <Section
        title={t("binding")}
        count={t("bindingCount", { binding: binding.length, count: binding.length + free.length })}
      >
        {binding.length === 0 && <p className="small quiet">{t("noneBinding")}</p>}
        {binding.map(({ rule, price, limit, worthOfOnePercent }) => (
          <div key={rule.id} className="price-row">
            <span>{pick(rule.title)}</span>
            <span className="num">
              <b>{quantity(price, currency === "CNY" ? "CNY" : "")}</b>{" "}
              <span className="quiet small">
                {currency === "CNY" ? "" : t("points")} {t("per", { unit: perUnit(rule.unit, quantity) })}
              </span>
            </span>
            <span className="quiet small">
              {t("ofLimit", {
                activity: quantity(rule.activity, rule.unit),
                limit: quantity(limit, rule.unit),
              })}
            </span>
            <span className="price-bar" aria-hidden="true">
              <span style={{ width: `${largest > 0 ? (worthOfOnePercent / largest) * 100 : 0}%` }} />
            </span>
          </div>
        ))}
      </Section>
      <Section title={t("notBinding")} count={free.length}>
        {free.map(({ rule, limit }) => (
          <div key={rule.id} className="price-row">
            <span className="second">{pick(rule.title)}</span>
            <span className="num quiet">0</span>
            <span className="quiet small">
              {t("ofLimit", {
                activity: quantity(rule.activity, rule.unit),
                limit: quantity(limit, rule.unit),
              })}
            </span>
          </div>
        ))}
      </Section>
      <Section title={t("law")} count={laws > 0 ? laws : undefined}>
        <p className="small second">{t("lawNoPrice")}</p>
      </Section>
    </>
  );
}

/** "ha" of "1 ha": the unit a price is per, as it is written in this language. */
function perUnit(unit: string, quantity: (value: number, unit: string) => string): string {
  const [, ...rest] = quantity(1, unit).split(" ");
  return rest.join(" ") || "1";
}
