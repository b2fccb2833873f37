import { LAND_USES, type OpenCondition, type OptionId } from "#solver/region";
import type { GateTable, MaskSpec } from "../assessment.ts";
import { LIGHT, SEVERE } from "../facts/collect-facts.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { Industry } from "../industries/industry.ts";
import { ENVELOPE_RULES } from "./envelope-rules.ts";
import { LEGAL_RULES, legalEffect, type ZoneRule } from "./legal-rules.ts";
import { PRESENT_USE_RULES } from "./present-use-rules.ts";

/** A unit whose essential layers are missing takes part in nothing. */
const NO_DATA: MaskSpec = {
  id: "no-data",
  kind: "no-data",
  title: { zh: "缺少数据", en: "No data" },
  basis: {
    zh: "必要图层在该图斑内有效面积不足一半",
    en: "An essential layer covers less than half of the parcel",
  },
  label: "user",
  source: "the region's layers",
};

/** Renovation needs a stand whose industry is known. */
const NO_STAND: MaskSpec = {
  id: "no-stand",
  kind: "present-use",
  title: { zh: "无可改造的现有种植", en: "No stand to renovate" },
  basis: { zh: "园地的现有产业未知", en: "What the orchard holds is not known" },
  label: "E",
  source: "project rule on changes of land use",
};

/** Forest of good state needs no closure; money and days for it would be spent on nothing. */
const SOUND_FOREST: MaskSpec = {
  id: "sound-forest",
  kind: "present-use",
  title: { zh: "林地状况良好", en: "Forest in good state" },
  basis: {
    zh: "封育用于退化、石漠化林地；无或潜在石漠化的林地保持现状",
    en: "Closure is for degraded forest; forest without rocky desertification stays as it is",
  },
  label: "E",
  source: "project rule on changes of land use",
};

/** Every gate's spec; reasons in the gate table are positions in this list. */
export const maskSpecs: readonly MaskSpec[] = [
  ...LEGAL_RULES.map(({ spec }) => spec),
  ...ENVELOPE_RULES.map(({ spec }) => spec),
  ...PRESENT_USE_RULES.map(({ spec }) => spec),
  SOUND_FOREST,
  NO_STAND,
  NO_DATA,
];

const POSITION = new Map(maskSpecs.map((spec, i) => [spec.id, i]));

/** A forbidding share this small comes from digitising and is ignored. */
const SLIVER_SHARE = 0.005;
/** From this forbidden share on the pair is closed. */
const CLOSED_SHARE = 0.99;

export interface GateInputs {
  readonly facts: UnitFacts;
  readonly options: readonly OptionId[];
  /** Industry of a pair; undefined for a renovation without a known stand. */
  readonly industryOf: (unit: number, option: OptionId) => Industry | undefined;
  readonly openConditions: readonly OpenCondition[];
}

/**
 * Gates of every pair. The cap is 1 less the sum of all forbidden shares (zones may overlap: the sum is the careful side),
 * 0 from 99 % on; every reason is kept, also where another one already closes the pair.
 *
 * @returns the table and the number of slivers that were ignored.
 */
