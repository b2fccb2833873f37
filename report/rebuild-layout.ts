import { type Layout, layoutOf } from "#solver/layout";
import type { Program } from "#solver/model";
import { type Difference, showValue } from "./compare-nodes.ts";
import type { ParsedFeature } from "./parse-report.ts";

/** A share beyond its cap by less than this is round-off. */
const ROUND_OFF = 1e-9;

/**
 * The layout that a report's features state, with every breach of what a layout may be: a parcel that is missing,
 * twice or unknown, a share outside its cap, a closed pair in use, more than the whole of a parcel.
 */
export function rebuildLayout(
  features: readonly ParsedFeature[],
  ids: readonly string[],
  program: Program,
): { readonly layout: Layout; readonly differences: readonly Difference[] } {
  const { options, cap, unitLimit } = program;
  const share = new Float64Array(cap.length);
  const { byId, differences } = matchFeatures(features, ids);
  ids.forEach((id, unit) => {
    const feature = byId.get(id);
    if (!feature) return;
    let sum = 0;
    options.forEach((option, k) => {
      const pair = unit * options.length + k;
      const stated = feature.properties[`share_${option}`];
      const value = typeof stated === "number" && Number.isFinite(stated) ? stated : 0;
      if (!(value >= 0 && value <= cap[pair] + ROUND_OFF)) {
        const limit = cap[pair] === 0 ? "closed here" : `between 0 and ${cap[pair]}`;
        differences.push(breach(`features/${id}/share_${option}`, stated, limit));
      }
      share[pair] = value;
      sum += value;
    });
    if (sum > unitLimit[unit] + ROUND_OFF) {
      differences.push(breach(`features/${id}`, sum, `shares of at most ${unitLimit[unit]} together`));
    }
  });
  return { layout: layoutOf(program, sharesByColumn(program, share)), differences };
}

/** The whole-parcel layout that a report's features state; undefined when one of them cannot be read. */
export function rebuildWholeLayout(
  features: readonly ParsedFeature[],
  ids: readonly string[],
  program: Program,
): Layout | undefined {
  const { options, cap } = program;
  const usesOf = new Map(features.map(({ id, properties }) => [id, properties.uses_whole]));
  const indexOf = new Map<string, number>(options.map((option, k) => [option, k]));
  const share = new Float64Array(cap.length);
  for (const [unit, id] of ids.entries()) {
    const uses = usesOf.get(id);
    if (typeof uses !== "string") return undefined;
    for (const use of uses.split(" ").filter(Boolean)) {
      const [word, value] = use.split(":");
      const option = indexOf.get(word);
      if (option === undefined || !(Number(value) > 0)) return undefined;
      share[unit * options.length + option] = Number(value);
    }
  }
  return layoutOf(program, sharesByColumn(program, share));
}

function sharesByColumn({ columnPair }: Program, share: Float64Array): Float64Array {
  return Float64Array.from(columnPair, (pair) => share[pair]);
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
