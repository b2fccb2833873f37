import { LAND_USES, type LandUse, type OptionId, type SoilFigures } from "#solver/region";
import { FIGURE_IDS, type FigureId, type Figures } from "../assessment.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { IndustryTable } from "../industries/industries.ts";
import type { Industry } from "../industries/industry.ts";
import {
  CLOSURE_CNY,
  DRY_GRAIN_SHARE,
  PRESENT_USES,
  RENOVATION_COST_SHARE,
  RENOVATION_FULL_YEAR,
  STAND_SHARE,
  STAND_YIELD_FLOOR,
} from "../industries/present-uses.ts";
import { GRADE_WEIGHTS } from "../physics/desertification.ts";
import { erodibility } from "../physics/soil-loss.ts";
import {
  type AnnualFactors,
  annualEquivalent,
  annualFactors,
  HORIZON_YEARS,
  renovationFactors,
} from "./annual-value.ts";
import {
  type Cover,
  coverAfter,
  coverToday,
  type EcologicalLevels,
  ecologicalLevels,
  notWorse,
} from "./ecology.ts";
import { annualMargin, effortShare, siteYear, slopeCostFactor, yieldResponse } from "./margin.ts";
import { isClosure, plantableShare } from "./plantable.ts";

/** Prices and switches that hold for every industry alike. */
export interface EconomicTerms {
  readonly wageCnyPerDay: number;
  readonly transportCnyPerTMin: number;
  /** False: family labour is not charged, in today's use and in every option alike. */
  readonly labourPaid: boolean;
  /** The Grain-for-Green grant is paid on eligible cropland. */
  readonly restorationGrant: boolean;
}

/** Grain for Green, second round: paid on eligible cropland over five years, CNY/ha in years 1, 3 and 5. [S] */
const GRANT_CNY: readonly (readonly [year: number, cny: number])[] = [
  [1, 12_000],
  [3, 4_500],
  [5, 7_500],
];
const GRANT_STEEP_DEG = 25;
const GRANT_WATER_DEG = 15;
const SEVERE = 4;

export interface FigureInputs {
  readonly facts: UnitFacts;
  readonly options: readonly OptionId[];
  readonly library: IndustryTable;
  readonly soils: Readonly<Record<string, SoilFigures>>;
  /** Growing quality 0-1 of an industry on a unit, NaN where the industry has none. */
  readonly growthOf: (unit: number, industry: Industry) => number;
  /** Pairs with room; the others keep NaN. */
  readonly cap: Float32Array;
  readonly terms: EconomicTerms;
}

/**
 * Figures of today's use and of every option, per hectare of the parcel (rock included) and year, capital once.
 *
 * Both sides are *levels*, never differences: `present.marginCny` is what the parcel earns today, `option.marginCny` what it
 * would earn under the option as a yearly equivalent (establishment, bearing curve and replanting at 6 % over 20 years,
 * public money not charged). What planning changes is the difference, which the model stage forms. Soil loss, soil life,
 * desertification and nutrients are burdens: less is better. Units without data are 0 today; closed pairs are NaN.
 */
export function computeFigures(inputs: FigureInputs): Figures {
  const { facts, options } = inputs;
  const present = emptyFigures(facts.count);
  const option = emptyFigures(facts.count * options.length, Number.NaN);
  const workshop = new Workshop(inputs);
  for (let unit = 0; unit < facts.count; unit++) {
    if (facts.usable[unit] === 0) continue;
    const today = workshop.today(unit);
    store(present, unit, today.levels);
    for (let k = 0; k < options.length; k++) {
      const pair = unit * options.length + k;
      if (inputs.cap[pair] === 0) continue;
      const levels = workshop.under(options[k], unit, today);
      if (levels) store(option, pair, levels);
    }
  }
  return { present, option };
}

type Levels = Readonly<Record<FigureId, number>>;

interface Today {
  readonly levels: Levels;
  readonly cover: Cover;
  readonly ecology: EcologicalLevels;
  readonly landUse: LandUse;
}

function emptyFigures(length: number, value = 0): Record<FigureId, Float64Array> {
  const figures = {} as Record<FigureId, Float64Array>;
  for (const id of FIGURE_IDS) figures[id] = new Float64Array(length).fill(value);
  return figures;
}

function store(figures: Record<FigureId, Float64Array>, at: number, levels: Levels): void {
  for (const id of FIGURE_IDS) figures[id][at] = levels[id];
}

