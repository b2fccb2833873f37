import type { Issue } from "#gis";
import { LAND_USES, type Region } from "#solver/region";
import { assessmentIssue } from "../issue-messages.ts";
import { OPTIONAL_LAYERS, type UnitWithoutData } from "./essential-layers.ts";
import type { UnitFacts } from "./unit-facts.ts";

/**
 * One issue for each layer that is short of data on some parcels, with the parcels by their ids: those that are not scored
 * for it, and those that are scored without it; and for each layer of groups that leaves parcels outside. Water is never planted and not missed.
 */
export function listShortage(
  facts: UnitFacts,
  withoutData: readonly UnitWithoutData[],
  { units: { ids }, rasters, vectors }: Pick<Region, "units" | "rasters" | "vectors">,
): Issue[] {
  const parcels = new Map<string, string[]>();
  for (const { unit, layers } of withoutData)
    for (const layer of layers) parcels.set(layer, [...(parcels.get(layer) ?? []), ids[unit]]);
  const left = [...parcels].map(([layer, short]) =>
    assessmentIssue(
      "units-without-data",
      "warning",
      { layer },
      { units: short.length, of: ids.length, parcels: nameSome(short) },
    ),
  );
  const scored = OPTIONAL_LAYERS.flatMap(({ layer, fact, consequence }) => {
    if (!rasters.has(layer)) return [];
    const short = ids.filter(
      (_, unit) =>
        facts.usable[unit] === 1 &&
        Number.isNaN(facts[fact][unit]) &&
        LAND_USES[facts.landUse[unit]] !== "water",
    );
    // A layer that is empty throughout has its own issue.
    if (short.length === 0 || facts[fact].every(Number.isNaN)) return [];
    return [
      assessmentIssue(
        "layer-short-on-parcels",
        "warning",
        { layer },
        {
          units: short.length,
          of: ids.length,
          parcels: nameSome(short),
          consequence: consequence.en,
          consequenceZh: consequence.zh,
        },
      ),
    ];
  });
  return [...left, ...scored, ...listOutsiders(facts, vectors)];
}

/** Parcels that lie in no village or sub-basin of a layer that has some: the layer is shifted or does not reach. */
function listOutsiders({ village, subBasin }: UnitFacts, vectors: Region["vectors"]): Issue[] {
  const groups = [
    ["village-areas", village],
    ["sub-basins", subBasin],
  ] as const;
  return groups.flatMap(([layer, { of }]) => {
    const outside = of.reduce((sum, group) => (group < 0 ? sum + 1 : sum), 0);
    if (outside === 0 || !vectors.has(layer)) return [];
    return [assessmentIssue("units-outside-groups", "warning", { layer }, { units: outside, of: of.length })];
  });
}

/** Ids for a sentence; exports and the explanation of a parcel hold them all. */
function nameSome(ids: readonly string[]): string {
  const SHOWN = 40;
  return ids.length <= SHOWN
    ? ids.join(", ")
    : `${ids.slice(0, SHOWN).join(", ")}, ... (+${ids.length - SHOWN})`;
}
