import { useViewStore } from "../state/view-store.ts";
import { useText } from "../ui/use-text.ts";

/** Longest bar, px. */
const WIDEST = 110;

/** A length on the map in round metres. */
export function ScaleBar() {
  const { t } = useText();
  const scale = useViewStore((state) => state.scale);
  if (scale === undefined) return null;
  const metresPerPixel = scale * 0.00028;
  const metres = roundLength(WIDEST * metresPerPixel);
  return (
    <div className="floating map-scale">
      {metres >= 1000 ? t("kilometres", { value: metres / 1000 }) : t("metres", { value: metres })}
      <span style={{ width: metres / metresPerPixel }} />
    </div>
  );
}

/** The largest of 1, 2, 5 times a power of ten that is not above the length. */
export function roundLength(longest: number): number {
  const power = 10 ** Math.floor(Math.log10(longest));
  const first = longest / power;
  return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
}
