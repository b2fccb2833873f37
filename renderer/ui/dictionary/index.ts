import type { Bilingual } from "#solver/region";
import type { Locale } from "../format-quantity.ts";
import { ASSESS_TEXTS } from "./assess.ts";
import { ASSESS_EDIT_TEXTS } from "./assess-edits.ts";
import { PLAN_TEXTS } from "./plan.ts";
import { REGION_TEXTS } from "./region.ts";
import { SHELL_TEXTS } from "./shell.ts";

/** Every sentence of the window. `satisfies` refuses a text that lacks one of the languages. */
export const DICTIONARY = {
  ...SHELL_TEXTS,
  ...REGION_TEXTS,
  ...ASSESS_TEXTS,
  ...ASSESS_EDIT_TEXTS,
  ...PLAN_TEXTS,
} as const satisfies Record<string, Bilingual>;

export type TextKey = keyof typeof DICTIONARY;

/** Values for the `{name}` blanks of a text. */
export type TextValues = Readonly<Record<string, string | number>>;

/** The sentence in a language with its blanks filled; a blank without a value stays visible, so that it is noticed. */
export function translate(locale: Locale, key: TextKey, values: TextValues = {}): string {
  return DICTIONARY[key][locale].replace(/\{(\w+)\}/g, (blank, name: string) =>
    name in values ? String(values[name]) : blank,
  );
}

/** The language to start in: Chinese for any Chinese tag, else English. */
export function localeOf(languageTag: string): Locale {
  return languageTag.toLowerCase().startsWith("zh") ? "zh" : "en";
}
