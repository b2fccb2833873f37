import type { SolveOptions } from "../engine.ts";
import type { LpLimits } from "../linear-program.ts";

/** Longest stretch without a look at the event loop, where a cancel arrives. */
const BREATH_MS = 30;

/** Says between passes whether to go on, and lets the host's events through now and then. */
export class Pace {
  readonly #startMs = performance.now();
  readonly #signal: AbortSignal | undefined;
  readonly #endMs: number;
  #breathMs = this.#startMs;

  constructor(options: Pick<SolveOptions, "signal" | "timeLimitS">) {
    this.#signal = options.signal;
    this.#endMs = this.#startMs + 1000 * (options.timeLimitS ?? Number.POSITIVE_INFINITY);
  }

  get elapsedS(): number {
    return (performance.now() - this.#startMs) / 1000;
  }

  /** Why the solve must end now, if it must. */
  get reached(): "cancel" | "time" | undefined {
    if (this.#signal?.aborted) return "cancel";
    return performance.now() > this.#endMs ? "time" : undefined;
  }

  async proceed(): Promise<boolean> {
    if (performance.now() - this.#breathMs > BREATH_MS) {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      this.#breathMs = performance.now();
    }
    return this.reached === undefined;
  }

  lpLimits(): LpLimits {
    return {
      timeLimitS: Math.max(0, Math.min(1e6, (this.#endMs - performance.now()) / 1000)),
      shouldStop: () => this.reached !== undefined,
    };
  }
}
