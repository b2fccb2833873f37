import type { Layout } from "#solver/layout";
import type { OptionId } from "#solver/region";
import { AS_IS } from "./columns.ts";
import { type Difference, showValue } from "./compare-nodes.ts";
import type { ParsedFeature } from "./parse-report.ts";

/** A share below this is round-off, not a use. */
const NO_SHARE = 1e-9;

/** What a layout may be: which industries there are and how much of a parcel each may take. */
export interface LayoutFrame {
  readonly ids: readonly string[];
  readonly options: readonly OptionId[];
  /** Largest share of each pair `unit * optionCount + option`; 0 = closed. */
  readonly cap: Float64Array;
  readonly unitLimit: Float64Array;
}

/**
 * The layout that a report's features state, with every breach of what a layout may be: a parcel that is missing,
 * twice or unknown, a share outside its cap, a closed pair in use, more than the whole of a parcel.
 */
export function rebuildLayout(
  features: readonly ParsedFeature[],
  frame: LayoutFrame,
): { readonly layout: Layout; readonly differences: readonly Difference[] } {
  const optionCount = frame.options.length;
  const share = new Float64Array(frame.ids.length * optionCount);
  const { byId, differences } = matchFeatures(features, frame.ids);
  frame.ids.forEach((id, unit) => {
    const feature = byId.get(id);
    if (!feature) return;
    let sum = 0;
    frame.options.forEach((option, k) => {
      const pair = unit * optionCount + k;
      const stated = feature.properties[`share_${option}`];
      const value = typeof stated === "number" && Number.isFinite(stated) ? stated : 0;
      if (!(value >= 0 && value <= frame.cap[pair] + NO_SHARE)) {
        const limit = frame.cap[pair] === 0 ? "closed here" : `between 0 and ${frame.cap[pair]}`;
        differences.push(breach(`features/${id}/share_${option}`, stated, limit));
      }
      share[pair] = value;
      sum += value;
    });
    if (sum > frame.unitLimit[unit] + NO_SHARE) {
      differences.push(breach(`features/${id}`, sum, `shares of at most ${frame.unitLimit[unit]} together`));
    }
  });
  return { layout: describeLayout(share, frame.options), differences };
}

/** The whole-parcel layout that a report's features state; undefined when a parcel names none. */
export function rebuildWholeLayout(
  features: readonly ParsedFeature[],
  { ids, options }: Pick<LayoutFrame, "ids" | "options">,
): Layout | undefined {
  const choiceOf = new Map(features.map(({ id, properties }) => [id, properties.industry_whole]));
  const indexOf = new Map<unknown, number>(options.map((option, k) => [option, k]));
  const share = new Float64Array(ids.length * options.length);
  for (const [unit, id] of ids.entries()) {
    const choice = choiceOf.get(id);
    const option = indexOf.get(choice) ?? -1;
    if (option < 0 && choice !== AS_IS) return undefined;
    if (option >= 0) share[unit * options.length + option] = 1;
  }
  return describeLayout(share, options);
}

function describeLayout(share: Float64Array, options: readonly OptionId[]): Layout {
  const unitCount = share.length / options.length;
  const leading = new Int16Array(unitCount);
  const split: number[] = [];
  for (let unit = 0; unit < unitCount; unit++) {
    const shares = share.subarray(unit * options.length, (unit + 1) * options.length);
    const asIs = 1 - shares.reduce((sum, value) => sum + value, 0);
    const largest = shares.reduce((best, value, k) => (value > shares[best] ? k : best), 0);
    leading[unit] = shares[largest] > asIs ? largest : -1;
    const uses = shares.filter((value) => value > NO_SHARE).length + (asIs > NO_SHARE ? 1 : 0);
    if (uses > 1) split.push(unit);
  }
  return { options, share, leading, splitUnits: Int32Array.from(split) };
}

function matchFeatures(features: readonly ParsedFeature[], ids: readonly string[]) {
  const byId = new Map<string, ParsedFeature>();
  const differences: Difference[] = [];
  const known = new Set(ids);
  for (const feature of features) {
    const path = `features/${feature.id}`;
    if (!known.has(feature.id)) {
      differences.push({ path, kind: "unexpected", stated: "a parcel", recomputed: "no such parcel" });
    } else if (byId.has(feature.id)) {
      differences.push({ path, kind: "unexpected", stated: "a second time", recomputed: "once" });
    }
    byId.set(feature.id, feature);
  }
  for (const id of ids) {
    if (!byId.has(id)) {
      differences.push({
        path: `features/${id}`,
        kind: "missing",
        stated: "nothing",
        recomputed: "a parcel",
      });
    }
  }
  return { byId, differences };
}

function breach(path: string, stated: unknown, recomputed: string): Difference {
  return { path, kind: "rule", stated: showValue(stated), recomputed };
}
