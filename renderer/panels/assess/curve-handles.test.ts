import { describe, expect, it } from "vitest";
import { evaluate } from "#solver/assessment";
import { VALUE_FORMS, type ValueFunction } from "#solver/region";
import { changeForm, handlesOf } from "./curve-handles.ts";

const SPAN = [0, 40] as const;
const FALLING: ValueFunction = { form: "cosine", full: 6, none: 25 };

describe("handlesOf", () => {
  it.each(VALUE_FORMS)("puts every point of a %s curve on the curve", (form) => {
    const curve = changeForm(FALLING, form, SPAN);
    for (const { value, membership } of handlesOf(curve, SPAN))
      expect(evaluate(curve, value)).toBeCloseTo(membership, 9);
  });

  it.each(VALUE_FORMS)("finds a moved point of a %s curve where it was put", (form) => {
    const curve = changeForm(FALLING, form, SPAN);
    handlesOf(curve, SPAN).forEach(({ value, membership, move, id }, i) => {
      const moved = handlesOf(move(value + 0.5, membership), SPAN)[i];
      expect([id, moved.value]).toEqual([id, expect.closeTo(value + 0.5, 9)]);
    });
  });

  it("keeps corners and points in order and parameters apart", () => {
    const trapezoid: ValueFunction = { form: "trapezoid", corners: [1, 2, 3, 4] };
    expect(handlesOf(trapezoid, SPAN)[1].move(9, 1)).toEqual({ form: "trapezoid", corners: [1, 3, 3, 4] });
    const points: ValueFunction = {
      form: "points",
      points: [
        [0, 0],
        [10, 1],
      ],
    };
    expect(handlesOf(points, SPAN)[0].move(50, 2)).toEqual({
      form: "points",
      points: [
        [9.96, 1],
        [10, 1],
      ],
    });
    const linear = handlesOf({ form: "linear", from: 5, to: 10 }, SPAN)[0].move(10, 0);
    expect(linear.form === "linear" && linear.from).not.toBe(10);
  });
});

describe("changeForm", () => {
  it.each(["linear", "logistic", "cosine", "halving", "points"] as const)(
    "keeps a falling curve falling as %s",
    (form) => {
      const curve = changeForm(FALLING, form, SPAN);
      expect(evaluate(curve, 0)).toBeGreaterThan(evaluate(curve, 40));
    },
  );
});
