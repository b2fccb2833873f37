import type { Engine } from "../engine.ts";
import { type HighsSource, loadHighsSolver } from "../highs.ts";
import type { LpSolver } from "../linear-program.ts";
import { solveByDual } from "./dual-newton-core.ts";

/** The dual engine with HiGHS for its cores; loads the WebAssembly at the first solve. */
export function createDualEngine(source: HighsSource = {}): Engine {
  let loading: Promise<LpSolver> | undefined;
  const loaded = () => {
    loading ??= loadHighsSolver(source);
    return loading;
  };
  return {
    id: "dual",
    solveSmall: async (lp, limits) => (await loaded()).solveLp(lp, limits),
    async solve(program, options) {
      return { engine: "dual", ...(await solveByDual(await loaded(), program, options)) };
    },
  };
}
