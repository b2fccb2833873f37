/**
 * Fonts of map labels. There is no glyph server: letters are drawn on the spot from fonts of the system, and from the
 * bundled Noto subset where a system has no Chinese.
 *
 * The map reads weight and slant from the first name of a list, so each list starts with a name that no system has.
 */
const FAMILIES = ["Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"];

export const REGULAR = ["fenglin-regular", ...FAMILIES];
export const SEMIBOLD = ["fenglin-semibold", ...FAMILIES];
export const ITALIC = ["fenglin-italic", ...FAMILIES];

/** Loads the bundled letters if no font before them has Chinese; letters drawn earlier would stay empty boxes. */
export async function loadLabelFonts(): Promise<void> {
  await Promise.all([
    document.fonts.load('16px "Noto Sans SC"', "峰林"),
    document.fonts.load('16px "Noto Sans SC"', "Aa"),
  ]);
}
