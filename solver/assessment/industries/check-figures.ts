import type { Issue } from "#gis";
import type { RegionDefinition } from "#solver/region";
import { assessmentIssue } from "../issue-messages.ts";
import { FIGURE_NAMES, FIGURE_UNITS, type FigureName } from "./industry.ts";

/**
 * Figures a region replaces that the library does not know, or that come in another unit than the library's. Both are left
 * out (see `libraryFor`): a price per tonne taken for one per kilogram would decide the layout.
 */
export function checkFigures({ industries }: Pick<RegionDefinition, "industries">): Issue[] {
  return industries.flatMap(({ id, figures = {} }, i) =>
    Object.entries(figures).flatMap(([name, { unit }]) => {
      const where = { file: "region.json", field: `industries[${i}].figures.${name}` };
      if (!isFigureName(name))
        return [
          assessmentIssue("figure-unknown", "warning", where, { id, name, nearest: nearestName(name) }),
        ];
      const expected = FIGURE_UNITS[name];
      return unit === expected
        ? []
        : [assessmentIssue("figure-in-other-unit", "warning", where, { id, name, unit, expected })];
    }),
  );
}

function isFigureName(name: string): name is FigureName {
  return (FIGURE_NAMES as readonly string[]).includes(name);
}

/** The figure whose name takes the fewest edits. */
function nearestName(name: string): FigureName {
  const wanted = name.toLowerCase();
  return FIGURE_NAMES.reduce((best, candidate) =>
    countEdits(wanted, candidate.toLowerCase()) < countEdits(wanted, best.toLowerCase()) ? candidate : best,
  );
}

/** Least number of letters put in, taken out or replaced to turn one word into the other. Source: Levenshtein 1966. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[to.length];
}
