import type { Issue } from "#gis";

/** A linear program as a file states it, always a minimisation; columns may be integer, bounds infinite. */
export interface MpsProgram {
  readonly columnNames: readonly string[];
  readonly rowNames: readonly string[];
  /** Cost of each column; negated where the file maximises. */
  readonly cost: Float64Array;
  /** Added to the cost of every answer. */
  readonly constant: number;
  /** True where the file asks for a maximum; its value is minus ours. */
  readonly maximises: boolean;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Compressed columns. */
  readonly starts: Int32Array;
  readonly rowIndex: Int32Array;
  readonly coefficient: Float64Array;
}

/** Numbers a file may use; anything else JavaScript would read (hexadecimal, blanks, `Infinity`) is refused. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eEdD][+-]?\d+)?$/;
const INFINITE = /^[+-]?(inf|infinity|1e\+?30)$/i;
/** Findings after which reading stops: a file that is no MPS at all would name every line. */
const MOST_FINDINGS = 20;

/**
 * The program of a free-format MPS text, or what is wrong with it, line by line. Understood: NAME, OBJSENSE, ROWS,
 * COLUMNS with integer markers, RHS, RANGES, BOUNDS, ENDATA. Where readers disagree (an upper bound below 0 beside a
 * lower bound never stated, an entry given twice) the file is refused instead of guessed at.
 */
export function readMps(
  text: string,
  file: string,
): { readonly program?: MpsProgram; readonly issues: readonly Issue[] } {
  const reader = new MpsReader(file);
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (reader.isDone || reader.issues.length >= MOST_FINDINGS) break;
    reader.read(line, index + 1);
  }
  const program = reader.finish();
  return { ...(program ? { program } : {}), issues: reader.issues };
}

