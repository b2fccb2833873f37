import { useEffect, useState } from "react";
import type { RegionMap } from "../../map/region-map.ts";
import { useStore } from "../../state/store.ts";
import { useText } from "../../ui/use-text.ts";
import { ReportPage } from "./report-page.tsx";

/** The page on a desk: the map below it gives its picture as soon as it shows the plan. */
export function ReportStage({ map }: { readonly map: RegionMap | undefined }) {
  const [url, setUrl] = useState<string>();
  const run = useStore((state) => state.shownRun);
  const { t, locale } = useText();
  const title = t("reportSummary");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run or language is another picture
  useEffect(() => {
    let dropped = false;
    let made: string | undefined;
    void map?.takePicture().then((blob) => {
      if (dropped) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      dropped = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [map, run, locale]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
    <section className="report-stage" aria-label={title} tabIndex={0}>
      <ReportPage mapUrl={url} />
    </section>
  );
}
