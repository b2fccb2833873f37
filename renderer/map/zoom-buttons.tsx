import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import type { Extent } from "#gis";
import { IconButton } from "../ui/parts.tsx";
import { useText } from "../ui/use-text.ts";
import type { RegionMap } from "./region-map.ts";

const ICON = { size: 16, stroke: 1.5, "aria-hidden": true } as const;

export function ZoomButtons({
  map,
  bounds,
}: {
  readonly map: RegionMap | undefined;
  readonly bounds: Extent;
}) {
  const { t } = useText();
  return (
    <div className="floating map-zoom">
      <IconButton label={t("zoomIn")} onClick={() => map?.zoomBy(1)}>
        <IconPlus {...ICON} />
      </IconButton>
      <IconButton label={t("zoomOut")} onClick={() => map?.zoomBy(-1)}>
        <IconMinus {...ICON} />
      </IconButton>
      <IconButton label={t("fit")} onClick={() => map?.fit(bounds)}>
        <IconMaximize {...ICON} />
      </IconButton>
    </div>
  );
}
