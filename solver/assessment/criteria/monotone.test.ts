import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OVERLAY_METHODS, type ValueFunction } from "#solver/region";
import { overlay } from "./overlay.ts";
import { evaluate } from "./value-functions.ts";

const member = fc.double({ min: 0.001, max: 1, noNaN: true });
const weight = fc.double({ min: 0.01, max: 10, noNaN: true });
const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });

describe("overlays", () => {
  it.each(OVERLAY_METHODS)("%s never falls when one membership rises, and stays within 0 and 1", (method) => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(member, weight), { minLength: 1, maxLength: 8 }),
        member,
        (pairs, higher) => {
          const members = pairs.map(([m]) => m);
          const weights = pairs.map(([, w]) => w);
          const before = overlay(members, weights, method);
          const after = overlay([Math.max(members[0], higher), ...members.slice(1)], weights, method);
          expect(after).toBeGreaterThanOrEqual(before - 1e-12);
          expect(before).toBeGreaterThanOrEqual(0);
          expect(after).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });

  it.each(["geometric", "linear"] as const)(
    "%s lies between the least and the largest membership",
    (method) => {
      fc.assert(
        fc.property(fc.array(fc.tuple(member, weight), { minLength: 1, maxLength: 8 }), (pairs) => {
          const members = pairs.map(([m]) => m);
          const joined = overlay(
            members,
            pairs.map(([, w]) => w),
            method,
          );
          expect(joined).toBeGreaterThanOrEqual(Math.min(...members) - 1e-12);
          expect(joined).toBeLessThanOrEqual(Math.max(...members) + 1e-12);
        }),
      );
    },
  );
});

const RISING: readonly ValueFunction[] = [
  { form: "linear", from: -50, to: 300, lowest: 0.2 },
  { form: "logistic", steepness: 0.03, centre: 100 },
  {
    form: "points",
    points: [
      [0, 0],
      [10, 0.4],
      [200, 1],
    ],
  },
];
const FALLING: readonly ValueFunction[] = [
  { form: "linear", from: 300, to: -50 },
  { form: "cosine", full: 6, none: 25 },
  { form: "halving", half: 30 },
  { form: "logistic", steepness: -0.03, centre: 100 },
];

describe("value functions", () => {
  it.each([...RISING.map((curve) => [curve, 1] as const), ...FALLING.map((curve) => [curve, -1] as const)])(
    "%o goes one way and stays within 0 and 1",
    (curve, way) => {
      fc.assert(
        fc.property(value, value, (a, b) => {
          const [low, high] = [evaluate(curve, Math.min(a, b)), evaluate(curve, Math.max(a, b))];
          expect(way * (high - low)).toBeGreaterThanOrEqual(-1e-12);
          for (const m of [low, high]) expect(m >= 0 && m <= 1).toBe(true);
        }),
      );
    },
  );
});
