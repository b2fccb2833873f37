import { evaluate } from "#solver/assessment";
import type { ValueFunction } from "#solver/region";

/** A point of a curve that can be taken hold of. */
export interface CurveHandle {
  /** Name of the parameter, or the number of the point. */
  readonly id: string;
  readonly value: number;
  readonly membership: number;
  /** True where the membership can be moved as well. */
  readonly free: boolean;
  /** The curve with this point moved; never one that a region's file could not hold. */
  readonly move: (value: number, membership: number) => ValueFunction;
}

/** Raw values over which a curve is drawn. */
export type ValueSpan = readonly [low: number, high: number];

/** Membership at one step of a logistic curve's scale beyond its centre. */
const LOGISTIC_STEP = 1 / (1 + Math.exp(-1));

/** The points of a curve, in the order of its parameters. `span` tells how close two points may come. */
export function handlesOf(curve: ValueFunction, span: ValueSpan): readonly CurveHandle[] {
  const least = Math.max(1e-9, (span[1] - span[0]) / 1000);
  const apart = (value: number, other: number) =>
    Math.abs(value - other) >= least ? value : other + (value < other ? -least : least);
  const at = (id: string, value: number, move: (value: number) => ValueFunction): CurveHandle => ({
    id,
    value,
    membership: evaluate(curve, value),
    free: false,
    move,
  });
  switch (curve.form) {
    case "linear": {
      const { from, to } = curve;
      return [
        {
          id: "from",
          value: from,
          membership: curve.lowest ?? 0,
          free: true,
          move: (value, membership) => ({
            ...curve,
            from: apart(value, to),
            ...((membership > 0 || curve.lowest !== undefined) && { lowest: clamp(membership, 0, 1) }),
          }),
        },
        at("to", to, (value) => ({ ...curve, to: apart(value, from) })),
      ];
    }
    case "trapezoid":
      return curve.corners.map((corner, i) => ({
        ...at("abcd"[i], corner, (value) => {
          const corners = [...curve.corners] as [number, number, number, number];
          corners[i] = clamp(
            value,
            corners[i - 1] ?? Number.NEGATIVE_INFINITY,
            corners[i + 1] ?? Number.POSITIVE_INFINITY,
          );
          return { ...curve, corners };
        }),
        membership: i === 1 || i === 2 ? 1 : 0,
      }));
    case "logistic": {
      const { centre, steepness } = curve;
      return [
        at("centre", centre, (value) => ({ ...curve, centre: value })),
        {
          ...at("steepness", centre + 1 / steepness, (value) => ({
            ...curve,
            steepness: 1 / (apart(value, centre) - centre),
          })),
          membership: LOGISTIC_STEP,
        },
      ];
    }
    case "cosine":
      return [
        at("full", curve.full, (value) => ({ ...curve, full: apart(value, curve.none) })),
        at("none", curve.none, (value) => ({ ...curve, none: apart(value, curve.full) })),
      ];
    case "bell":
      return [
        at("mean", curve.mean, (value) => ({ ...curve, mean: value })),
        at("spread", curve.mean + curve.spread, (value) => ({
          ...curve,
          spread: Math.max(least, value - curve.mean),
        })),
      ];
    case "near":
      return [
        at("middle", curve.middle, (value) => ({ ...curve, middle: value })),
        at("steepness", curve.middle + 1 / Math.sqrt(curve.steepness), (value) => ({
          ...curve,
          steepness: 1 / Math.max(least, value - curve.middle) ** 2,
        })),
      ];
    case "halving":
      return [at("half", curve.half, (value) => ({ ...curve, half: Math.max(least, value) }))];
    case "points":
      return curve.points.map(([value, membership], i) => ({
        id: String(i + 1),
        value,
        membership,
        free: true,
        move: (next, height) => ({
          ...curve,
          points: curve.points.map((point, k) =>
            k === i
              ? ([
                  clamp(
                    next,
                    (curve.points[i - 1]?.[0] ?? Number.NEGATIVE_INFINITY) + least,
                    (curve.points[i + 1]?.[0] ?? Number.POSITIVE_INFINITY) - least,
                  ),
                  clamp(height, 0, 1),
                ] as const)
              : point,
          ),
        }),
      }));
  }
}

/** A curve of another form that goes the same way over the span: up, or down. */
export function changeForm(
  curve: ValueFunction,
  form: ValueFunction["form"],
  [low, high]: ValueSpan,
): ValueFunction {
  const rises = evaluate(curve, high) >= evaluate(curve, low);
  const width = Math.max(high - low, 1e-6);
  const part = (share: number) => low + width * share;
  switch (form) {
    case "linear":
      return rises ? { form, from: low, to: high } : { form, from: high, to: low };
    case "trapezoid":
      return { form, corners: [part(0.1), part(0.35), part(0.65), part(0.9)] };
    case "logistic":
      return { form, centre: part(0.5), steepness: (rises ? 8 : -8) / width };
    case "cosine":
      return rises ? { form, full: high, none: low } : { form, full: low, none: high };
    case "bell":
      return { form, mean: part(0.5), spread: width / 5 };
    case "near":
      return { form, middle: part(0.5), steepness: (5 / width) ** 2 };
    case "halving":
      return { form, half: Math.max(width / 4, 1e-6) };
    case "points":
      return {
        form,
        points: [0, 0.25, 0.5, 0.75, 1].map((share) => [
          part(share),
          Number(clamp(evaluate(curve, part(share)), 0, 1).toFixed(3)),
        ]),
      };
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
