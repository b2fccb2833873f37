import { IconLock } from "@tabler/icons-react";
import { assessmentOf, viewOf } from "../../state/select.ts";
import { useStore } from "../../state/store.ts";
import { IndustryCode } from "../../ui/industry-code.tsx";
import { Section, SourceTag } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { AssessmentView } from "../../workers/views.ts";

/** The legal rules with article and label, how many parcels each touches, and which conditions were opened. */
export function LawSection() {
  const { t, pick, quantity } = useText();
  const assessment = useStore(assessmentOf);
  const opened = useStore((state) => viewOf(state)?.definition.openConditions) ?? [];
  if (!assessment) return null;
  const laws = assessment.gates.masks
    .map((mask, index) => ({ mask, index }))
    .filter(({ mask }) => mask.kind === "law");
  const touched = countTouched(assessment);
  return (
    <>
      <Section
        title={t("law")}
        count={t("lawCount", { count: laws.length })}
        end={<IconLock size={14} stroke={1.5} aria-hidden />}
      >
        <p className="small second" style={{ marginBottom: 4 }}>
          {t("lawNote")}
        </p>
        {laws.map(({ mask, index }) => (
          <div key={mask.id} className="law-row">
            <div className="row">
              <span className="grow">{pick(mask.title)}</span>
              <span className="quiet small">
                {t("parcelsClosed", { count: quantity(touched[index] ?? 0, "count") })}
              </span>
              <SourceTag label={mask.label} source={mask.source} />
            </div>
            <p className="small quiet">§ {pick(mask.basis)}</p>
          </div>
        ))}
      </Section>
      {opened.length > 0 && (
        <Section title={t("openedConditions")} count={opened.length}>
          {opened.map(({ mask, options, note }) => (
            <div key={mask} className="law-row">
              <div className="row" style={{ flexWrap: "wrap", gap: 4 }}>
                <span style={{ marginRight: 4 }}>{maskTitle(assessment, mask, pick)}</span>
                {options.map((option) => (
                  <IndustryCode key={option} option={option} />
                ))}
              </div>
              <p className="small quiet">{pick(note)}</p>
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

function maskTitle(
  assessment: AssessmentView,
  id: string,
  pick: (text: { zh: string; en: string }) => string,
): string {
  const mask = assessment.gates.masks.find((spec) => spec.id === id);
  return mask ? pick(mask.title) : id;
}

/** Parcels on which each mask closes or narrows at least one industry. */
function countTouched({ gates, options, landUse }: AssessmentView): readonly number[] {
  const counts = new Array<number>(gates.masks.length).fill(0);
  for (let unit = 0; unit < landUse.length; unit++) {
    const seen = new Set(
      gates.reasons.subarray(
        gates.offsets[unit * options.length],
        gates.offsets[(unit + 1) * options.length],
      ),
    );
    for (const mask of seen) counts[mask]++;
  }
  return counts;
}
