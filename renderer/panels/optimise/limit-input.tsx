import { NumberInput } from "@mantine/core";
import { useText } from "../../ui/use-text.ts";

/** A limit in the unit a planner writes it in; what is stored stays in the base unit. */
export interface LimitUnit {
  readonly factor: number;
  readonly text: string;
  readonly decimals: number;
}

/** Written units of each kind of limit, by language. */
export function useLimitUnit(kind: "money" | "days" | "water" | "ha" | "share"): LimitUnit {
  const { locale } = useText();
  const zh = locale === "zh";
  switch (kind) {
    case "money":
      return zh ? { factor: 1e4, text: "万元", decimals: 0 } : { factor: 1e6, text: "M CNY", decimals: 2 };
    case "days":
      return zh
        ? { factor: 1e4, text: "万工日/年", decimals: 1 }
        : { factor: 1e3, text: "k days/yr", decimals: 0 };
    case "water":
      return zh
        ? { factor: 1e4, text: "万 m³/年", decimals: 0 }
        : { factor: 1e6, text: "M m³/yr", decimals: 2 };
    case "ha":
      return { factor: 1, text: zh ? "公顷" : "ha", decimals: 1 };
    case "share":
      return { factor: 0.01, text: "%", decimals: 0 };
  }
}

/** A number that is checked while it is typed: never negative, never beyond what the unit allows. */
export function LimitInput({
  label,
  value,
  unit,
  width,
  error,
  showUnit = true,
  onChange,
  testId,
}: {
  readonly label: string;
  /** In the base unit; undefined = not limited. */
  readonly value: number | undefined;
  readonly unit: LimitUnit;
  readonly width: number;
  readonly error?: boolean;
  readonly showUnit?: boolean;
  readonly onChange: (value: number | undefined) => void;
  readonly testId?: string;
}) {
  const { t } = useText();
  const unitWidth = widthOf(unit.text);
  return (
    <NumberInput
      aria-label={`${label} (${unit.text})`}
      data-testid={testId}
      value={value === undefined ? "" : Number((value / unit.factor).toFixed(unit.decimals))}
      placeholder={t("notLimited")}
      min={0}
      max={unit.text === "%" ? 100 : undefined}
      decimalScale={unit.decimals}
      thousandSeparator=","
      hideControls
      error={error}
      w={width}
      styles={{
        input: { textAlign: "right", paddingInlineStart: 7, paddingInlineEnd: showUnit ? unitWidth : 7 },
        section: { fontSize: 12, color: "var(--text3)" },
      }}
      rightSection={showUnit ? unit.text : undefined}
      rightSectionWidth={showUnit ? unitWidth : undefined}
      onChange={(next) => onChange(typeof next === "number" ? next * unit.factor : undefined)}
    />
  );
}

/** Room for a unit beside its number, px: Chinese letters are as wide as they are high. */
function widthOf(unit: string): number {
  return [...unit].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 12 : 7), 12);
}
