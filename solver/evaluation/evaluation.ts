import type { Bilingual, ObjectiveId, OptionId } from "#solver/region";

/** A figure today, under the layout, and the change, in one unit. */
export interface Total {
  readonly id: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly today: number;
  readonly planned: number;
  readonly change: number;
}

export interface IndustryTotal {
  readonly option: OptionId;
  /** Area that the layout gives the option, ha; for renovation (`RN`) it is a part of the stands of other industries. */
  readonly areaHa: number;
  /** Area of existing stands of the industry that remain, renovated ones included, ha. */
  readonly standHa: number;
  readonly parcels: number;
  readonly yieldT: number;
  readonly marginCny: number;
  readonly establishmentCny: number;
  readonly labourDays: number;
  readonly irrigationM3: number;
}

/** A rule judged on the layout without the solver. */
export interface RuleResult {
  readonly id: string;
  readonly family: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly activity: number;
  readonly met: boolean;
  readonly binding: boolean;
  readonly law: boolean;
}

export interface Evaluation {
  readonly totals: readonly Total[];
  readonly industries: readonly IndustryTotal[];
  readonly rules: readonly RuleResult[];
  /** Each objective raw and normalised by its payoff range; the weighted sum is `value`. */
  readonly objective: {
    readonly value: number;
    readonly parts: Readonly<
      Record<ObjectiveId, { readonly raw: number; readonly normalised: number; readonly weight: number }>
    >;
  };
}
