import { cleanText } from "./clean-text.ts";

/** A computed number with the decimals it is printed with; the exact value stays at hand for whoever checks the print. */
export class Rounded {
  constructor(
    readonly value: number,
    readonly decimals: number,
  ) {}
}

/** What a report is made of before it becomes text. Plain numbers are printed as they are, to the last bit. */
export type ReportNode =
  | string
  | number
  | boolean
  | null
  | Rounded
  | readonly ReportNode[]
  | { readonly [key: string]: ReportNode };

/** A broken contract inside `report`: something that must be a number is none, or two parcels share an id. */
export class ReportError extends Error {
  override readonly name = "ReportError";
  constructor(
    readonly code: string,
    message: string,
    readonly context: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}

/** `value` printed with a fixed number of decimals, at most 12. */
export function toDecimals(value: number, decimals: number): Rounded {
  return new Rounded(value, decimals);
}

/** `value` printed with ten significant digits, and never coarser than whole units. */
export function toTenDigits(value: number): Rounded {
  const magnitude = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return new Rounded(value, Math.min(12, Math.max(0, 9 - magnitude)));
}

/** A score or fact where "no data" (NaN) is a legitimate answer and is written as null. */
export function orNull(value: number, decimals: number): Rounded | null {
  return Number.isNaN(value) ? null : new Rounded(value, decimals);
}

/** The number that is printed: half away from zero in decimal, and never a negative zero. */
export function roundFigure({ value, decimals }: Rounded): number {
  return Number(value.toFixed(decimals)) + 0;
}

/**
 * JSON text of a node on one line, keys in the order given. Strings lose their control and direction characters.
 *
 * @throws {ReportError} `not-finite` for NaN and infinities: JSON has no word for them, and a null would hide them.
 */
export function writeNode(node: ReportNode, path = ""): string {
  if (node === null || typeof node === "boolean") return String(node);
  if (typeof node === "string") return JSON.stringify(cleanText(node));
  if (typeof node === "number") return writeNumber(node, path);
  if (node instanceof Rounded)
    return writeNumber(Number.isFinite(node.value) ? roundFigure(node) : node.value, path);
  if (isList(node)) return `[${node.map((item, k) => writeNode(item, `${path}/${k}`)).join(",")}]`;
  const members = Object.entries(node).map(
    ([key, value]) => `${JSON.stringify(cleanText(key))}:${writeNode(value, `${path}/${key}`)}`,
  );
  return `{${members.join(",")}}`;
}

/** True for the list members of a node; `Array.isArray` alone does not narrow a readonly array. */
export function isList(node: ReportNode): node is readonly ReportNode[] {
  return Array.isArray(node);
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) {
    throw new ReportError("not-finite", `${path} is ${value}; a report holds finite numbers only.`, { path });
  }
  return String(value + 0);
}
