import { useCallback } from "react";
import type { Bilingual } from "#solver/region";
import { useStore } from "../state/store.ts";
import { type TextKey, type TextValues, translate } from "./dictionary/index.ts";
import { formatChange, formatQuantity, type Locale } from "./format-quantity.ts";

export interface Words {
  readonly locale: Locale;
  /** A text of the dictionary. */
  readonly t: (key: TextKey, values?: TextValues) => string;
  /** A text that comes with data. */
  readonly pick: (text: Bilingual) => string;
  readonly quantity: (value: number, unit: string) => string;
  readonly change: (value: number, unit: string) => string;
}

/** Words and figures in the language of the window. */
export function useText(): Words {
  const locale = useStore((state) => state.locale);
  const t = useCallback((key: TextKey, values?: TextValues) => translate(locale, key, values), [locale]);
  const pick = useCallback((text: Bilingual) => text[locale], [locale]);
  const quantity = useCallback(
    (value: number, unit: string) => formatQuantity(value, unit, locale),
    [locale],
  );
  const change = useCallback((value: number, unit: string) => formatChange(value, unit, locale), [locale]);
  return { locale, t, pick, quantity, change };
}
