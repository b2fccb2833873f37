import type { Words } from "../../ui/use-text.ts";
import type { RunView } from "../../workers/views.ts";

/** A run in words: the weights it was solved with. */
export function runTitle(
  { problem: { weights } }: RunView,
  { t, quantity }: Pick<Words, "t" | "quantity">,
): string {
  const score = (value: number) => quantity(value, "score");
  return t("runName", {
    ecology: score(weights.ecology),
    economy: score(weights.economy),
    employment: score(weights.employment),
  });
}
