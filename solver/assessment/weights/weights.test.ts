import { describe, expect, it } from "vitest";
import { type ComparisonMatrix, findReciprocityFaults } from "#solver/region";
import { weighByAhp } from "./ahp.ts";
import { averageWeights, combineByGameTheory } from "./combine.ts";
import { type DecisionMatrix, normaliseMinMax } from "./normalise.ts";
import { weighByCritic, weighByEntropy } from "./objective-weights.ts";
import { rankByTopsis } from "./topsis.ts";

const matrixOf = (rows: number[][]): ComparisonMatrix => ({
  names: rows.map((_, i) => `c${i}`),
  judgements: Float64Array.from(rows.flat()),
});
function expectClose(actual: ArrayLike<number>, expected: number[], digits = 6) {
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, digits);
}

const PARCELS: DecisionMatrix = {
  rows: 4,
  columns: 3,
  values: Float64Array.from([12, 0.3, 800, 20, 0.55, 650, 16, 0.8, 900, 8, 0.45, 400]),
  benefit: [true, true, false],
};

describe("weighByAhp", () => {
  it("equals the worked 3x3 example", () => {
    const result = weighByAhp(
      matrixOf([
        [1, 3, 5],
        [1 / 3, 1, 3],
        [1 / 5, 1 / 3, 1],
      ]),
    );
    expectClose(result.weights, [0.636986, 0.258285, 0.104729]);
    expectClose(
      [result.lambda, result.consistencyIndex, result.consistencyRatio],
      [3.038511, 0.019256, 0.033199],
    );
    expect(result.acceptable).toBe(true);
  });

  it("equals the worked 4x4 example", () => {
    const result = weighByAhp(
      matrixOf([
        [1, 2, 4, 6],
        [1 / 2, 1, 3, 5],
        [1 / 4, 1 / 3, 1, 2],
        [1 / 6, 1 / 5, 1 / 2, 1],
      ]),
    );
    expectClose(result.weights, [0.498983, 0.312936, 0.120227, 0.067853]);
    expectClose([result.lambda, result.consistencyRatio], [4.033968, 0.012581]);
  });

  it("rejects circular judgements and names the worst", () => {
    const result = weighByAhp(
      matrixOf([
        [1, 5, 1 / 3],
        [1 / 5, 1, 5],
        [3, 1 / 5, 1],
      ]),
    );
    expect(result.consistencyRatio).toBeCloseTo(2.115767, 6);
    expect(result.acceptable).toBe(false);
    expect(Math.abs(Math.log(result.worst.given / result.worst.fitting))).toBeGreaterThan(1);
  });

  it("refuses a matrix that is not reciprocal and says where", () => {
    const broken = matrixOf([
      [1, 3],
      [0.5, 1],
    ]);
    expect(findReciprocityFaults(broken)).toEqual([{ row: 1, column: 0, given: 0.5, expected: 1 / 3 }]);
    expect(() => weighByAhp(broken)).toThrow(RangeError);
  });

  it("calls two judgements consistent whatever they are", () => {
    expect(
      weighByAhp(
        matrixOf([
          [1, 7],
          [1 / 7, 1],
        ]),
      ).consistencyRatio,
    ).toBe(0);
  });
});

describe("weights from the data", () => {
  it("normalises by direction", () => {
    expectClose(normaliseMinMax(PARCELS), [1 / 3, 0, 0.2, 1, 0.5, 0.5, 2 / 3, 1, 0, 0, 0.3, 1]);
  });

  it("equals the worked entropy and CRITIC examples", () => {
    expectClose(weighByEntropy(PARCELS), [0.301686, 0.326162, 0.372152]);
    expectClose(weighByCritic(PARCELS), [0.296179, 0.27311, 0.430712]);
  });

  it("gives a constant criterion no weight", () => {
    const constant = { ...PARCELS, values: PARCELS.values.map((value, i) => (i % 3 === 1 ? 4 : value)) };
    expect(weighByEntropy(constant)[1]).toBe(0);
    expect(weighByCritic(constant)[1]).toBe(0);
  });
});

describe("combination", () => {
  const ahp = Float64Array.from([0.5, 0.3, 0.2]);
  const entropy = weighByEntropy(PARCELS);

  it("equals the worked game-theory example with two vectors", () => {
    const combined = combineByGameTheory([ahp, entropy]);
    expect(combined.method).toBe("game-theory");
    expectClose(combined.alpha, [0.82237, 0.208897]);
    expectClose(combined.weights, [0.459829, 0.305299, 0.234872]);
  });

  it("falls back to the mean where an alpha is negative, and says so", () => {
    const vectors = [ahp, entropy, weighByCritic(PARCELS)];
    const combined = combineByGameTheory(vectors);
    expectClose(combined.alpha, [1.309964, -3.774082, 3.484587], 5);
    expect(combined.method).toBe("average");
    expectClose(combined.weights, [...averageWeights(vectors).weights], 15);
  });

  it("averages two equal vectors to themselves, singular though their system is", () => {
    expectClose(combineByGameTheory([ahp, ahp]).weights, [0.5, 0.3, 0.2], 12);
  });
});

describe("rankByTopsis", () => {
  it("equals the worked example", () => {
    expectClose(
      rankByTopsis(PARCELS, Float64Array.from([0.5, 0.3, 0.2])),
      [0.258083, 0.741206, 0.662318, 0.264747],
    );
  });

  it("gives one half where every parcel is equal", () => {
    const equal = { ...PARCELS, values: PARCELS.values.map(() => 3) };
    expectClose(rankByTopsis(equal, Float64Array.from([0.5, 0.3, 0.2])), [0.5, 0.5, 0.5, 0.5]);
  });
});
