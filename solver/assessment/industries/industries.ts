import { OPTION_IDS, type OptionId, type Quantity, type RegionDefinition } from "#solver/region";
import { grassForestGrain } from "./grass-forest-grain.ts";
import { FIGURE_NAMES, FIGURE_UNITS, type FigureName, type Industry, withGross } from "./industry.ts";
import { orchards } from "./orchards.ts";
import { trellisTeaHerbs } from "./trellis-tea-herbs.ts";

/**
 * The land industries with their own figures, in the order of `OPTION_IDS`. `RN` (renovation) has no record: its figures
 * are those of the stand it renews.
 */
export const industries: readonly Industry[] = [...orchards, ...trellisTeaHerbs, ...grassForestGrain].sort(
  (a, b) => OPTION_IDS.indexOf(a.id) - OPTION_IDS.indexOf(b.id),
);

export type IndustryTable = ReadonlyMap<OptionId, Industry>;

/** The library with the figures a region replaces; a figure of unknown name or in another unit is left out. */
export function libraryFor(definition: Pick<RegionDefinition, "industries">): IndustryTable {
  const table = new Map(industries.map((industry) => [industry.id, industry]));
  for (const { id, figures } of definition.industries) {
    const base = table.get(id);
    if (base && figures) table.set(id, withFigures(base, figures));
  }
  return table;
}

function withFigures(base: Industry, replaced: Readonly<Record<string, Quantity>>): Industry {
  const figures: Record<FigureName, Quantity> = { ...base.figures };
  for (const name of FIGURE_NAMES) {
    const given = replaced[name];
    if (given?.unit === FIGURE_UNITS[name]) figures[name] = given;
  }
  return { ...base, figures: withGross(figures) };
}
