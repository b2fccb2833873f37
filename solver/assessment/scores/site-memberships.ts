import type { OptionId } from "#solver/region";
import { type CurveTable, curveOf, membershipOf } from "../criteria/applied-curves.ts";
import { SITE_CRITERIA } from "../criteria/index.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { IndustryTable } from "../industries/industries.ts";
import { type CriterionValues, joinMemberships } from "./join-memberships.ts";

/** Site criteria of every unit and industry of the library, computed once; renovations read their stand's column. */
export class SiteMemberships {
  private readonly column: ReadonlyMap<OptionId, number>;
  private readonly width: number;
  private readonly raws: readonly Float32Array[];
  private readonly memberships: readonly Float32Array[];
  private readonly growth: Float32Array;

  /**
   * @param curves of every site criterion, in the order of `SITE_CRITERIA`.
   * @param weights of every site criterion: how much each counts for the growth, 0 leaves it out.
   */
  constructor(
    private readonly facts: UnitFacts,
    library: IndustryTable,
    private readonly curves: readonly CurveTable[],
    weights: readonly number[],
  ) {
    const industries = [...library.values()];
    this.width = industries.length;
    this.column = new Map(industries.map(({ id }, i) => [id, i]));
    this.raws = SITE_CRITERIA.map(() => new Float32Array(facts.count));
    this.memberships = SITE_CRITERIA.map(() => new Float32Array(facts.count * this.width));
    SITE_CRITERIA.forEach((criterion, c) => {
      for (let unit = 0; unit < facts.count; unit++) {
        const raw = criterion.raw(unit, facts);
        this.raws[c][unit] = raw;
        industries.forEach(({ id }, i) => {
          this.memberships[c][unit * this.width + i] = membershipOf(criterion.spec, curves[c].get(id), raw);
        });
      }
    });
    const grows = SITE_CRITERIA.map(({ growth }, c) => growth && weights[c] > 0);
    this.growth = joinMemberships(
      this.memberships.filter((_, c) => grows[c]),
      weights.filter((_, c) => grows[c]),
      "geometric",
    );
  }

  /** How well an industry grows on a unit, 0-1; NaN where it asks nothing of the site. */
  growthOf(unit: number, industry: OptionId): number {
    return this.growth[unit * this.width + this.column.get(industry)!];
  }

  /** The criteria over the region's options; a renovation takes the column of the stand, NaN where there is none. */
  over(options: readonly OptionId[], stands: readonly (OptionId | "")[]): readonly CriterionValues[] {
    return SITE_CRITERIA.map(({ spec }, c) => {
      const curves = this.curves[c];
      const membership = new Float32Array(this.facts.count * options.length).fill(Number.NaN);
      for (let unit = 0; unit < this.facts.count; unit++) {
        for (let k = 0; k < options.length; k++) {
          const at = unit * options.length + k;
          if (options[k] === "RN" && curves.has("RN")) {
            if (stands[unit] !== "")
              membership[at] = membershipOf(spec, curveOf(curves, "RN", stands[unit]), this.raws[c][unit]);
            continue;
          }
          const id = options[k] === "RN" ? stands[unit] : options[k];
          const column = id === "" ? undefined : this.column.get(id);
          if (column !== undefined) membership[at] = this.memberships[c][unit * this.width + column];
        }
      }
      return { spec, raw: this.raws[c], membership, curves };
    });
  }
}
