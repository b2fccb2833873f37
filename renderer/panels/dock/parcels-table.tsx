import { useRef, useState } from "react";
import { selectUnit } from "../../state/actions.ts";
import { assessmentOf, shownRunOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { useText } from "../../ui/use-text.ts";
import { landUseKey } from "../parcel/words.ts";

const ROW_HEIGHT = 28;
/** Rows kept above and below what is seen, so that scrolling does not flash. */
const SPARE_ROWS = 6;

/** Every parcel as text: what the map shows, for those who do not see it. Only the rows in view exist. */
export function ParcelsTable() {
  const { t, quantity } = useText();
  const nameOf = useIndustryName();
  const view = useStore(viewOf);
  const assessment = useStore(assessmentOf);
  const option = useStore((state) => state.option);
  const selected = useStore((state) => state.selectedUnit);
  const result = useStore((state) => shownRunOf(state)?.result);
  const [top, setTop] = useState(0);
  const body = useRef<HTMLElement>(null);
  if (!view) return null;
  const count = view.unitIds.length;
  const height = body.current?.parentElement?.clientHeight ?? 400;
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE_ROWS);
  const last = Math.min(count, first + Math.ceil(height / ROW_HEIGHT) + 2 * SPARE_ROWS);
  const index = option && assessment ? assessment.options.indexOf(option) : -1;
  return (
    <section
      ref={body}
      style={{ height: "100%", overflow: "auto" }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
      tabIndex={0}
      aria-label={t("dockParcels")}
    >
      <div className="parcel-table" style={{ height: (count + 1) * ROW_HEIGHT }}>
        <div className="parcel-line" data-head>
          <span>{t("dockParcels")}</span>
          <span>{t("landUse")}</span>
          <span className="num">{t("factArea")}</span>
          <span style={{ paddingLeft: 16 }}>{t("chosen")}</span>
          <span className="num">{t("factSlope")}</span>
          <span className="num">{option ? nameOf(option) : t("suitability")}</span>
        </div>
        {Array.from({ length: last - first }, (_, at) => first + at).map((unit) => {
          const use = result?.leading[unit] ?? -1;
          const leading = use >= 0 && assessment ? assessment.options[use] : "";
          return (
            <button
              key={unit}
              type="button"
              className="parcel-line"
              data-chosen={unit === selected}
              style={{ top: (unit + 1) * ROW_HEIGHT, width: "100%" }}
              onClick={() => selectUnit(unit, true)}
            >
              <span>{view.unitIds[unit]}</span>
              <span>{assessment ? t(landUseKey(assessment.landUse[unit])) : ""}</span>
              <span className="num">{quantity(view.areaHa[unit], "ha")}</span>
              <span className="row" style={{ paddingLeft: 16 }}>
                {result && <IndustryCode option={leading} stand={assessment?.stand[unit]} />}
                {result && nameOf(leading)}
              </span>
              <span className="num">
                {quantity(assessment?.facts.get("slopeDeg")?.[unit] ?? Number.NaN, "deg")}
              </span>
              <span className="num">
                {index >= 0 && assessment
                  ? quantity(assessment.suitability[unit * assessment.options.length + index], "score")
                  : ""}
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
