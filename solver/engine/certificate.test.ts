import { beforeAll, describe, expect, it } from "vitest";
import { certify, createHighsEngine } from "#solver/engine";
import { compileProgram, type Program } from "#solver/model";
import { anAssessment, aProblem } from "../../tests/helpers/an-assessment.ts";
import { seededRandom } from "../../tests/helpers/seeded-random.ts";

const WRONG_ANSWERS = 1000;

describe("certify", () => {
  let program: Program;
  let x: Float64Array;
  let y: Float64Array;

  beforeAll(async () => {
    const assessment = anAssessment({ units: 60, seed: 3 });
    program = compileProgram(aProblem(assessment), assessment).program as Program;
    const solution = await createHighsEngine().solve(program, {});
    expect(solution.termination).toEqual({ reason: "optimal" });
    x = solution.x;
    y = solution.rowDual;
  });

  it("verifies a true optimum in the sense of a minimisation", () => {
    const certificate = certify(program, x, y);
    expect(certificate.state).toBe("verified");
    expect(certificate.gap).toBeLessThan(1e-12);
    expect(certificate.primal).toBeCloseTo(
      -program.benefit.reduce((sum, value, column) => sum + value * x[column], 0),
      9,
    );
    expect(certificate.bound).toBeLessThanOrEqual(certificate.primal + 1e-9);
  });

  it("gives a true bound for any prices, so that wrong prices only widen the gap", () => {
    const random = seededRandom(5);
    for (let trial = 0; trial < 200; trial++) {
      const prices = y.map((price) => price * 2 * random() + (random() - 0.5));
      const { primal, bound } = certify(program, x, prices);
      expect(bound).toBeLessThanOrEqual(primal + 1e-9);
    }
  });

  it("keeps a residual that is no number, whatever is judged after it", () => {
    const coefficient = Float64Array.from(program.coefficient);
    coefficient[program.rowIndex.indexOf(0)] = Number.NaN;
    const { state, maxResidual, worstRow } = certify({ ...program, coefficient }, x, y);
    expect(state).toBe("refused");
    expect(maxResidual).toBeNaN();
    expect(worstRow).toBe(program.rows[0].id);
  });

  it("holds a layout that is merely close for approximate, and one that is far off for neither", () => {
    expect(certify(program, nudged(1e-8), y).state).toBe("approximate");
    expect(certify(program, nudged(1e-3), y).state).toBe("refused");
  });

  it(`refuses ${WRONG_ANSWERS} planted wrong answers`, () => {
    const random = seededRandom(11);
    const accepted: string[] = [];
    for (let trial = 0; trial < WRONG_ANSWERS; trial++) {
      const fault = FAULTS[trial % FAULTS.length];
      const wrong = fault.plant({ program, x, y }, random);
      if (certify(wrong.program, wrong.x, wrong.y).state !== "refused") accepted.push(fault.name);
    }
    expect(accepted).toEqual([]);
  });

  it("refuses answers of the wrong length", () => {
    expect(certify(program, x.slice(1), y).state).toBe("refused");
    expect(certify(program, x, y.slice(1)).state).toBe("refused");
  });

  /** The solution with one parcel's chosen share lowered. */
  function nudged(amount: number): Float64Array {
    const near = Float64Array.from(x);
    let most = 0;
    for (let column = 0; column < x.length; column++) {
      if (x[column] * program.benefit[column] > x[most] * program.benefit[most]) most = column;
    }
    near[most] -= amount;
    return near;
  }
});

interface Answer {
  readonly program: Program;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Faults as they happen: a bit of the answer is wrong, or the answer belongs to another program. */
const FAULTS: readonly {
  readonly name: string;
  readonly plant: (answer: Answer, random: () => number) => Answer;
}[] = [
  {
    name: "a share above what the parcel has",
    plant: (answer, random) =>
      withX(
        answer,
        pick(answer.x, random, (share) => share > 0.5),
        (share) => share + 0.01 + random(),
      ),
  },
  {
    name: "a negative share",
    plant: (answer, random) => withX(answer, Math.floor(random() * answer.x.length), () => -0.01 - random()),
  },
  {
    name: "NaN in a share",
    plant: (answer, random) => withX(answer, Math.floor(random() * answer.x.length), () => Number.NaN),
  },
  {
    name: "NaN in a price",
    plant: (answer, random) => ({
      ...answer,
      y: replaced(answer.y, Math.floor(random() * answer.y.length), () => Number.NaN),
    }),
  },
  {
    name: "an infinite share",
    plant: (answer, random) =>
      withX(answer, Math.floor(random() * answer.x.length), () => Number.POSITIVE_INFINITY),
  },
  {
    name: "a parcel left out",
    plant: (answer, random) =>
      withX(
        answer,
        pick(answer.x, random, (share, column) => share > 0.5 && answer.program.benefit[column] > 0.5),
        () => 0,
      ),
  },
  {
    name: "prices that belong to nothing",
    plant: (answer, random) => ({ ...answer, y: answer.y.map(() => 10 * random()) }),
  },
  {
    name: "a price dropped that carries the bound",
    plant: (answer) => {
      const most = answer.y.reduce(
        (best, price, row) => (Math.abs(price) > Math.abs(answer.y[best]) ? row : best),
        0,
      );
      return { ...answer, y: replaced(answer.y, most, () => 0) };
    },
  },
  {
    name: "coefficients of a binding row that the engine dropped",
    plant: (answer, random) => {
      const binding = answer.y.reduce(
        (best, price, row) => (Math.abs(price) > Math.abs(answer.y[best]) ? row : best),
        0,
      );
      const factor = 1.01 + random();
      const coefficient = answer.program.coefficient.map((value, entry) =>
        answer.program.rowIndex[entry] === binding ? value * factor : value,
      );
      return { ...answer, program: { ...answer.program, coefficient } };
    },
  },
  {
    name: "all zeros presented as the optimum",
    plant: (answer) => ({ ...answer, x: new Float64Array(answer.x.length) }),
  },
];

function withX(answer: Answer, column: number, change: (share: number) => number): Answer {
  return { ...answer, x: replaced(answer.x, column, change) };
}

function replaced(values: Float64Array, index: number, change: (value: number) => number): Float64Array {
  const copy = Float64Array.from(values);
  copy[index] = change(copy[index]);
  return copy;
}

function pick(
  x: Float64Array,
  random: () => number,
  wanted: (share: number, column: number) => boolean,
): number {
  const columns = Array.from(x.keys()).filter((column) => wanted(x[column], column));
  return columns[Math.floor(random() * columns.length)];
}
