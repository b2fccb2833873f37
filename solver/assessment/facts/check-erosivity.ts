import type { Issue } from "#gis";
import { LAYER_SPECS } from "#solver/region";
import { assessmentIssue } from "../issue-messages.ts";
import type { UnitFacts } from "./unit-facts.ts";

/** Erosivity outside the usual range: most often the rain is in another unit, or its months are. */
export function checkErosivity({ erosivity, usable }: UnitFacts): Issue[] {
  const [low, high] = LAYER_SPECS.get("rainfall-erosivity")!.usual;
  const known = erosivity.filter((value, unit) => usable[unit] === 1 && !Number.isNaN(value));
  const outside = known.filter((value) => value < low || value > high);
  if (outside.length === 0) return [];
  const context = {
    units: outside.length,
    least: Math.round(known.reduce((least, value) => Math.min(least, value))),
    most: Math.round(known.reduce((most, value) => Math.max(most, value))),
    low,
    high,
  };
  return [assessmentIssue("erosivity-unusual", "warning", { layer: "annual-precipitation" }, context)];
}
