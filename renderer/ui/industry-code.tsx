import { useComputedColorScheme } from "@mantine/core";
import { OPTION_TITLES, type OptionId } from "#solver/region";
import { patternCss } from "../map/patterns.ts";
import { lookOf } from "./industries.ts";
import { PARCEL_STATE } from "./tokens.ts";
import { useText } from "./use-text.ts";

/**
 * The coloured two-letter code of an industry; "" is the present use. Renovation is hatched, in the colour of the stand
 * where one is meant.
 */
export function IndustryCode({
  option,
  stand = "",
}: {
  readonly option: OptionId | "";
  readonly stand?: OptionId | "";
}) {
  const theme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const { colour, ink } = lookOf(option, stand) ?? { colour: PARCEL_STATE.asIs, ink: "#14191B" };
  return (
    <span
      className="code"
      aria-hidden="true"
      style={{
        backgroundColor: colour,
        color: ink,
        backgroundImage: option === "RN" ? patternCss("renovation", theme) : undefined,
      }}
    >
      {option === "" ? "=" : option}
    </span>
  );
}

/** Name of an industry or of the present use. */
export function useIndustryName(): (option: OptionId | "") => string {
  const { t, pick } = useText();
  return (option) => (option === "" ? t("asIs") : pick(OPTION_TITLES[option]));
}
