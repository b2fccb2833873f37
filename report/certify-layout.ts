import { type Certificate, certify } from "#solver/engine";
import type { Layout } from "#solver/layout";
import type { Program } from "#solver/model";

/** The certificate of the shares a report states, to the last bit what a reader of the report computes from it. */
export function certifyLayout(program: Program, layout: Layout, rowDual: Float64Array): Certificate {
  return certify(program, sharesOfColumns(program, layout), rowDual);
}

/** Shares in the order of the program's columns. */
function sharesOfColumns(program: Program, layout: Layout): Float64Array {
  return Float64Array.from(program.columnPair, (pair) => layout.share[pair]);
}
