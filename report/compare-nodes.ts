import { cleanText } from "./clean-text.ts";
import { isList, type ReportNode, Rounded } from "./figure.ts";

/** A place where a report does not say what its inputs say. */
export interface Difference {
  /** Where in the report, such as `fenglin/totals/3/planned` or `features/D-0412/share_RR`. */
  readonly path: string;
  readonly kind: "changed" | "missing" | "unexpected" | "rule" | "text";
  readonly stated: string;
  readonly recomputed: string;
}

/**
 * Every difference between what a report states (parsed JSON) and what was recomputed, in the report's order.
 *
 * A rounded figure agrees when it is the recomputed value to half a unit of its last printed decimal; everything
 * else must be equal.
 */
export function compareNodes(stated: unknown, recomputed: ReportNode, path: string): Difference[] {
  if (recomputed instanceof Rounded) {
    return isRoundingOf(stated, recomputed) ? [] : [changed(path, stated, String(recomputed.value))];
  }
  if (typeof recomputed === "string") {
    const expected = cleanText(recomputed);
    return stated === expected ? [] : [changed(path, stated, expected)];
  }
  if (typeof recomputed !== "object" || recomputed === null) {
    return Object.is(stated, plain(recomputed)) ? [] : [changed(path, stated, String(recomputed))];
  }
  return isList(recomputed)
    ? compareLists(stated, recomputed, path)
    : compareMembers(stated, recomputed, path);
}

/** A stated value in words, short enough for a line. */
export function showValue(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function compareLists(stated: unknown, recomputed: readonly ReportNode[], path: string): Difference[] {
  if (!Array.isArray(stated) || stated.length !== recomputed.length) {
    const seen = Array.isArray(stated) ? `${stated.length} entries` : showValue(stated);
    return [{ path, kind: "changed", stated: seen, recomputed: `${recomputed.length} entries` }];
  }
  return recomputed.flatMap((item, k) => compareNodes(stated[k], item, `${path}/${k}`));
}

function compareMembers(
  stated: unknown,
  recomputed: { readonly [key: string]: ReportNode },
  path: string,
): Difference[] {
  if (!isRecord(stated)) return [changed(path, stated, "an object")];
  const unexpected = Object.keys(stated)
    .filter((key) => !Object.hasOwn(recomputed, key))
    .map((key): Difference => {
      return {
        path: `${path}/${key}`,
        kind: "unexpected",
        stated: showValue(stated[key]),
        recomputed: "nothing",
      };
    });
  const others = Object.entries(recomputed).flatMap(([key, node]) =>
    Object.hasOwn(stated, key)
      ? compareNodes(stated[key], node, `${path}/${key}`)
      : [{ path: `${path}/${key}`, kind: "missing" as const, stated: "nothing", recomputed: "a value" }],
  );
  return [...others, ...unexpected];
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * `Math.exp`, `pow` and their kin differ in the last bit between JavaScript engines; over a region's sums that grows to
 * about 1e-12. A report made in the window must stand up in the command line, so a hundredth of the 1e-9 that a
 * certificate vouches for is allowed.
 */
const OTHER_ENGINE = 1e-11;

function isRoundingOf(stated: unknown, { value, decimals }: Rounded): boolean {
  if (typeof stated !== "number") return false;
  const halfUnit = 0.5 * 10 ** -decimals;
  return Math.abs(stated - value) <= halfUnit * (1 + 1e-6) + OTHER_ENGINE * Math.max(1, Math.abs(value));
}

/** JSON has one zero. */
function plain(value: number | boolean | null): number | boolean | null {
  return typeof value === "number" ? value + 0 : value;
}

function changed(path: string, stated: unknown, recomputed: string): Difference {
  return { path, kind: "changed", stated: showValue(stated), recomputed };
}