export function buildGates({ facts, options, industryOf, openConditions }: GateInputs): {
  gates: GateTable;
  slivers: number;
} {
  const open = new Set(
    openConditions.flatMap(({ mask, options: opened }) => opened.map((option) => `${mask}:${option}`)),
  );
  const zones = zoneRulesByOption(options, open);
  const shares = LEGAL_RULES.map((rule) => shareOfZone(rule.zone, facts));
  const pairs = facts.count * options.length;
  const offsets = new Uint32Array(pairs + 1);
  const cap = new Float32Array(pairs);
  const conditional = new Uint8Array(pairs);
  const reasons: number[] = [];
  const reasonShares: number[] = [];
  let slivers = 0;
  let forbidden = 0;
  const close = (mask: number, share: number) => {
    forbidden += share;
    reasons.push(mask);
    reasonShares.push(share);
  };
  for (let unit = 0; unit < facts.count; unit++) {
    for (let k = 0; k < options.length; k++) {
      const pair = unit * options.length + k;
      forbidden = 0;
      if (LAND_USES[facts.landUse[unit]] === "water") closeByPresentUse(options[k], facts, unit, close);
      else if (facts.usable[unit] === 0) close(position(NO_DATA), 1);
      else {
        const industry = industryOf(unit, options[k]);
        if (industry) closeByEnvelope(industry, options[k], facts, unit, close);
        else close(position(NO_STAND), 1);
        closeByPresentUse(options[k], facts, unit, close);
        for (const { rule, effect } of zones[k]) {
          const share = shares[rule][unit];
          if (share <= 0) continue;
          if (share <= SLIVER_SHARE) slivers++;
          else if (effect === "opened") conditional[pair] = 1;
          else close(rule, share);
        }
      }
      cap[pair] = forbidden >= CLOSED_SHARE ? 0 : 1 - forbidden;
      offsets[pair + 1] = reasons.length;
    }
  }
  return {
    gates: {
      masks: maskSpecs,
      offsets,
      reasons: Uint8Array.from(reasons),
      shares: Float32Array.from(reasonShares),
      cap,
      conditional,
    },
    slivers,
  };
}

function position(spec: MaskSpec): number {
  return POSITION.get(spec.id)!;
}

type ZoneEffect = { readonly rule: number; readonly effect: "closed" | "opened" };

/** For each option the zone rules that touch it. Legal rules come first in `maskSpecs`, so their index is the mask's. */
function zoneRulesByOption(
  options: readonly OptionId[],
  open: ReadonlySet<string>,
): readonly (readonly ZoneEffect[])[] {
  const effectOf = (rule: ZoneRule, option: OptionId): ZoneEffect["effect"] | undefined => {
    const effect = legalEffect(rule, option);
    if (effect === "allow") return undefined;
    return effect === "condition" && open.has(`${rule.spec.id}:${option}`) ? "opened" : "closed";
  };
  return options.map((option) =>
    LEGAL_RULES.flatMap((rule, i) => {
      const effect = effectOf(rule, option);
      return effect ? [{ rule: i, effect }] : [];
    }),
  );
}

function shareOfZone(zone: string, facts: UnitFacts): Float32Array {
  if (zone === "severe") return Float32Array.from(facts.grade, (grade) => (grade === SEVERE ? 1 : 0));
  if (zone === "other-cropland") {
    const farmland = facts.zoneShare.get("farmland");
    return Float32Array.from(facts.landUse, (use, unit) => {
      const isCropland = LAND_USES[use] === "dry" || LAND_USES[use] === "paddy";
      return isCropland ? 1 - (farmland?.[unit] ?? 0) : 0;
    });
  }
  return facts.zoneShare.get(zone) ?? new Float32Array(facts.count);
}

function closeByEnvelope(
  industry: Industry,
  option: OptionId,
  facts: UnitFacts,
  unit: number,
  close: (mask: number, share: number) => void,
): void {
  // A stand that lives on the site has passed its envelope.
  if (option === "RN") return;
  for (let i = 0; i < ENVELOPE_RULES.length; i++) {
    if (ENVELOPE_RULES[i].closes(industry, option, facts, unit)) close(LEGAL_RULES.length + i, 1);
  }
}

function closeByPresentUse(
  option: OptionId,
  facts: UnitFacts,
  unit: number,
  close: (mask: number, share: number) => void,
): void {
  const use = LAND_USES[facts.landUse[unit]];
  const rule = PRESENT_USE_RULES.find(({ landUse }) => landUse === use);
  if (rule && !rule.allows.includes(option)) close(position(rule.spec), 1);
  if (option === "RF" && use === "forest" && facts.grade[unit] < LIGHT) close(position(SOUND_FOREST), 1);
}
