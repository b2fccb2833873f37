import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from "@mantine/core";
import { INDUSTRIES } from "./industries.ts";
import { CHROME, FLOATING, MAP, PLAN_COLOURS, SUITABILITY_RAMP, type ThemeName } from "./tokens.ts";

/** System fonts first; the bundled Noto subset only where a system has no Chinese at all. */
const FONT =
  '"Segoe UI Variable Text","Segoe UI",-apple-system,BlinkMacSystemFont,"PingFang SC","Microsoft YaHei UI",' +
  '"Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","Noto Sans SC",sans-serif';

const ACCENT: MantineColorsTuple = [
  "#E4EDF8",
  "#C9DBF1",
  "#A9C6E8",
  "#8DB8F0",
  "#5C8FCB",
  "#3F76B8",
  "#275EA8",
  "#275EA8",
  "#1F4E8C",
  "#173C6D",
];

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 3 },
  colors: { accent: ACCENT },
  // Mantine chooses the ink once, for the light accent; the dark one needs dark ink.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const isAccent = input.variant === "filled" && (input.color ?? "accent") === "accent";
    return isAccent ? { ...colours, color: "var(--on-accent)" } : colours;
  },
  defaultRadius: 6,
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: "600" },
  fontSizes: { xs: "12px", sm: "13px", md: "15px" },
  lineHeights: { xs: "16px", sm: "20px", md: "24px" },
  spacing: { xs: "8px", sm: "10px", md: "14px", lg: "16px", xl: "24px" },
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "xs" } },
    NumberInput: { defaultProps: { size: "xs" } },
    Select: { defaultProps: { size: "xs" } },
    Switch: { defaultProps: { size: "xs" } },
    SegmentedControl: { defaultProps: { size: "xs" } },
    Slider: { defaultProps: { size: "xs" } },
    Autocomplete: { defaultProps: { size: "xs" } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
  },
});

/** Tokens as CSS variables, and Mantine's own variables pointed at them: one set of colours for both. */
export const resolveCssVariables: CSSVariablesResolver = () => ({
  variables: {
    "--font": FONT,
    ...Object.fromEntries(Object.entries(INDUSTRIES).map(([id, look]) => [`--industry-${id}`, look.colour])),
    ...Object.fromEntries(SUITABILITY_RAMP.map((colour, step) => [`--suitability-${step + 1}`, colour])),
  },
  light: variablesOf("light"),
  dark: variablesOf("dark"),
});

function variablesOf(name: ThemeName): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(CHROME[name]).map(([token, colour]) => [`--${token}`, colour])),
    "--shadow": FLOATING[name].shadow,
    "--glass": FLOATING[name].glass,
    "--pick": MAP[name].pick,
    "--plan-a": PLAN_COLOURS[name].a,
    "--plan-b": PLAN_COLOURS[name].b,
    // Set per scheme, because Mantine's own values are, and would win over ones set for both.
    "--mantine-color-body": "var(--panel)",
    "--mantine-color-text": "var(--text)",
    "--mantine-color-dimmed": "var(--text3)",
    "--mantine-color-placeholder": "var(--text3)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-default": "var(--raised)",
    "--mantine-color-default-hover": "var(--hover)",
    "--mantine-color-default-color": "var(--text)",
    "--mantine-color-default-border": "var(--ctl)",
    "--mantine-primary-color-filled": "var(--accent)",
    "--mantine-primary-color-filled-hover": "var(--accent)",
    "--mantine-primary-color-contrast": "var(--on-accent)",
    "--mantine-primary-color-light": "var(--accent-bg)",
    "--mantine-primary-color-light-color": "var(--accent)",
    "--mantine-color-accent-filled": "var(--accent)",
    "--mantine-color-accent-light": "var(--accent-bg)",
    "--mantine-color-accent-light-color": "var(--accent)",
    "--mantine-color-disabled": "var(--sunken)",
    "--mantine-color-disabled-color": "var(--text3)",
  };
}
