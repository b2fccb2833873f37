import { OPTION_TITLES, type OptionId } from "#solver/region";
import { INDUSTRIES } from "./industries.ts";
import { PARCEL_STATE } from "./tokens.ts";
import { useText } from "./use-text.ts";

/** The coloured two-letter code of an industry; "" is the present use. */
export function IndustryCode({ option }: { readonly option: OptionId | "" }) {
  if (option === "") {
    return (
      <span className="code" aria-hidden="true" style={{ background: PARCEL_STATE.asIs, color: "#14191B" }}>
        =
      </span>
    );
  }
  const { colour, ink } = INDUSTRIES[option];
  return (
    <span className="code" aria-hidden="true" style={{ background: colour, color: ink }}>
      {option}
    </span>
  );
}

/** Name of an industry or of the present use. */
export function useIndustryName(): (option: OptionId | "") => string {
  const { t, pick } = useText();
  return (option) => (option === "" ? t("asIs") : pick(OPTION_TITLES[option]));
}
