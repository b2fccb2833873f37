/**
 * Text in which nothing acts: control characters, line separators, direction marks and broken surrogates become
 * visible escapes such as `\u{202E}`. Names come from files, and files may come from anyone.
 *
 * Source: Unicode 16, general categories Cc and Cs, property Bidi_Control.
 */
export function cleanText(text: string): string {
  return text.replace(ACTING_CHARACTERS, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16).toUpperCase()}}`;
  });
}

const ACTING_CHARACTERS = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\uFEFF]/gu;
