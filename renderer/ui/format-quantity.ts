export type Locale = "en" | "zh";

const MINUS = "\u2212";

/**
 * A figure with its unit as the window and the report write it.
 *
 * @param value in the base unit: ha, CNY, m3, t, days, a share in per cent ("%"), seconds. NaN is "no data".
 * @param unit one with a writing rule of its own below; others are written with three significant digits.
 * @returns thousands comma, U+2212 for minus, a space before the unit; a value that would round to zero but is not
 * zero keeps its sign as "<0.1".
 */
export function formatQuantity(value: number, unit: string, locale: Locale): string {
  const { number, unit: written } = splitQuantity(value, unit, locale);
  if (written === "") return number;
  return `${number}${written === "°" ? "" : " "}${written}`;
}

/** The same in two pieces, for tables that align the number and set the unit apart. */
export function splitQuantity(value: number, unit: string, locale: Locale): { number: string; unit: string } {
  if (Number.isNaN(value)) return { number: locale === "zh" ? "无数据" : "no data", unit: "" };
  if (!Number.isFinite(value)) return { number: value > 0 ? "∞" : `${MINUS}∞`, unit: "" };
  const zh = locale === "zh";
  switch (unit) {
    case "ha":
      return {
        number: Math.abs(value) < 999.95 ? fixed(value, 1) : fixed(value, 0),
        unit: zh ? "公顷" : "ha",
      };
    case "percent":
      return { number: fixed(value, 0), unit: "%" };
    case "pH":
      return { number: fixed(value, 1), unit: "" };
    case "1":
    case "":
      return { number: significant(value, 3), unit: "" };
    case "km2":
      return { number: fixed(value, 1), unit: "km²" };
    case "CNY":
    case "CNY/a":
      return money(value, unit === "CNY/a", zh);
    case "m3":
    case "m3/a": {
      const year = unit === "m3/a" ? (zh ? "/年" : "/yr") : "";
      if (zh)
        return scaled(
          value,
          [
            [1e8, "亿 m³"],
            [1e4, "万 m³"],
            [1, "m³"],
          ],
          3,
          year,
        );
      return scaled(
        value,
        [
          [1e6, "M m³"],
          [1, "m³"],
        ],
        3,
        year,
      );
    }
    case "t":
    case "t/a": {
      const year = unit === "t/a" ? (zh ? "/年" : "/yr") : "";
      return scaled(
        value,
        zh
          ? [
              [1e3, "千吨"],
              [1, "吨"],
            ]
          : [
              [1e3, "kt"],
              [1, "t"],
            ],
        3,
        year,
      );
    }
    case "kg":
    case "kg/a": {
      const year = unit === "kg/a" ? (zh ? "/年" : "/yr") : "";
      return scaled(
        value,
        zh
          ? [
              [1e3, "吨"],
              [1, "千克"],
            ]
          : [
              [1e3, "t"],
              [1, "kg"],
            ],
        3,
        year,
      );
    }
    case "days":
    case "d/a":
    case "days/a": {
      const year = unit !== "days" ? (zh ? "/年" : "/yr") : "";
      return scaled(
        value,
        zh
          ? [
              [1e4, "万工日"],
              [1, "工日"],
            ]
          : [
              [1e6, "M days"],
              [1e3, "k days"],
              [1, "days"],
            ],
        3,
        year,
      );
    }
    case "jobs":
      return { number: fixed(value, 0), unit: zh ? "人" : "jobs" };
    case "count":
      return { number: fixed(value, 0), unit: "" };
    case "score":
      return { number: fixed(value, 2), unit: "" };
    case "%":
      return { number: fixed(value, 1), unit: "%" };
    case "gap%":
      return { number: fixed(value, 4), unit: "%" };
    case "s":
      return { number: significant(value, 2), unit: "s" };
    case "m":
      return { number: fixed(value, 0), unit: zh ? "米" : "m" };
    case "cm":
      return { number: fixed(value, 0), unit: zh ? "厘米" : "cm" };
    case "deg":
      return { number: fixed(value, 1), unit: "°" };
    default:
      return { number: significant(value, 3), unit: unitText(unit) };
  }
}

/** Units as they are written where data spell them in plain letters. */
const WRITTEN_UNITS: Readonly<Record<string, string>> = {
  deg: "°",
  degC: "°C",
  "degC d": "°C·d",
  "m3/ha/a": "m³/ha/a",
  "CNY/m3": "CNY/m³",
};

/** A unit as it is written, not as it is typed. */
export function unitText(unit: string): string {
  return WRITTEN_UNITS[unit] ?? unit;
}

/** With an explicit plus, for changes. */
export function formatChange(value: number, unit: string, locale: Locale): string {
  const text = formatQuantity(value, unit, locale);
  return value > 0 ? `+${text}` : text;
}

/** `E 505 184 N 2 842 917`: metres in groups of three, set apart by thin-looking spaces as surveyors do. */
export function formatCoordinate(easting: number, northing: number): string {
  const group = (metres: number) => String(Math.round(metres)).replace(/\B(?=(\d{3})+(?!\d))/g, "\u00a0");
  return `E ${group(easting)}  N ${group(northing)}`;
}

function money(value: number, yearly: boolean, zh: boolean): { number: string; unit: string } {
  const size = Math.abs(value);
  if (zh) {
    const year = yearly ? "/年" : "";
    return size >= 1e4
      ? { number: significant(value / 1e4, 4), unit: `万元${year}` }
      : { number: fixed(value, size < 10 ? 2 : 0), unit: `元${year}` };
  }
  const year = yearly ? "/yr" : "";
  return size >= 1e5
    ? { number: significant(value / 1e6, 4), unit: `M CNY${year}` }
    : { number: fixed(value, size < 10 ? 2 : 0), unit: `CNY${year}` };
}

/** The largest step not above the value; the last step is the base unit. */
function scaled(
  value: number,
  steps: readonly (readonly [number, string])[],
  digits: number,
  suffix: string,
): { number: string; unit: string } {
  const [divisor, name] = steps.find(([from]) => Math.abs(value) >= from) ?? steps[steps.length - 1];
  return { number: significant(value / divisor, digits), unit: name + suffix };
}

const formats = new Map<string, Intl.NumberFormat>();

function format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat("en", options);
    formats.set(key, found);
  }
  return found;
}

function fixed(value: number, digits: number): string {
  if (value === 0) return "0";
  const smallest = 10 ** -digits;
  if (Math.abs(value) < smallest / 2) return `${value < 0 ? `>${MINUS}` : "<"}${smallest.toFixed(digits)}`;
  return format(`f${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace("-", MINUS);
}

/** Never fewer digits than the integer part needs, never an exponent. */
function significant(value: number, digits: number): string {
  if (value === 0) return "0";
  const integerDigits = Math.floor(Math.log10(Math.abs(value))) + 1;
  return format(`s${Math.max(digits, integerDigits)}`, {
    minimumSignificantDigits: Math.min(digits, 21),
    maximumSignificantDigits: Math.min(Math.max(digits, integerDigits), 21),
  })
    .format(value)
    .replace("-", MINUS);
}