class Workshop {
  private readonly factors = new Map<OptionId, AnnualFactors>();
  private readonly renovation = renovationFactors(
    STAND_SHARE.value,
    RENOVATION_FULL_YEAR.value,
    RENOVATION_COST_SHARE.value,
  );
  private readonly erodibility = new Map<string, number>();
  private readonly grantCny: number;

  constructor(private readonly inputs: FigureInputs) {
    for (const [id, { figures }] of inputs.library) {
      const life = {
        firstBearingYear: figures.firstBearingYear.value,
        fullBearingYear: figures.fullBearingYear.value,
        replantYear: figures.replantYear.value,
        replantShare: figures.replantShare.value,
      };
      this.factors.set(id, annualFactors(life));
    }
    for (const [type, soil] of Object.entries(inputs.soils)) {
      this.erodibility.set(
        type,
        erodibility(soil.sandPct, soil.siltPct, soil.clayPct, soil.organicCarbonPct),
      );
    }
    this.grantCny = annualGrant();
  }

  today(unit: number): Today {
    const { facts, library } = this.inputs;
    const landUse = LAND_USES[facts.landUse[unit]];
    const stand = landUse === "orchard-tea" ? facts.stand[unit] : "";
    const industry = stand === "" ? undefined : library.get(stand);
    const cover = coverToday(facts, library, unit);
    const ecology = this.ecology(cover, unit);
    const money = industry ? this.standToday(industry, unit) : this.landUseToday(landUse, unit);
    return {
      landUse,
      cover,
      ecology,
      levels: { ...money, ...ecology, desertification: GRADE_WEIGHTS[facts.grade[unit]] ?? 0 },
    };
  }

  under(id: OptionId, unit: number, today: Today): Levels | undefined {
    const { facts, library } = this.inputs;
    const stand = facts.stand[unit];
    if (id === "RN") {
      const industry = stand === "" ? undefined : library.get(stand);
      if (!industry) return undefined;
      return {
        ...this.renovated(industry, unit),
        ...today.ecology,
        desertification: today.levels.desertification,
      };
    }
    const industry = library.get(id);
    if (!industry) return undefined;
    const own = this.ecology(coverAfter(industry, today.cover), unit);
    const ecology = industry.cover === "restored" ? notWorse(own, today.ecology) : own;
    return {
      ...this.planted(industry, unit, today),
      ...ecology,
      desertification: today.levels.desertification * (1 - industry.figures.coverEffect.value),
    };
  }

  private ecology(cover: Cover, unit: number): EcologicalLevels {
    const { facts, soils } = this.inputs;
    const type = facts.soilType[unit];
    return ecologicalLevels(cover, soils[type], this.erodibility.get(type) ?? Number.NaN, facts, unit);
  }

  /** A land use without a known stand: its table row, on the part that is soil where it is a field. */
  private landUseToday(landUse: LandUse, unit: number) {
    const { figures } = PRESENT_USES[landUse];
    const isField = landUse === "dry" || landUse === "paddy" || landUse === "orchard-tea";
    const soil = isField ? 1 - this.inputs.facts.bedrockShare[unit] : 1;
    const unpaid = figures.grossCny.value - figures.materialsCny.value;
    const days = figures.labourDays.value;
    return {
      marginCny: soil * (this.inputs.terms.labourPaid ? figures.netCny.value : unpaid),
      establishmentCny: 0,
      publicCny: 0,
      labourDays: soil * days,
      irrigationM3: soil * figures.irrigationM3.value,
      labourIncomeCny: soil * this.labourIncome(days, unpaid),
      nutrientKg: soil * figures.nutrientKg.value,
      yieldT: 0,
    };
  }

  /** An existing stand: 70 % of a mature one, its planting long paid. */
  private standToday(industry: Industry, unit: number) {
    return this.scaledStand(industry, unit, STAND_SHARE.value, { gross: 1, cost: 1, establishment: 0 });
  }

  /** A renewed stand: the mature industry at 35 % of its establishment. */
  private renovated(industry: Industry, unit: number) {
    return this.scaledStand(industry, unit, 1, this.renovation);
  }

