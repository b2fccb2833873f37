import { useEffect, useRef, useState } from "react";
import type { OptionId } from "#solver/region";
import { drawIndustries, update } from "../../state/actions.ts";
import { useStore } from "../../state/store.ts";
import { IndustryCode, useIndustryName } from "../../ui/industry-code.tsx";
import { Section } from "../../ui/parts.tsx";
import { useText } from "../../ui/use-text.ts";
import type { AssessmentView, IndustryPictures as Pictures } from "../../workers/views.ts";

/** The suitability of every industry in one scale, side by side; a click chooses the industry of the map. */
export function IndustryPictures({ assessment }: { readonly assessment: AssessmentView }) {
  const { t } = useText();
  const [pictures, setPictures] = useState<Pictures>();
  useEffect(() => {
    let isCurrent = assessment !== undefined;
    void drawIndustries().then((drawn) => {
      if (isCurrent) setPictures(drawn);
    });
    return () => {
      isCurrent = false;
    };
  }, [assessment]);
  return (
    <Section title={t("sideBySide")} end={t("suitability")}>
      <div className="pictures">
        {assessment.options.map((option, index) => (
          <Picture key={option} option={option} index={index} pictures={pictures} />
        ))}
      </div>
    </Section>
  );
}

function Picture({
  option,
  index,
  pictures,
}: {
  readonly option: OptionId;
  readonly index: number;
  readonly pictures: Pictures | undefined;
}) {
  const { t } = useText();
  const nameOf = useIndustryName();
  const chosen = useStore((state) => state.option === option);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context || !pictures) return;
    const { width, height, pixels } = pictures;
    const length = width * height * 4;
    const tile = pixels.subarray(index * length, (index + 1) * length);
    context.putImageData(new ImageData(tile, width, height), 0, 0);
  }, [pictures, index]);
  return (
    <button
      type="button"
      className="picture"
      aria-pressed={chosen}
      aria-label={t("pictureOf", { industry: nameOf(option) })}
      onClick={() => update({ option, assessMode: "suitability" })}
    >
      <canvas ref={canvas} width={pictures?.width ?? 1} height={pictures?.height ?? 1} />
      <span className="row small">
        <IndustryCode option={option} />
        <span className="picture-name">{nameOf(option)}</span>
      </span>
    </button>
  );
}
