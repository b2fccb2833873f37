import type { SharedEdges } from "./map-geometry.ts";

/** Neighbouring parcels of one use: where its code is written, and how large it is. */
export interface Patch {
  readonly use: number;
  readonly areaHa: number;
  /** The largest unit, in whose middle the code stands. */
  readonly unit: number;
}

/**
 * Connected groups of units with the same use (index >= 0), the largest first.
 *
 * @param useOf one number per unit; negative ones belong to no patch.
 */
export function findPatches(edges: SharedEdges, useOf: Int16Array, areaHa: Float64Array): readonly Patch[] {
  const parent = Int32Array.from(useOf, (_, unit) => unit);
  const rootOf = (unit: number): number => {
    let root = unit;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  for (let edge = 0; edge < edges.lines.length; edge++) {
    const [a, b] = [edges.pairs[edge * 2], edges.pairs[edge * 2 + 1]];
    if (b >= 0 && useOf[a] >= 0 && useOf[a] === useOf[b]) parent[rootOf(a)] = rootOf(b);
  }
  const patches = new Map<number, { use: number; areaHa: number; unit: number }>();
  for (let unit = 0; unit < useOf.length; unit++) {
    if (useOf[unit] < 0) continue;
    const root = rootOf(unit);
    const patch = patches.get(root);
    if (!patch) patches.set(root, { use: useOf[unit], areaHa: areaHa[unit], unit });
    else {
      patch.areaHa += areaHa[unit];
      if (areaHa[unit] > areaHa[patch.unit]) patch.unit = unit;
    }
  }
  return [...patches.values()].sort((a, b) => b.areaHa - a.areaHa);
}
