/** Where a command speaks and how it is told to stop; a test brings its own. */
export interface Terminal {
  /** Standard output: the result and nothing else. */
  out(text: string): void;
  /** Standard error: progress and complaints. */
  err(text: string): void;
  /** True when someone watches standard error. */
  readonly isWatched: boolean;
  readonly signal: AbortSignal;
}

/** Reason of an abort that came from outside, with the exit code it asks for. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  constructor(readonly exitCode: 130 | 143) {
    super("interrupted");
  }
}
