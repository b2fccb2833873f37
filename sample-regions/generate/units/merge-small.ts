import type { GridShape } from "#gis";

/** Shared border of every pair of labels, in cell edges; entry `a` maps each neighbour of label `a`. */
export type Adjacency = readonly Map<number, number>[];

export function measureAdjacency(
  label: Int32Array,
  { cols, rows }: GridShape,
  count: number,
): Map<number, number>[] {
  const adjacency = Array.from({ length: count + 1 }, () => new Map<number, number>());
  const addBorder = (a: number, b: number) => {
    if (!a || !b || a === b) return;
    adjacency[a].set(b, (adjacency[a].get(b) ?? 0) + 1);
    adjacency[b].set(a, (adjacency[b].get(a) ?? 0) + 1);
  };
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < cols; x++) {
      const cell = y * cols + x;
      if (x < cols - 1) addBorder(label[cell], label[cell + 1]);
      if (y < rows - 1) addBorder(label[cell], label[cell + cols]);
    }
  }
  return adjacency;
}

interface MergeRule {
  readonly minCells: number;
  /** Partners that would grow beyond this are taken only if nothing else is there. */
  readonly maxCells: number;
  readonly mayMerge?: (a: number, b: number) => boolean;
  /** Weight of a partner beside the length of the shared border. */
  readonly likeness?: (a: number, b: number) => number;
}

/**
 * Merges labels below the least size into a neighbour, smallest first, in place, and numbers what is left from 1.
 *
 * @returns how many labels are left.
 */
export function mergeSmall(label: Int32Array, shape: GridShape, count: number, rule: MergeRule): number {
  const { minCells, maxCells, mayMerge = () => true, likeness = () => 1 } = rule;
  const size = new Int32Array(count + 1);
  for (const k of label) size[k]++;
  const adjacency = measureAdjacency(label, shape, count);
  const mergedInto = Int32Array.from({ length: count + 1 }, (_, k) => k);
  const find = (k: number) => {
    let root = k;
    while (mergedInto[root] !== root) root = mergedInto[root];
    return root;
  };
  const smallestFirst = Array.from({ length: count }, (_, k) => k + 1).sort((a, b) => size[a] - size[b]);
  for (const small of smallestFirst) {
    if (find(small) !== small || size[small] >= minCells || size[small] === 0) continue;
    let best = 0;
    let bestScore = -Infinity;
    for (const [other, border] of adjacency[small]) {
      const partner = find(other);
      if (partner === small || !mayMerge(small, partner)) continue;
      const isTooLarge = size[partner] + size[small] > maxCells;
      const score = border * (isTooLarge ? 0.05 : 1) * likeness(small, partner);
      if (score > bestScore) {
        bestScore = score;
        best = partner;
      }
    }
    if (best === 0) continue;
    mergedInto[small] = best;
    size[best] += size[small];
    size[small] = 0;
    for (const [other, border] of adjacency[small]) {
      const partner = find(other);
      if (partner === best) continue;
      adjacency[best].set(partner, (adjacency[best].get(partner) ?? 0) + border);
      adjacency[partner].set(best, (adjacency[partner].get(best) ?? 0) + border);
    }
  }
  return renumber(label, size, find);
}

function renumber(label: Int32Array, size: Int32Array, find: (k: number) => number): number {
  const newLabel = new Int32Array(size.length);
  let next = 0;
  for (let k = 1; k < size.length; k++) if (find(k) === k && size[k] > 0) newLabel[k] = ++next;
  for (let cell = 0; cell < label.length; cell++) if (label[cell]) label[cell] = newLabel[find(label[cell])];
  return next;
}
