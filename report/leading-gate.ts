import type { GateTable } from "#solver/assessment";

/** Position of the gate that takes most of a pair, first of equals; undefined where none takes anything. */
export function leadingGate({ offsets, reasons, shares }: GateTable, pair: number): number | undefined {
  let [leading, most] = [-1, 0];
  for (let at = offsets[pair]; at < offsets[pair + 1]; at++) {
    if (shares[at] > most) [leading, most] = [reasons[at], shares[at]];
  }
  return leading < 0 ? undefined : leading;
}
