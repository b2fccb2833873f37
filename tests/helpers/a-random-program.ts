import type { Program } from "#solver/model";
import { aProgram } from "./a-program.ts";
import { seededRandom } from "./seeded-random.ts";

/**
 * A seeded random assignment program of one of several hard kinds: plain, tied (classed numbers), badly scaled,
 * degenerate (rows that repeat one another) and infeasible, with closed pairs, caps and limits below 1.
 */
export function aRandomProgram(seed: number): { readonly kind: string; readonly program: Program } {
  const random = seededRandom(seed * 7919 + 17);
  const kind = ["plain", "tied", "badly scaled", "degenerate", "tight"][seed % 5];
  const units = 4 + Math.floor(random() * 40);
  const options = 2 + Math.floor(random() * 6);
  const rowCount = 1 + Math.floor(random() * 8);
  const number = (low: number, high: number) => {
    const value = low + (high - low) * random();
    return kind === "tied" ? Math.round(value) : value;
  };
  const table = (low: number, high: number, scale = 1) =>
    Array.from({ length: units }, () => Array.from({ length: options }, () => scale * number(low, high)));
  const areaHa = Array.from({ length: units }, () => (kind === "tied" ? 2 : 0.5 + 5 * random()));
  const totalHa = areaHa.reduce((sum, area) => sum + area, 0);
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const scale = kind === "badly scaled" ? 10 ** Math.floor(random() * 9 - 3) : 1;
    const kindOfRow = index % 3;
    const perHa = kindOfRow === 2 ? table(-3, 3, scale) : table(0, 10, scale);
    const share = kind === "tight" ? 0.02 + random() * 0.2 : 0.2 + random() * 0.6;
    if (kindOfRow === 0) return { perHa, upper: share * 5 * totalHa * scale };
    if (kindOfRow === 1)
      return {
        perHa,
        lower: (kind === "tight" ? 3.4 : 0.3) * share * 5 * totalHa * scale,
        upper: 5 * totalHa * scale,
      };
    return { perHa, upper: 0 };
  });
  if (kind === "degenerate") rows.push(...rows.map((row) => ({ ...row })));
  const cap = Array.from({ length: units }, () =>
    Array.from({ length: options }, () => (random() < 0.3 ? 0 : random() < 0.2 ? 0.25 + 0.5 * random() : 1)),
  );
  const unitLimit = areaHa.map(() => (random() < 0.2 ? 0.5 + 0.4 * random() : 1));
  return { kind, program: aProgram({ areaHa, benefitPerHa: table(-2, 10), rows, cap, unitLimit }) };
}
