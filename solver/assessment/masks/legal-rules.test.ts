import { describe, expect, it } from "vitest";
import { OPTION_IDS, type OptionId } from "#solver/region";
import { assessRegion } from "../assess-region.ts";
import { oneParcel, type Site } from "../one-parcel.fixture.ts";
import { LEGAL_RULES, legalEffect } from "./legal-rules.ts";

const FRUIT: readonly OptionId[] = ["RR", "ZP", "LQ", "WN", "GR", "TE", "HS"];
const EFFECTS = { X: "forbid", C: "condition", "+": "allow" } as const;
type Mark = keyof typeof EFFECTS;

/**
 * The table of limits, one column each for perennials, pitaya, forage grass, agroforestry, under-forest use, restoration,
 * visitors, eco-grain and renovation. X forbids, C allows on a condition, + allows.
 */
const TABLE: Readonly<Record<string, string>> = {
  //                     fruit PT FG AF UF RF ET GV RN
  "basic-farmland": "      X   X  C  X  X  X  X  +  X",
  "other-cropland": "      C   C  C  C  +  C  C  +  +",
  "steep-slope": "         C   C  C  C  +  +  C  X  C",
  redline: "               X   X  C  X  C  +  C  X  C",
  "reserve-core": "        X   X  X  X  X  +  X  X  X",
  "wetland-park": "        X   X  X  X  X  +  X  X  X",
  "water-zone-1": "        X   X  X  X  X  +  X  X  X",
  "water-zone-2": "        C   C  C  C  C  +  C  C  C",
  "water-zone-quasi": "    +   +  +  +  +  +  C  +  +",
  "protected-forest": "    X   X  X  X  C  +  C  X  X",
};
const COLUMNS: readonly (readonly OptionId[])[] = [
  FRUIT,
  ["PT"],
  ["FG"],
  ["AF"],
  ["UF"],
  ["RF"],
  ["ET"],
  ["GV"],
  ["RN"],
];

function expectedEffect(rule: string, option: OptionId): (typeof EFFECTS)[Mark] {
  const marks = TABLE[rule].trim().split(/\s+/) as Mark[];
  return EFFECTS[marks[COLUMNS.findIndex((column) => column.includes(option))]];
}

/** A parcel that lies in a rule's zone and in no other. */
const SITES: Readonly<Record<string, Site>> = {
  "basic-farmland": { landUse: "dry", zones: ["farmland"] },
  "other-cropland": { landUse: "dry" },
  "steep-slope": { landUse: "grass", slopeDeg: 32 },
  redline: { landUse: "grass", zones: ["redline"] },
  "reserve-core": { landUse: "grass", zones: ["core"] },
  "wetland-park": { landUse: "grass", zones: ["wetland"] },
  "water-zone-1": { landUse: "grass", zones: ["I"] },
  "water-zone-2": { landUse: "grass", zones: ["II"] },
  "water-zone-quasi": { landUse: "grass", zones: ["quasi"] },
  "protected-forest": { landUse: "forest", zones: ["forest"] },
};
const LAWS = LEGAL_RULES.filter(({ spec }) => spec.kind === "law");

describe("legal rules", () => {
  it("are those of the table, no more and no fewer", () => {
    expect(LAWS.map(({ spec }) => spec.id).sort()).toEqual(Object.keys(TABLE).sort());
    expect(COLUMNS.flat().sort()).toEqual([...OPTION_IDS].sort());
  });

  it.each(LAWS.map((rule) => [rule.spec.id, rule] as const))(
    "%s has the effects of the table",
    (id, rule) => {
      for (const option of OPTION_IDS)
        expect(legalEffect(rule, option), option).toBe(expectedEffect(id, option));
    },
  );

  it.each(LAWS.map((rule) => [rule.spec.id, rule] as const))(
    "%s is given as a reason exactly where it forbids or sets a condition",
    (id, rule) => {
      const { gates, options } = assessRegion(oneParcel(SITES[id])).assessment;
      for (const [k, option] of options.entries()) {
        const [from, to] = [gates.offsets[k], gates.offsets[k + 1]];
        const named = gates.reasons.subarray(from, to).findIndex((mask) => gates.masks[mask].id === id);
        expect(named >= 0, option).toBe(legalEffect(rule, option) !== "allow");
        if (named < 0) continue;
        expect(gates.shares[from + named], option).toBeGreaterThan(0.8);
        expect(gates.cap[k], option).toBeLessThanOrEqual(1 - gates.shares[from + named] + 1e-6);
      }
    },
  );

  it.each(LAWS.map((rule) => [rule.spec.id, rule] as const))(
    "%s opens where it sets a condition, by a note, and stays shut where it forbids",
    (id, rule) => {
      const note = { zh: "测试", en: "test" };
      const open = [{ mask: id, options: OPTION_IDS, note }];
      const { gates, options } = assessRegion(oneParcel({ ...SITES[id], open })).assessment;
      for (const [k, option] of options.entries()) {
        const reasons = Array.from(gates.reasons.subarray(gates.offsets[k], gates.offsets[k + 1]));
        expect(
          reasons.some((mask) => gates.masks[mask].id === id),
          option,
        ).toBe(legalEffect(rule, option) === "forbid");
        expect(gates.conditional[k] === 1, option).toBe(legalEffect(rule, option) === "condition");
      }
    },
  );

  it("name a law or an article in both languages, and say where it is quoted from memory", () => {
    for (const { spec } of LAWS) {
      expect(spec.basis.zh).toMatch(/《|〔|待核/);
      expect(spec.basis.en).not.toBe("");
      if (spec.label === "K") expect(spec.source).toContain("to be confirmed");
    }
  });
});
