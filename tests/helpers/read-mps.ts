import type { LinearProgram } from "#solver/engine";

/**
 * A program written as free-format MPS, read by someone who knows the format only: sections, no ranges, no OBJSENSE,
 * default bounds [0, inf). The minimisation is returned as the maximisation of its negative, in which form our solvers
 * are handed programs.
 *
 * Source: the free-format MPS pages of HiGHS, GLPK and CPLEX.
 */
export function readMps(text: string): LinearProgram {
  const rows = new Map<string, { index: number; kind: string }>();
  const columns = new Map<string, { cost: number; upper: number; entries: [row: number, value: number][] }>();
  const limits: number[] = [];
  let objective = "";
  let section = "";
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("*")) continue;
    const words = line.trim().split(/\s+/);
    if (!line.startsWith(" ")) {
      section = words[0];
      continue;
    }
    switch (section) {
      case "ROWS": {
        const [kind, name] = words;
        if (kind === "N") objective = name;
        else rows.set(name, { index: limits.push(0) - 1, kind });
        break;
      }
      case "COLUMNS": {
        const column = columns.get(words[0]) ?? { cost: 0, upper: Number.POSITIVE_INFINITY, entries: [] };
        columns.set(words[0], column);
        for (let k = 1; k < words.length; k += 2) {
          if (words[k] === objective) column.cost = Number(words[k + 1]);
          else column.entries.push([rowOf(rows, words[k]).index, Number(words[k + 1])]);
        }
        break;
      }
      case "RHS":
        for (let k = 1; k < words.length; k += 2) limits[rowOf(rows, words[k]).index] = Number(words[k + 1]);
        break;
      case "BOUNDS": {
        const [kind, , name, value] = words;
        const column = columns.get(name);
        if (kind !== "UP" || !column) throw new Error(`cannot read: ${line}`);
        column.upper = Number(value);
        break;
      }
      default:
        throw new Error(`cannot read section ${section}`);
    }
  }
  const kinds = [...rows.values()].map(({ kind }) => kind);
  const list = [...columns.values()];
  const starts = Int32Array.from([0, ...list.map(({ entries }) => entries.length)]);
  for (let k = 1; k < starts.length; k++) starts[k] += starts[k - 1];
  return {
    columnCount: list.length,
    rowCount: kinds.length,
    objective: Float64Array.from(list, ({ cost }) => -cost),
    columnUpper: Float64Array.from(list, ({ upper }) => upper),
    rowLower: Float64Array.from(kinds, (kind, k) => (kind === "L" ? Number.NEGATIVE_INFINITY : limits[k])),
    rowUpper: Float64Array.from(kinds, (kind, k) => (kind === "G" ? Number.POSITIVE_INFINITY : limits[k])),
    starts,
    index: Int32Array.from(list.flatMap(({ entries }) => entries.map(([row]) => row))),
    value: Float64Array.from(list.flatMap(({ entries }) => entries.map(([, value]) => value))),
  };
}

function rowOf(rows: ReadonlyMap<string, { index: number; kind: string }>, name: string) {
  const row = rows.get(name);
  if (!row) throw new Error(`no such row: ${name}`);
  return row;
}
