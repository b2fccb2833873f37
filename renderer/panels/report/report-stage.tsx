import { useEffect, useState } from "react";
import type { RegionMap } from "../../map/region-map.ts";
import { useStore } from "../../state/store.ts";
import { ReportPage } from "./report-page.tsx";

/** The page on a desk: the map below it gives its picture as soon as it shows the plan. */
export function ReportStage({ map }: { readonly map: RegionMap | undefined }) {
  const [url, setUrl] = useState<string>();
  const run = useStore((state) => state.shownRun);
  const locale = useStore((state) => state.locale);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run or language is another picture
  useEffect(() => {
    let dropped = false;
    let made: string | undefined;
    void map?.takePicture().then((blob) => {
      if (dropped || !blob) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      dropped = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [map, run, locale]);
  return (
    <div className="report-stage" role="region" aria-label="A4" tabIndex={0}>
      <ReportPage mapUrl={url} />
    </div>
  );
}
