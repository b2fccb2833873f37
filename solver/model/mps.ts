import { unitStarts } from "./fill.ts";
import type { Program } from "./program.ts";

/**
 * The program as free-format MPS text, the form other solvers read: a minimisation of the negated objective without
 * OBJSENSE section and without constant, because readers disagree on both. Rows are `r<i>`, columns `c<j>`, numbers the
 * shortest decimals that read back to the same double. Rows with two limits are written twice, once per limit, because
 * readers also disagree on negative ranges. `FREE` on the first line tells CLP that columns are not fixed.
 */
export function writeMps(program: Program): string {
  const { names, header, rhs } = writeRows(program);
  const lines = ["NAME FENGLIN FREE", "ROWS", " N z", ...header, "COLUMNS"];
  const starts = unitStarts(program);
  for (let unit = 0; unit < program.unitCount; unit++) {
    const assignment = names.assignment[unit];
    for (let column = starts[unit]; column < starts[unit + 1]; column++) {
      const entries: string[] = [];
      if (program.benefit[column] !== 0) entries.push(`z ${-program.benefit[column]}`);
      for (let entry = program.columnStarts[column]; entry < program.columnStarts[column + 1]; entry++) {
        for (const row of names.coupling[program.rowIndex[entry]])
          entries.push(`${row} ${program.coefficient[entry]}`);
      }
      if (assignment !== "") entries.push(`${assignment} 1`);
      // A column without any entry must still be declared.
      if (entries.length === 0) entries.push("z 0");
      for (let index = 0; index < entries.length; index += 2) {
        lines.push(
          ` c${column} ${entries[index]}${index + 1 < entries.length ? ` ${entries[index + 1]}` : ""}`,
        );
      }
    }
  }
  lines.push("RHS", ...rhs, "BOUNDS");
  for (let column = 0; column < program.columnPair.length; column++) {
    lines.push(` UP b c${column} ${program.cap[program.columnPair[column]]}`);
  }
  lines.push("ENDATA", "");
  return lines.join("\n");
}

function writeRows(program: Program) {
  const header: string[] = [];
  const rhs: string[] = [];
  const add = (kind: "L" | "G" | "E", limit: number) => {
    const name = `r${header.length}`;
    header.push(` ${kind} ${name}`);
    if (limit !== 0) rhs.push(` rhs ${name} ${limit}`);
    return name;
  };
  const coupling = program.rows.map((_, row) => {
    const lower = program.rowLower[row];
    const upper = program.rowUpper[row];
    if (lower === upper) return [add("E", upper)];
    return [
      ...(upper < Number.POSITIVE_INFINITY ? [add("L", upper)] : []),
      ...(lower > Number.NEGATIVE_INFINITY ? [add("G", lower)] : []),
    ];
  });
  const starts = unitStarts(program);
  const assignment = Array.from(program.unitLimit, (limit, unit) =>
    starts[unit + 1] > starts[unit] ? add(program.mustFill?.[unit] === 1 ? "E" : "L", limit) : "",
  );
  return { names: { coupling, assignment }, header, rhs };
}
