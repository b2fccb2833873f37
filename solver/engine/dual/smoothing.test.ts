import { describe, expect, it } from "vitest";
import { seededProgram } from "../../../tests/helpers/seeded-program.ts";
import { seededRandom } from "../../../tests/helpers/seeded-random.ts";
import { minimiseInBox } from "./box-quadratic.ts";
import { naturalScale } from "./natural-scale.ts";
import { prepareProgram } from "./prepare-program.ts";
import { priceUnits } from "./price-units.ts";
import { keepSigns, priceLimits } from "./sign-rules.ts";
import { UnitSmoother } from "./smooth-units.ts";

const program = seededProgram("region", 120, 5);
const prepared = prepareProgram(program);
const scale = naturalScale(program, prepared.units, program.benefit);
const pricer = prepared.makePricer(program.benefit);
const random = seededRandom(3);
const prices = Float64Array.from(
  program.rows,
  (_, row) => (0.05 * (random() - 0.3) * scale.benefit) / scale.row[row],
);
const TEMPERATURE = 0.1 * scale.benefit;

function smoothedAt(rowDual: Float64Array) {
  return new UnitSmoother(program, prepared.units, pricer).evaluate(rowDual, TEMPERATURE);
}

describe("UnitSmoother, caps and keep shares included", () => {
  it("lies above the true profit by less than the temperature times the logarithm of the choices", () => {
    const { value } = smoothedAt(prices);
    pricer.setPrices(prices);
    const exact = priceUnits(prepared.units, pricer);
    const weight = prepared.units.weight.reduce((sum, each) => sum + each, 0);
    expect(value).toBeGreaterThan(exact);
    expect(value - exact).toBeLessThan(TEMPERATURE * weight * Math.log(program.options.length + 1));
  });

  it("has minus the activity as its gradient", () => {
    const { activity } = smoothedAt(prices);
    for (const row of [0, 7, 60, 90, 120, 130, program.rows.length - 1]) {
      const step = (1e-4 * scale.benefit) / scale.row[row];
      const [low, high] = [-1, 1].map((sign) => {
        const moved = prices.slice();
        moved[row] += sign * step;
        return smoothedAt(moved).value;
      });
      const slope = (high - low) / (2 * step);
      expect(Math.abs(slope + activity[row])).toBeLessThan(1e-4 * Math.max(1, Math.abs(activity[row])));
    }
  });

  it("has the Hessian as the change of its gradient, faint shares left out", () => {
    const { hessian } = smoothedAt(prices);
    const size = program.rows.length;
    for (const row of [0, 60, 120]) {
      const step = (1e-4 * scale.benefit) / scale.row[row];
      const [low, high] = [-1, 1].map((sign) => {
        const moved = prices.slice();
        moved[row] += sign * step;
        return smoothedAt(moved).activity;
      });
      for (let other = 0; other < size; other++) {
        const expected = -(high[other] - low[other]) / (2 * step);
        const scaleOf = Math.sqrt(hessian[row * size + row] * hessian[other * size + other]) + 1e-9;
        expect(Math.abs(hessian[row * size + other] - expected) / scaleOf).toBeLessThan(0.1);
        expect(hessian[row * size + other]).toBe(hessian[other * size + row]);
      }
    }
  });
});

describe("minimiseInBox", () => {
  it("meets the conditions of a minimum in a box on random convex problems", () => {
    const next = seededRandom(8);
    for (let trial = 0; trial < 50; trial++) {
      const size = 1 + Math.floor(12 * next());
      const root = Float64Array.from({ length: size * size }, () => next() - 0.5);
      const hessian = new Float64Array(size * size);
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) {
          for (let k = 0; k < size; k++) hessian[i * size + j] += root[i * size + k] * root[j * size + k];
          if (i === j) hessian[i * size + j] += 0.1;
        }
      const gradient = Float64Array.from({ length: size }, () => next() - 0.5);
      const lower = Float64Array.from({ length: size }, () =>
        next() < 0.3 ? Number.NEGATIVE_INFINITY : -next(),
      );
      const upper = Float64Array.from({ length: size }, () =>
        next() < 0.3 ? Number.POSITIVE_INFINITY : next(),
      );
      const step = minimiseInBox(hessian, gradient, lower, upper);
      for (let i = 0; i < size; i++) {
        let slope = gradient[i];
        for (let j = 0; j < size; j++) slope += hessian[i * size + j] * step[j];
        expect(step[i]).toBeGreaterThanOrEqual(lower[i]);
        expect(step[i]).toBeLessThanOrEqual(upper[i]);
        if (slope > 1e-9) expect(step[i]).toBe(lower[i]);
        if (slope < -1e-9) expect(step[i]).toBe(upper[i]);
      }
    }
  });
});

describe("row prices", () => {
  const limits = {
    lower: Float64Array.of(Number.NEGATIVE_INFINITY, 2, 3),
    upper: Float64Array.of(5, Number.POSITIVE_INFINITY, 4),
  };

  it("lose the sign that prices a limit the row does not have", () => {
    expect([...keepSigns(limits, Float64Array.of(-1, 1, -1))]).toEqual([0, 0, -1]);
    expect([...keepSigns(limits, Float64Array.of(1, -1, 1))]).toEqual([1, -1, 1]);
  });

  it("price the limit they push against", () => {
    expect(priceLimits(limits, Float64Array.of(1, -1, -1))).toBe(5 - 2 - 3);
    expect(priceLimits(limits, Float64Array.of(0, 0, 1))).toBe(4);
  });
});
