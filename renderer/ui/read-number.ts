/**
 * The number that was typed, by anyone's keyboard: thousands set apart by commas or spaces, either minus sign,
 * full-width digits of a Chinese input method, `1/3`. Undefined where it is none.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize("NFKC").trim().replaceAll("\u2212", "-").replace(/[\s_]/g, "");
  const ratio = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(plain);
  if (ratio) {
    const value = Number(ratio[1]) / Number(ratio[2]);
    return Number.isFinite(value) ? value : undefined;
  }
  const isGrouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const digits = isGrouped ? plain.replaceAll(",", "") : plain;
  return /^-?(\d+\.?\d*|\.\d+)(e-?\d{1,3})?$/i.test(digits) ? Number(digits) : undefined;
}