  private scaledStand(industry: Industry, unit: number, share: number, factors: AnnualFactors) {
    const { facts } = this.inputs;
    const { figures } = industry;
    const phi = plantableShare(industry, facts.bedrockShare[unit], false);
    const growth = Math.max(STAND_YIELD_FLOOR.value, yieldResponse(this.inputs.growthOf(unit, industry)));
    const year = this.year(industry, unit, figures.grossCny.value, growth);
    const margin = annualMargin(year, figures.establishmentCny.value, factors);
    const establishment =
      factors.establishment > 0 ? RENOVATION_COST_SHARE.value * figures.establishmentCny.value : 0;
    const effort = effortShare(growth);
    const days = effort * figures.labourDays.value;
    const earned = figures.grossCny.value * growth - effort * figures.materialsCny.value;
    return {
      marginCny: phi * share * margin,
      establishmentCny: phi * establishment,
      publicCny: 0,
      labourDays: phi * share * days,
      irrigationM3: phi * share * figures.irrigationM3.value,
      labourIncomeCny: phi * share * this.labourIncome(days, earned),
      nutrientKg: phi * share * figures.nutrientKg.value,
      yieldT: phi * share * figures.yieldT.value * growth,
    };
  }

  private planted(industry: Industry, unit: number, today: Today) {
    const { facts } = this.inputs;
    const { figures } = industry;
    const id = industry.id;
    const closure = isClosure(id, today.landUse);
    const phi = plantableShare(industry, facts.bedrockShare[unit], closure);
    const growth = yieldResponse(this.inputs.growthOf(unit, industry));
    const dryGrain = id === "GV" && today.landUse !== "paddy";
    const gross = figures.grossCny.value * (dryGrain ? DRY_GRAIN_SHARE.value : 1);
    const establishment = closure ? CLOSURE_CNY.value : figures.establishmentCny.value;
    const isPublic = id === "RF";
    const year = this.year(industry, unit, gross, growth);
    const margin = annualMargin(year, isPublic ? 0 : establishment, this.factors.get(id)!);
    const effort = effortShare(growth);
    const days = effort * figures.labourDays.value;
    const water = phi * figures.irrigationM3.value;
    const grant = isPublic && this.isGrantEligible(unit, today.landUse) ? this.grantCny : 0;
    return {
      marginCny: phi * (margin + grant),
      establishmentCny: phi * establishment,
      publicCny: isPublic ? phi * establishment : 0,
      labourDays: phi * days,
      irrigationM3: industry.cover === "field" ? Math.max(water, today.levels.irrigationM3) : water,
      labourIncomeCny: phi * this.labourIncome(days, gross * growth - effort * figures.materialsCny.value),
      nutrientKg: phi * figures.nutrientKg.value,
      yieldT: phi * figures.yieldT.value * growth,
    };
  }

  private year({ figures }: Industry, unit: number, gross: number, growth: number) {
    const { facts, terms } = this.inputs;
    const labour = terms.labourPaid ? figures.labourDays.value * terms.wageCnyPerDay : 0;
    const cost = effortShare(growth) * (figures.materialsCny.value + labour);
    return siteYear({
      grossCny: gross,
      costCny: cost,
      yieldT: figures.yieldT.value,
      growth,
      slopeFactor: slopeCostFactor(facts.slopeDeg[unit], figures.slopeMaxDeg.value),
      travelMin: facts.travelMin[unit],
      transportRate: terms.transportCnyPerTMin,
    });
  }

  /** Days at the wage, or at what a day brings where that is less. */
  private labourIncome(days: number, earnedCny: number): number {
    if (days === 0) return 0;
    return days * Math.min(this.inputs.terms.wageCnyPerDay, Math.max(0, earnedCny / days));
  }

  /** Cropland outside basic farmland that is steep, severely desertified, or sloping above a water source. */
  private isGrantEligible(unit: number, landUse: LandUse): boolean {
    const { facts, terms } = this.inputs;
    if (!terms.restorationGrant || landUse !== "dry") return false;
    const share = (zone: string) => facts.zoneShare.get(zone)?.[unit] ?? 0;
    if (share("farmland") > 0.5) return false;
    const slope = facts.slopeDeg[unit];
    const aboveWater = share("zone-2") + share("zone-quasi") > 0.5;
    return slope > GRANT_STEEP_DEG || facts.grade[unit] === SEVERE || (aboveWater && slope > GRANT_WATER_DEG);
  }
}

function annualGrant(): number {
  const flows = new Array<number>(HORIZON_YEARS + 1).fill(0);
  for (const [year, cny] of GRANT_CNY) flows[year] = cny;
  return annualEquivalent(flows);
}
