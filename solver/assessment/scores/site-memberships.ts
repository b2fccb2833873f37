import type { OptionId } from "#solver/region";
import type { CriterionResult } from "../assessment.ts";
import type { Pair } from "../criteria/criterion.ts";
import { SITE_CRITERIA } from "../criteria/index.ts";
import { MEMBERSHIP_FLOOR } from "../criteria/overlay.ts";
import type { UnitFacts } from "../facts/unit-facts.ts";
import type { IndustryTable } from "../industries/industries.ts";

/** Site criteria of every unit and industry of the library, computed once; renovations read their stand's column. */
export class SiteMemberships {
  private readonly column: ReadonlyMap<OptionId, number>;
  private readonly width: number;
  private readonly raws: readonly Float32Array[];
  private readonly memberships: readonly Float32Array[];
  private readonly growth: Float32Array;

  constructor(
    private readonly facts: UnitFacts,
    library: IndustryTable,
  ) {
    const industries = [...library.values()];
    this.width = industries.length;
    this.column = new Map(industries.map(({ id }, i) => [id, i]));
    this.raws = SITE_CRITERIA.map(() => new Float32Array(facts.count));
    this.memberships = SITE_CRITERIA.map(() => new Float32Array(facts.count * this.width));
    for (let unit = 0; unit < facts.count; unit++) {
      for (let i = 0; i < this.width; i++) {
        this.assess(
          { unit, facts, option: industries[i].id, industry: industries[i] },
          unit * this.width + i,
        );
      }
    }
    this.growth = geometricMeans(this.memberships.filter((_, c) => SITE_CRITERIA[c].growth));
  }

  private assess(pair: Pair, at: number): void {
    for (let c = 0; c < SITE_CRITERIA.length; c++) {
      const criterion = SITE_CRITERIA[c];
      const raw = criterion.raw(pair);
      const member = criterion.membership(raw, pair);
      this.raws[c][pair.unit] = raw;
      this.memberships[c][at] = criterion.spec.limiting ? member : Math.max(MEMBERSHIP_FLOOR, member);
    }
  }

  /** How well an industry grows on a unit, 0-1; NaN where it asks nothing of the site. */
  growthOf(unit: number, industry: OptionId): number {
    return this.growth[unit * this.width + this.column.get(industry)!];
  }

  /** The criteria over the region's options; a renovation takes the column of the stand, NaN where there is none. */
  over(options: readonly OptionId[], stands: readonly (OptionId | "")[]): readonly CriterionResult[] {
    return SITE_CRITERIA.map(({ spec }, c) => {
      const membership = new Float32Array(this.facts.count * options.length).fill(Number.NaN);
      for (let unit = 0; unit < this.facts.count; unit++) {
        for (let k = 0; k < options.length; k++) {
          const id = options[k] === "RN" ? stands[unit] : options[k];
          const column = id === "" ? undefined : this.column.get(id);
          if (column !== undefined)
            membership[unit * options.length + k] = this.memberships[c][unit * this.width + column];
        }
      }
      return { spec, raw: this.raws[c], membership };
    });
  }
}

/** Geometric mean of the columns, entry by entry; NaN entries are left out, NaN where all are. */
export function geometricMeans(columns: readonly Float32Array[]): Float32Array {
  const length = columns[0]?.length ?? 0;
  const products = new Float64Array(length).fill(1);
  const counts = new Uint8Array(length);
  for (const column of columns) {
    for (let i = 0; i < length; i++) {
      if (Number.isNaN(column[i])) continue;
      products[i] *= column[i];
      counts[i]++;
    }
  }
  return Float32Array.from(products, (product, i) =>
    counts[i] === 0 ? Number.NaN : product ** (1 / counts[i]),
  );
}
