/**
 * A small bench: `npm run bench -- solve|read|assess|page [region]`; `npm run bench -- solve --units 1000,5000` races engines
 * on seeded programs instead (`solve.ts`), and `npm run bench -- assess --cells 1e6,1e7,1e8` terrain against gdaldem
 * (`terrain.ts`). Times on a shared machine say little, so every line is a
 * ratio of two things done in turn within one run; the median of the rounds counts.
 */
import { type Assessment, assessRegion } from "#solver/assessment";
import { certify, createHighsEngine, fullLinearProgram, loadHighsSolver } from "#solver/engine";
import { compileProgram, type Program } from "#solver/model";
import { REGION_FILE, type Region, type RegionFiles, readRegion } from "#solver/region";
import { findRegion, openRegion } from "../../cli/region-files.ts";
import { benchPage } from "./page.ts";
import { benchSolve } from "./solve.ts";
import { benchTerrain } from "./terrain.ts";

const ROUNDS = 3;

/** Does each task in turn, round by round. Returns the median seconds of each, in the order given. */
async function raceInTurn(tasks: readonly (() => Promise<unknown> | unknown)[]): Promise<readonly number[]> {
  const seconds = tasks.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [k, task] of tasks.entries()) {
      const start = performance.now();
      await task();
      seconds[k].push((performance.now() - start) / 1000);
    }
  }
  return seconds.map((list) => list.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]);
}

async function open(id: string): Promise<{ files: RegionFiles; region: Region; assessment: Assessment }> {
  const files = openRegion(await findRegion(id));
  const { region, issues } = await readRegion(files);
  if (!region) throw new Error(issues.map(({ code }) => code).join(", "));
  return { files, region, assessment: assessRegion(region).assessment };
}

/** Pricing around HiGHS against HiGHS alone, on the same program. */
async function benchPricing(id: string): Promise<void> {
  const { region, assessment } = await open(id);
  const { program } = compileProgram(region.definition.problem, assessment);
  if (!program) throw new Error("the problem cannot be compiled");
  const engine = await createHighsEngine();
  const alone = await loadHighsSolver();
  const lp = fullLinearProgram(program);
  const values: number[] = [];
  const [pricing, plain] = await raceInTurn([
    async () => {
      const { termination, x, rowDual } = await engine.solve(program, {});
      if (termination.reason !== "optimal") throw new Error(`pricing: ${termination.reason}`);
      values[0] = -certify(program, x, rowDual).primal;
    },
    async () => {
      const outcome = await alone.solveLp(lp, { timeLimitS: 300, shouldStop: () => false });
      if (outcome.status !== "optimal") throw new Error(`HiGHS alone: ${outcome.status}`);
      values[1] = objectiveOf(program, outcome.x);
    },
  ]);
  say(id, `${program.columnPair.length} columns, ${program.rows.length} rules`);
  say("HiGHS alone / pricing", ratio(plain, pricing));
  say(
    "difference of the two optima",
    (Math.abs(values[0] - values[1]) / Math.abs(values[1])).toExponential(1),
  );
}

function objectiveOf({ benefit }: Program, x: Float64Array): number {
  return benefit.reduce((sum, gain, column) => sum + gain * x[column], 0);
}

/** Reading a region against taking the bytes of its files from disk. */
async function benchRead(id: string): Promise<void> {
  const { files, region } = await open(id);
  const paths = [REGION_FILE, ...region.definition.layers.map(({ file }) => file)];
  const [read, bytes] = await raceInTurn([
    () => readRegion(files),
    () => Promise.all(paths.map((path) => files.read(path))),
  ]);
  say(id, `${region.units.count} parcels, ${paths.length} files`);
  say("readRegion / reading the bytes", ratio(read, bytes));
}

/** Assessing a region against reading it. */
async function benchAssess(id: string): Promise<void> {
  const { files, region } = await open(id);
  const [assess, read] = await raceInTurn([() => assessRegion(region), () => readRegion(files)]);
  say(id, `${region.units.count} parcels`);
  say("assessRegion / readRegion", ratio(assess, read));
}

function ratio(a: number, b: number): string {
  return `${(a / b).toPrecision(3)}  (${a.toFixed(2)} s / ${b.toFixed(2)} s)`;
}

function say(what: string, text: string): void {
  console.log(`${what.padEnd(32)}${text}`);
}

const BENCHES: Readonly<Record<string, (id: string) => Promise<void>>> = {
  solve: benchPricing,
  read: benchRead,
  assess: benchAssess,
  page: benchPage,
};

const [name = "solve", region = "huajiang", ...others] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (name === "assess" && region.startsWith("--")) {
  await benchTerrain(others);
} else if (name === "solve" && region.startsWith("--")) {
  if (!(await benchSolve([region, ...others]))) process.exitCode = 1;
} else if (bench) await bench(region);
else {
  console.error(`usage: npm run bench -- ${Object.keys(BENCHES).join("|")} [region]`);
  process.exitCode = 2;
}
