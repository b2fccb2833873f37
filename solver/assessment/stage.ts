/**
 * A step of the assessment that keeps its last result, so that an edit recomputes only what depends on it.
 *
 * Inputs are compared by identity: results of earlier stages as they are, plain data as JSON text.
 */
export class Stage<Result> {
  private last: { readonly inputs: readonly unknown[]; readonly result: Result } | undefined;

  constructor(readonly name: string) {}

  /** The kept result where no input has changed, else a new one, whose name is added to `recomputed`. */
  get(inputs: readonly unknown[], compute: () => Result, recomputed: string[]): Result {
    const { last } = this;
    if (last && inputs.every((input, i) => Object.is(input, last.inputs[i]))) return last.result;
    const result = compute();
    this.last = { inputs, result };
    recomputed.push(this.name);
    return result;
  }
}
