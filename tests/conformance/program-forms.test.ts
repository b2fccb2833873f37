import { describe, expect, it } from "vitest";
import {
  certify,
  certifyInfeasible,
  createDualEngine,
  createGlpkEngine,
  createHighsEngine,
} from "#solver/engine";
import type { Program } from "#solver/model";
import { withLimits } from "../helpers/assemble-large.ts";
import { smallProgram } from "../helpers/small-program.ts";

const ENGINES = [createDualEngine(), createHighsEngine(), createGlpkEngine("node")];
const FORMS = ["cover", "auxiliary"] as const;
const SEEDS = Array.from({ length: 40 }, (_, seed) => 100 + seed);

/** The program with one row that asks for more than its optimum uses, at a limit which its twin forbids. */
function contradict(program: Program, x: Float64Array): Program {
  const used = new Float64Array(program.rows.length);
  x.forEach((share, column) => {
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++)
      used[program.rowIndex[entry]] += share * program.coefficient[entry];
  });
  const [row] = program.rows;
  const entries = program.rowIndex.reduce((sum, at) => sum + (at === 0 ? 1 : 0), 0);
  const last = program.rows.length;
  const rowIndex = new Int32Array(program.rowIndex.length + entries);
  const coefficient = new Float64Array(rowIndex.length);
  const columnStarts = new Int32Array(program.columnStarts.length);
  let to = 0;
  for (let column = 0; column < x.length; column++) {
    let twin = 0;
    for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
      rowIndex[to] = program.rowIndex[entry];
      coefficient[to++] = program.coefficient[entry];
      if (program.rowIndex[entry] === 0) twin = program.coefficient[entry];
    }
    if (twin !== 0) {
      rowIndex[to] = last;
      coefficient[to++] = twin;
    }
    columnStarts[column + 1] = to;
  }
  const gap = 0.05 * Math.max(1, Math.abs(used[0]));
  const lower = Float64Array.from([...program.rowLower, used[0] + gap]);
  const upper = Float64Array.from([...program.rowUpper, Number.POSITIVE_INFINITY]);
  lower[0] = Number.NEGATIVE_INFINITY;
  upper[0] = used[0];
  const rows = [...program.rows, { ...row, id: "twin" }];
  return withLimits({ ...program, rows, rowIndex, coefficient, columnStarts }, lower, upper);
}

describe.each(FORMS)("programs of the form %s", (form) => {
  it("have one optimum in every engine, and a certificate each", async () => {
    for (const seed of SEEDS) {
      const program = smallProgram(form, seed);
      let reference = Number.NaN;
      for (const engine of ENGINES) {
        const { termination, x, rowDual } = await engine.solve(program, {});
        const name = `${form} ${seed} ${engine.id}`;
        expect(termination, name).toEqual({ reason: "optimal" });
        const certificate = certify(program, x, rowDual);
        expect(certificate.state, name).toBe("verified");
        if (Number.isNaN(reference)) reference = certificate.primal;
        expect(Math.abs(certificate.primal - reference), name).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(reference)),
        );
      }
    }
  });

  it("are called infeasible by every engine with a proof that holds", async () => {
    for (const seed of SEEDS) {
      const feasible = smallProgram(form, seed);
      const { x } = await ENGINES[0].solve(feasible, {});
      const program = contradict(feasible, x);
      expect(certifyInfeasible(feasible, new Float64Array(feasible.rows.length).fill(1))).toBe(false);
      for (const engine of ENGINES) {
        const { termination, rowDual } = await engine.solve(program, {});
        expect(termination.reason, `${form} ${seed} ${engine.id}`).toBe("infeasible");
        expect(certifyInfeasible(program, rowDual), `${form} ${seed} ${engine.id}`).toBe(true);
        // The proof rests on both twins: half of it proves nothing.
        const half = rowDual.slice();
        half[half.length - 1] = 0;
        if (termination.reason === "infeasible" && termination.rows.length > 1)
          expect(certifyInfeasible(program, half)).toBe(false);
      }
    }
  });
});

describe("a unit that cannot be filled", () => {
  it("is named by every engine", async () => {
    const program = smallProgram("cover", 104);
    const unit = Math.floor(program.columnPair[0] / program.options.length);
    const cap = program.cap.slice();
    for (const pair of program.columnPair)
      if (Math.floor(pair / program.options.length) === unit) cap[pair] *= 0.01;
    const mustFill = new Uint8Array(program.unitCount);
    mustFill[unit] = 1;
    for (const engine of ENGINES) {
      const { termination } = await engine.solve({ ...program, cap, mustFill }, {});
      expect(termination).toMatchObject({ reason: "infeasible", rows: [{ id: `unit:${unit}` }] });
    }
  });
});

describe("the certificate of these forms", () => {
  it("refuses a unit left unfilled, a box overrun and a fraction where whole numbers are asked for", async () => {
    for (const seed of SEEDS) {
      const cover = smallProgram("cover", seed);
      const { x, rowDual } = await ENGINES[0].solve(cover, {});
      const column = x.findIndex(
        (share, at) =>
          share > 0.1 && cover.mustFill?.[Math.floor(cover.columnPair[at] / cover.options.length)] === 1,
      );
      if (column < 0) continue;
      const unfilled = x.with(column, x[column] - 0.05);
      expect(certify(cover, unfilled, rowDual).state).toBe("refused");
      const integer = new Uint8Array(x.length).fill(1);
      const isWhole = x.every((share) => Number.isInteger(share));
      expect(certify({ ...cover, integer }, x, rowDual).maxResidual > 1e-9).toBe(!isWhole);
    }
    const boxed = smallProgram("auxiliary", 100);
    const { x, rowDual } = await ENGINES[0].solve(boxed, {});
    const last = x.length - 1;
    expect(certify(boxed, x.with(last, 1.1 * boxed.cap[boxed.columnPair[last]]), rowDual).state).toBe(
      "refused",
    );
  });
});