const SECTIONS = ["NAME", "OBJSENSE", "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "ENDATA"] as const;
type Section = (typeof SECTIONS)[number];

interface Row {
  readonly kind: "L" | "G" | "E";
  rhs: number;
  range: number | undefined;
  hasRhs: boolean;
}

class MpsReader {
  readonly issues: Issue[] = [];
  isDone = false;
  readonly #file: string;
  #section: Section | undefined;
  #objective: string | undefined;
  #constant = 0;
  #maximises = false;
  #isInteger = false;
  readonly #ignoredRows = new Set<string>();
  readonly #rowOf = new Map<string, number>();
  readonly #rows: Row[] = [];
  readonly #columnOf = new Map<string, number>();
  readonly #cost: number[] = [];
  readonly #integer: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #hasLower: boolean[] = [];
  readonly #starts: number[] = [0];
  readonly #rowIndex: number[] = [];
  readonly #coefficient: number[] = [];
  readonly #seen = new Set<number>();
  #hasCost = false;

  constructor(file: string) {
    this.#file = file;
  }

  read(line: string, number: number): void {
    if (line.trim() === "" || line.startsWith("*")) return;
    const words = line.trim().split(/\s+/);
    if (!/^\s/.test(line)) {
      this.#open(words, number);
      return;
    }
    switch (this.#section) {
      case "OBJSENSE":
        this.#readSense(words[0], number);
        return;
      case "ROWS":
        this.#readRow(words, number);
        return;
      case "COLUMNS":
        this.#readColumn(words, number);
        return;
      case "RHS":
        this.#readRhs(words, number);
        return;
      case "RANGES":
        this.#readRange(words, number);
        return;
      case "BOUNDS":
        this.#readBound(words, number);
        return;
      default:
        this.#fail("mps-line-outside-section", number, { text: line.trim().slice(0, 60) });
    }
  }

  finish(): MpsProgram | undefined {
    if (this.issues.length > 0) return undefined;
    if (!this.isDone) this.#fail("mps-no-end", 0, {});
    else if (this.#objective === undefined) this.#fail("mps-no-objective", 0, {});
    else if (this.#columnOf.size === 0) this.#fail("mps-empty", 0, {});
    this.#closeColumn();
    for (const [column, isInteger] of this.#integer.entries()) {
      if (isInteger === 0) continue;
      this.#lower[column] = Math.ceil(this.#lower[column]);
      this.#upper[column] = Math.floor(this.#upper[column]);
    }
    for (const [name, column] of this.#columnOf) {
      if (this.#lower[column] <= this.#upper[column]) continue;
      this.#fail("mps-bounds-contradict", 0, {
        name,
        lower: this.#lower[column],
        upper: this.#upper[column],
      });
    }
    if (this.issues.length > 0) return undefined;
    return {
      columnNames: [...this.#columnOf.keys()],
      rowNames: [...this.#rowOf.keys()],
      cost: Float64Array.from(this.#cost, (cost) => (this.#maximises ? -cost : cost)),
      constant: this.#maximises ? -this.#constant : this.#constant,
      maximises: this.#maximises,
      columnLower: Float64Array.from(this.#lower),
      columnUpper: Float64Array.from(this.#upper),
      integer: Uint8Array.from(this.#integer),
      rowLower: Float64Array.from(this.#rows, (row) => limitsOf(row)[0]),
      rowUpper: Float64Array.from(this.#rows, (row) => limitsOf(row)[1]),
      starts: Int32Array.from(this.#starts),
      rowIndex: Int32Array.from(this.#rowIndex),
      coefficient: Float64Array.from(this.#coefficient),
    };
  }

  #open(words: readonly string[], line: number): void {
    const section = SECTIONS.find((name) => name === words[0].toUpperCase());
    if (!section) {
      this.#fail("mps-unknown-section", line, { text: words[0].slice(0, 60) });
      return;
    }
    if (section === "ENDATA") this.isDone = true;
    if (section === "OBJSENSE" && words.length > 1) this.#readSense(words[1], line);
    this.#section = section;
  }

  #readSense(word: string, line: number): void {
    if (/^max(imi[sz]e)?$/i.test(word)) this.#maximises = true;
    else if (!/^min(imi[sz]e)?$/i.test(word))
      this.#fail("mps-unknown-word", line, { text: word.slice(0, 60) });
  }

  #readRow([kind, name]: readonly string[], line: number): void {
    const upperKind = kind.toUpperCase();
    if (name === undefined) {
      this.#fail("mps-short-line", line, {});
      return;
    }
    if (this.#rowOf.has(name) || this.#ignoredRows.has(name) || name === this.#objective) {
      this.#fail("mps-name-twice", line, { name });
      return;
    }
    if (upperKind === "N") {
      // Free rows beyond the first say nothing.
      if (this.#objective === undefined) this.#objective = name;
      else this.#ignoredRows.add(name);
    } else if (upperKind === "L" || upperKind === "G" || upperKind === "E") {
      this.#rowOf.set(name, this.#rows.length);
      this.#rows.push({ kind: upperKind, rhs: 0, range: undefined, hasRhs: false });
    } else this.#fail("mps-unknown-word", line, { text: kind.slice(0, 60) });
  }

  #readColumn(words: readonly string[], line: number): void {
    if (words[1] === "'MARKER'") {
      if (words[2] === "'INTORG'") this.#isInteger = true;
      else if (words[2] === "'INTEND'") this.#isInteger = false;
      else this.#fail("mps-unknown-word", line, { text: String(words[2]).slice(0, 60) });
      return;
    }
    const name = words[0];
    const column = this.#columnOf.get(name);
    if (column === undefined) this.#startColumn(name);
    else if (column !== this.#columnOf.size - 1) {
      this.#fail("mps-name-twice", line, { name });
      return;
    }
    this.#readPairs(words, line, (rowName, value) => {
      if (rowName === this.#objective) {
        if (this.#hasCost) {
          this.#fail("mps-entry-twice", line, { name, row: rowName });
          return;
        }
        this.#hasCost = true;
        this.#cost[this.#cost.length - 1] = value;
        return;
      }
      const row = this.#rowOf.get(rowName);
      if (row === undefined) {
        this.#failUnknownRow(rowName, line);
        return;
      }
      if (this.#seen.has(row)) {
        this.#fail("mps-entry-twice", line, { name, row: rowName });
        return;
      }
      this.#seen.add(row);
      if (value === 0) return;
      this.#rowIndex.push(row);
      this.#coefficient.push(value);
    });
  }

  #startColumn(name: string): void {
    this.#closeColumn();
    this.#columnOf.set(name, this.#cost.length);
    this.#cost.push(0);
    this.#integer.push(this.#isInteger ? 1 : 0);
    this.#lower.push(0);
    this.#hasLower.push(false);
    this.#upper.push(Number.POSITIVE_INFINITY);
  }

  #closeColumn(): void {
    if (this.#starts.length === this.#cost.length) this.#starts.push(this.#rowIndex.length);
    this.#seen.clear();
    this.#hasCost = false;
  }

  #readRhs(words: readonly string[], line: number): void {
    this.#readPairs(words, line, (name, value) => {
      // By convention the objective's right-hand side is minus its constant.
      if (name === this.#objective) {
        this.#constant = value === 0 ? 0 : -value;
        return;
      }
      const row = this.#rowOf.get(name);
      if (row === undefined) {
        this.#failUnknownRow(name, line);
        return;
      }
      if (this.#rows[row].hasRhs) {
        this.#fail("mps-entry-twice", line, { name: "RHS", row: name });
        return;
      }
      this.#rows[row].rhs = value;
      this.#rows[row].hasRhs = true;
    });
  }

  #readRange(words: readonly string[], line: number): void {
    this.#readPairs(words, line, (name, value) => {
      const row = this.#rowOf.get(name);
      if (row === undefined) {
        this.#failUnknownRow(name, line);
        return;
      }
      if (this.#rows[row].range !== undefined) {
        this.#fail("mps-entry-twice", line, { name: "RANGES", row: name });
        return;
      }
      this.#rows[row].range = value;
    });
  }

  #readBound(words: readonly string[], line: number): void {
    const kind = words[0].toUpperCase();
    const takesNumber = !["FR", "MI", "PL", "BV"].includes(kind);
    // The name of the set of bounds may be left out.
    const [name, word] = words.slice(words.length - (takesNumber ? 2 : 1));
    const column = this.#columnOf.get(words.length >= (takesNumber ? 3 : 2) ? name : "");
    if (column === undefined) {
      this.#fail("mps-unknown-column", line, { name: String(name).slice(0, 60) });
      return;
    }
    const value = takesNumber ? this.#readBoundNumber(word, line) : 0;
    if (value === undefined) return;
    switch (kind) {
      case "UP":
      case "UI":
        if (value < 0 && !this.#hasLower[column]) {
          this.#fail("mps-negative-upper", line, { name });
          return;
        }
        this.#upper[column] = value;
        break;
      case "LO":
      case "LI":
        this.#setLower(column, value);
        break;
      case "FX":
        this.#setLower(column, value);
        this.#upper[column] = value;
        break;
      case "FR":
        this.#setLower(column, Number.NEGATIVE_INFINITY);
        this.#upper[column] = Number.POSITIVE_INFINITY;
        break;
      case "MI":
        this.#setLower(column, Number.NEGATIVE_INFINITY);
        break;
      case "PL":
        this.#upper[column] = Number.POSITIVE_INFINITY;
        break;
      case "BV":
        this.#integer[column] = 1;
        this.#setLower(column, 0);
        this.#upper[column] = 1;
        break;
      default:
        this.#fail("mps-unknown-word", line, { text: kind.slice(0, 60) });
        return;
    }
    if (kind === "UI" || kind === "LI") this.#integer[column] = 1;
  }

  #setLower(column: number, value: number): void {
    this.#lower[column] = value;
    this.#hasLower[column] = true;
  }

  #readBoundNumber(word: string, line: number): number | undefined {
    if (INFINITE.test(word))
      return word.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return this.#readNumber(word, line);
  }

  /** The `name value` pairs of a line after its first word, which RHS and RANGES may leave out. */
  #readPairs(words: readonly string[], line: number, take: (name: string, value: number) => void): void {
    const isUnnamed = words.length % 2 === 0 && this.#section !== "COLUMNS";
    const pairs = isUnnamed ? words : words.slice(1);
    if (pairs.length === 0 || pairs.length % 2 === 1) {
      this.#fail("mps-short-line", line, {});
      return;
    }
    for (let at = 0; at < pairs.length; at += 2) {
      const value = this.#readNumber(pairs[at + 1], line);
      if (value === undefined) return;
      if (!this.#ignoredRows.has(pairs[at])) take(pairs[at], value);
    }
  }

  #readNumber(word: string, line: number): number | undefined {
    const value = NUMBER.test(word) ? Number(word.replace(/d/i, "e")) : Number.NaN;
    if (Number.isFinite(value)) return value;
    this.#fail("mps-not-a-number", line, { text: word.slice(0, 60) });
    return undefined;
  }

  #failUnknownRow(name: string, line: number): void {
    this.#fail("mps-unknown-row", line, { name: name.slice(0, 60) });
  }

  #fail(code: string, line: number, context: Readonly<Record<string, string | number>>): void {
    const where = { file: this.#file, ...(line > 0 ? { feature: `line ${line}` } : {}) };
    this.issues.push({ code, severity: "error", where, context });
  }
}

function limitsOf({ kind, rhs, range }: Row): readonly [lower: number, upper: number] {
  const width = Math.abs(range ?? 0);
  switch (kind) {
    case "L":
      return [range === undefined ? Number.NEGATIVE_INFINITY : rhs - width, rhs];
    case "G":
      return [rhs, range === undefined ? Number.POSITIVE_INFINITY : rhs + width];
    case "E":
      return (range ?? 0) < 0 ? [rhs - width, rhs] : [rhs, rhs + width];
  }
}
