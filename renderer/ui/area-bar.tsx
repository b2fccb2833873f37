import { useComputedColorScheme } from "@mantine/core";
import { lighten } from "../map/paint-parcels.ts";
import { patternCss } from "../map/patterns.ts";
import type { IndustryAreas } from "../state/industry-areas.ts";
import { INDUSTRIES } from "./industries.ts";

/** Land of an industry as a bar, in the looks of the map: new, renovated (hatched), kept (lighter). */
export function AreaBar({ areas, largestHa }: { readonly areas: IndustryAreas; readonly largestHa: number }) {
  const theme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const { colour } = INDUSTRIES[areas.option];
  const width = (hectares: number) => `${(hectares / largestHa) * 100}%`;
  return (
    <span className="area-bar" aria-hidden="true">
      <span style={{ width: width(areas.newHa), background: colour }} />
      <span
        style={{
          width: width(areas.renovatedHa),
          backgroundColor: colour,
          backgroundImage: patternCss("renovation", theme),
        }}
      />
      <span style={{ width: width(areas.keptHa), background: lighten(colour) }} />
    </span>
  );
}
