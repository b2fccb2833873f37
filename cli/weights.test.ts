import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "./main.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fenglin-weights-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on a table as a user does. */
async function weigh(table: string, ...flags: string[]) {
  const path = join(folder, "matrix.csv");
  await writeFile(path, table);
  let [out, err] = ["", ""];
  const code = await runCommand(["weights", path, ...flags], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isWatched: false,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

const SOUND = ",slope,water,market\nslope,1,3,5\nwater,1/3,1,3\nmarket,1/5,1/3,1\n";
/** a before b before c before a. */
const CONTRADICTION = ",a,b,c\na,1,3,1/5\nb,1/3,1,4\nc,5,1/4,1\n";

describe("fenglin weights", () => {
  it("prints weights, consistency and the random index, and accepts a sound matrix", async () => {
    const { code, out, err } = await weigh(SOUND);
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toMatch(/slope +0\.6370/);
    expect(out).toMatch(/water +0\.2583/);
    expect(out).toMatch(/market +0\.1047/);
    expect(out).toMatch(/lambda 3\.0385 .*CI 0\.0193 .*RI 0\.58 .*CR 0\.0332.*random index/);
    expect(out).toContain("Saaty");
    expect(out).toContain("Accepted");
  });

  it("rejects judgements that contradict each other, with the worst and what would fit", async () => {
    const { code, out } = await weigh(CONTRADICTION);
    expect(code).toBe(11);
    expect(out).toContain("Rejected");
    expect(out).toMatch(/Farthest from the others: a against c = 1\/5; the others say [\d.]+/);
  });

  it("says the same in Chinese", async () => {
    const { out } = await weigh(CONTRADICTION, "--lang", "zh");
    expect(out).toContain("不通过");
    expect(out).toMatch(/偏离其余判断最大: a 相对 c = 1\/5/);
  });

  it("prints one object with --json, the weights summing to 1", async () => {
    const { out } = await weigh(SOUND, "--json");
    const { weights, consistency, worst, issues } = JSON.parse(out);
    expect(weights.reduce((sum: number, { weight }: { weight: number }) => sum + weight, 0)).toBeCloseTo(
      1,
      12,
    );
    expect(consistency).toMatchObject({ acceptable: true, acceptedBelow: 0.1, randomIndex: 0.58 });
    expect(worst).toMatchObject({ row: "slope", column: "market", given: 5 });
    expect(issues).toEqual([]);
  });

  it("has nothing to revise where judgements agree throughout", async () => {
    const { code, out } = await weigh(",a,b\na,1,4\nb,1/4,1\n");
    expect(code).toBe(0);
    expect(out).not.toContain("Farthest");
  });

  it.each([
    ["not reciprocal", ",a,b\na,1,3\nb,3,1\n", "expected 0.3333, the reciprocal"],
    ["not square", ",a,b\na,1,3\n", "the matrix is 1 x 2, expected 2 rows of 2 numbers"],
    ["no number", ",a,b\na,1,x\nb,1,1\n", "found x, expected a decimal number or a fraction"],
  ])("stops at a matrix that is %s", async (_, table, sentence) => {
    const { code, out, err } = await weigh(table);
    expect(code).toBe(3);
    expect(out).toBe("");
    expect(err).toContain(sentence);
    const json = await weigh(table, "--json");
    expect(JSON.parse(json.out).issues).toHaveLength(1);
  });

  it("says when there is no such file", async () => {
    let err = "";
    const terminal = {
      out: () => undefined,
      err: (text: string) => {
        err += text;
      },
    };
    const code = await runCommand(["weights", join(folder, "none.csv")], {
      ...terminal,
      isWatched: false,
      signal: new AbortController().signal,
    });
    expect(code).toBe(3);
    expect(err).toContain("there is no such file");
  });
});
