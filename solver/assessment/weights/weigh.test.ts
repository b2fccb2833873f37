import { describe, expect, it } from "vitest";
import type { Weighing } from "#solver/region";
import type { DecisionMatrix } from "./normalise.ts";
import { weighByCritic, weighByEntropy } from "./objective-weights.ts";
import { weigh } from "./weigh.ts";

const NAMES = ["soil", "water", "habitat"];
const STATED = [2, 1, 1];
const PARCELS: DecisionMatrix = {
  rows: 4,
  columns: 3,
  values: Float64Array.from([0.1, 0.3, 0.8, 0.9, 0.55, 0.65, 0.4, 0.8, 0.9, 0.2, 0.45, 0.4]),
  benefit: [true, true, true],
};
const SOUND = [
  [1, 3, 5],
  [1 / 3, 1, 3],
  [1 / 5, 1 / 3, 1],
];
const CIRCULAR = [
  [1, 5, 1 / 3],
  [1 / 5, 1, 5],
  [3, 1 / 5, 1],
];
const by = (method: Weighing["method"], matrix?: number[][], of = NAMES): Weighing => ({
  method,
  ...(matrix && { judgements: { of, matrix, label: "user", source: "panel" } }),
});
const noData = () => {
  throw new Error("not asked for");
};

describe("weigh", () => {
  it("scales stated weights and asks for no data", () => {
    expect(weigh(undefined, NAMES, STATED, noData).applied.weights).toEqual([0.5, 0.25, 0.25]);
    expect(weigh(by("ahp", SOUND), NAMES, STATED, noData).applied.weights[0]).toBeCloseTo(0.636986, 6);
  });

  it("averages AHP and entropy and keeps both parts", () => {
    const { applied, fault } = weigh(by("ahp-entropy", SOUND), NAMES, STATED, () => PARCELS);
    const entropy = weighByEntropy(PARCELS);
    expect(fault).toBeUndefined();
    expect(applied.parts.map(({ method }) => method)).toEqual(["ahp", "entropy"]);
    applied.weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo((applied.parts[0].weights[i] + entropy[i]) / 2, 12);
    });
    expect(applied.consistency?.ratio).toBeCloseTo(0.033199, 6);
  });

  it("takes judgements in whatever order they are named", () => {
    const turned = [
      [1, 1 / 3, 3],
      [3, 1, 5],
      [1 / 3, 1 / 5, 1],
    ];
    const { applied } = weigh(by("ahp", turned, ["water", "soil", "habitat"]), NAMES, STATED, noData);
    expect(applied.weights[0]).toBeCloseTo(0.636986, 6);
    expect(applied.weights[1]).toBeCloseTo(0.258285, 6);
  });

  it("does not use judgements that contradict each other, and names the worst", () => {
    const { applied, fault } = weigh(by("ahp-entropy", CIRCULAR), NAMES, STATED, () => PARCELS);
    expect(fault).toBe("judgements-inconsistent");
    expect(applied).toMatchObject({ method: "stated", weights: [0.5, 0.25, 0.25] });
    expect(applied.consistency?.ratio).toBeCloseTo(2.115767, 6);
    expect(NAMES).toContain(applied.consistency?.worst.row);
  });

  it("does not tell a spread from two parcels", () => {
    const two = { ...PARCELS, rows: 2, values: PARCELS.values.slice(0, 6) };
    expect(weigh(by("entropy"), NAMES, STATED, () => two)).toMatchObject({
      fault: "too-few-parcels-to-weigh",
      applied: { method: "stated" },
    });
  });

  it("combines by game theory only where that is sound, and says when not", () => {
    const mild = [
      [1, 2, 1],
      [1 / 2, 1, 1 / 2],
      [1, 2, 1],
    ];
    const sound = weigh(by("game-theory", mild), NAMES, STATED, () => PARCELS);
    expect(sound.fault).toBeUndefined();
    expect(sound.applied.averagedInstead).toBe(false);
    expect(sound.applied.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const unsound = weigh(by("game-theory", SOUND), NAMES, STATED, () => PARCELS);
    expect(unsound).toMatchObject({ fault: "game-theory-unsound", applied: { averagedInstead: true } });
    expect(unsound.applied.weights).toEqual(
      weigh(by("ahp-entropy", SOUND), NAMES, STATED, () => PARCELS).applied.weights,
    );
  });

  it("reads a spread from the parcels that have data", () => {
    const gap = { ...PARCELS, rows: 5, values: Float64Array.from([...PARCELS.values, Number.NaN, 0.3, 0.8]) };
    const alone = (matrix: DecisionMatrix, columns: readonly number[]): DecisionMatrix => ({
      rows: matrix.rows,
      columns: columns.length,
      values: Float64Array.from(
        Array.from({ length: matrix.rows }, (_, r) =>
          columns.map((c) => matrix.values[r * matrix.columns + c]),
        ).flat(),
      ),
      benefit: columns.map(() => true),
    });
    expect(weighByCritic(alone(gap, [0]))).toEqual(weighByCritic(alone(PARCELS, [0])));
    const ratio = (weights: Float64Array) => weights[0] / weights[1];
    // The second column has its parcel doubled, the first has not: only the second may move.
    const doubled = { ...PARCELS, rows: 5, values: Float64Array.from([...PARCELS.values, 0.1, 0.3, 0.8]) };
    expect(ratio(weighByEntropy(alone(gap, [0, 1])))).not.toBeCloseTo(
      ratio(weighByEntropy(alone(doubled, [0, 1]))),
      3,
    );
    expect(weighByEntropy(gap).every((weight) => weight > 0)).toBe(true);
  });
});
