const SIGNIFICANT_DIGITS = 10;

/**
 * A coefficient rounded to ten significant decimal digits, the only rounding between layers and engines. Ten digits
 * keep the written program short and are a thousand times finer than the agreement promised with the layers.
 */
export function roundCoefficient(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const exponent = SIGNIFICANT_DIGITS - 1 - Math.floor(Math.log10(Math.abs(value)));
  // Only powers of ten up to 1e22 are exact, and only an exact power makes the quotient the nearest double.
  if (exponent >= 0 && exponent <= 22) {
    const power = 10 ** exponent;
    return Math.round(value * power) / power;
  }
  return Number(value.toPrecision(SIGNIFICANT_DIGITS));
}
