export interface MpsProgram {
  readonly objective: readonly number[];
  readonly columns: readonly (readonly { readonly row: number; readonly value: number }[])[];
  readonly columnUpper: readonly number[];
  readonly rowLower: readonly number[];
  readonly rowUpper: readonly number[];
}

/** A reader of the free-format MPS this program writes; anything else in the text is an error. */
export function readMps(text: string): MpsProgram {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const kinds: string[] = [];
  const limits: number[] = [];
  const objective: number[] = [];
  const entries: { row: number; value: number }[][] = [];
  const columnUpper: number[] = [];
  let objectiveName = "";
  let section = "";
  for (const line of text.split("\n")) {
    if (line === "") continue;
    if (!line.startsWith(" ")) {
      section = line.split(" ")[0];
      continue;
    }
    const fields = line.trim().split(/\s+/);
    if (section === "ROWS") {
      const [kind, name] = fields;
      if (kind === "N") {
        objectiveName = name;
        continue;
      }
      rows.set(name, kinds.length);
      kinds.push(kind);
      limits.push(0);
    } else if (section === "COLUMNS") {
      const name = fields[0];
      if (!columns.has(name)) {
        columns.set(name, entries.length);
        entries.push([]);
        objective.push(0);
        columnUpper.push(Number.POSITIVE_INFINITY);
      }
      const column = columns.get(name) as number;
      for (let index = 1; index < fields.length; index += 2) {
        const value = Number(fields[index + 1]);
        if (fields[index] === objectiveName) objective[column] = value;
        else entries[column].push({ row: indexOf(rows, fields[index]), value });
      }
    } else if (section === "RHS") {
      for (let index = 1; index < fields.length; index += 2)
        limits[indexOf(rows, fields[index])] = Number(fields[index + 1]);
    } else if (section === "BOUNDS" && fields[0] === "UP") {
      columnUpper[indexOf(columns, fields[2])] = Number(fields[3]);
    } else throw new Error(`unexpected line in ${section}: ${line}`);
  }
  return {
    objective,
    columns: entries,
    columnUpper,
    rowLower: kinds.map((kind, row) => (kind === "L" ? Number.NEGATIVE_INFINITY : limits[row])),
    rowUpper: kinds.map((kind, row) => (kind === "G" ? Number.POSITIVE_INFINITY : limits[row])),
  };
}

function indexOf(names: ReadonlyMap<string, number>, name: string): number {
  const index = names.get(name);
  if (index === undefined) throw new Error(`unknown name ${name}`);
  return index;
}
