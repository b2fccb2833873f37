import { describe, expect, it } from "vitest";
import { makeRandom } from "../core/random.ts";
import { type Polygon, polygonArea, polygonsFromArcs } from "./polygons-from-arcs.ts";
import { simplifyArcs } from "./simplify-arcs.ts";
import { type Arc, cutStaircase, traceArcs } from "./trace-arcs.ts";

const SHAPE = { cols: 3, rows: 3 };
// biome-ignore format: a raster reads as rows
const THREE_LABELS = [
  1, 1, 2,
  1, 3, 2,
  1, 2, 2,
];
// biome-ignore format: a raster reads as rows
const TOUCHING_ITSELF = [
  1, 1, 1, 0,
  1, 0, 1, 0,
  1, 1, 0, 1,
  1, 1, 1, 1,
];

const areasOf = (polygons: ReadonlyMap<number, readonly Polygon[]>) =>
  new Map(
    [...polygons].map(([label, parts]) => [
      label,
      parts.reduce((total, part) => total + polygonArea(part), 0),
    ]),
  );

describe("traceArcs on a 3 x 3 raster", () => {
  const arcs = traceArcs(THREE_LABELS, SHAPE);

  it("stores every border once", () => {
    const edges = arcs.reduce((total, { xs }) => total + xs.length - 1, 0);
    expect(edges).toBe(12 + 6); // the rim and the borders inside
    expect(arcs.every(({ left, right }) => left !== right)).toBe(true);
  });

  it("gives back the cells of every label as area", () => {
    expect(areasOf(polygonsFromArcs(arcs, (label) => label))).toEqual(
      new Map([
        [1, 4],
        [2, 4],
        [3, 1],
      ]),
    );
  });

  it("dissolves labels into groups", () => {
    const groups = polygonsFromArcs(arcs, (label) => (label === 3 ? undefined : "rest"));
    expect(groups.get("rest")!.reduce((total, part) => total + polygonArea(part), 0)).toBe(8);
  });
});

describe("polygonsFromArcs", () => {
  it("cuts a ring that touches itself into simple rings", () => {
    const polygons = polygonsFromArcs(traceArcs(TOUCHING_ITSELF, { cols: 4, rows: 4 }), (label) => label).get(
      1,
    )!;
    expect(polygons.reduce((total, part) => total + polygonArea(part), 0)).toBe(12);
    for (const { outer, holes } of polygons) {
      for (const { xs, ys } of [outer, ...holes]) {
        const points = xs.map((x, k) => `${x},${ys[k]}`);
        expect(new Set(points).size).toBe(points.length);
      }
    }
  });

  it("puts a hole into the polygon around it", () => {
    const ring = [1, 1, 1, 1, 2, 1, 1, 1, 1];
    const [polygon] = polygonsFromArcs(traceArcs(ring, SHAPE), (label) => (label === 1 ? 1 : undefined)).get(
      1,
    )!;
    expect(polygon.holes).toHaveLength(1);
    expect(polygonArea(polygon)).toBe(8);
  });
});

describe("simplifyArcs", () => {
  const SIZE = 40;
  const random = makeRandom(3);
  const blobs = Array.from({ length: 60 }, () => [random() * SIZE, random() * SIZE]);
  const label = Array.from({ length: SIZE * SIZE }, (_, cell) => {
    const squared = ([x, y]: number[]) => (x - (cell % SIZE)) ** 2 + (y - Math.floor(cell / SIZE)) ** 2;
    return 1 + blobs.reduce((best, blob, k) => (squared(blob) < squared(blobs[best]) ? k : best), 0);
  });
  const full = traceArcs(label, { cols: SIZE, rows: SIZE }).map(cutStaircase);
  const simple = simplifyArcs(full, 1.7);

  it("drops most vertices and keeps the nodes", () => {
    const count = (arcs: readonly Arc[]) => arcs.reduce((total, { xs }) => total + xs.length, 0);
    expect(count(simple)).toBeLessThan(0.6 * count(full));
    simple.forEach((arc, k) => {
      expect([arc.xs[0], arc.ys[0], arc.xs.at(-1), arc.ys.at(-1)]).toEqual([
        full[k].xs[0],
        full[k].ys[0],
        full[k].xs.at(-1),
        full[k].ys.at(-1),
      ]);
    });
  });

  it("lets no two borders cross", () => {
    expect(countCrossings(simple)).toBe(0);
  });

  it("would be caught if two borders crossed", () => {
    const cross = (xs: number[], ys: number[]): Arc => ({ left: 1, right: 2, xs, ys, isClosed: false });
    expect(countCrossings([cross([0, 2], [0, 2]), cross([0, 2], [2, 0])])).toBe(1);
  });

  it("leaves every label some area and the sum as it was", () => {
    const areas = [...areasOf(polygonsFromArcs(simple, (k) => k)).values()];
    const rim = areasOf(polygonsFromArcs(simple, () => 1)).get(1)!;
    expect(Math.min(...areas)).toBeGreaterThan(0);
    expect(areas.reduce((a, b) => a + b, 0)).toBeCloseTo(rim, 9);
  });
});

/** Pairs of segments that cross in their insides. */
function countCrossings(arcs: readonly Arc[]): number {
  const segments = arcs.flatMap(({ xs, ys }) => xs.slice(1).map((x, k) => [xs[k], ys[k], x, ys[k + 1]]));
  const side = ([ax, ay, bx, by]: number[], x: number, y: number) =>
    (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  let crossings = 0;
  segments.forEach((p, i) => {
    for (const q of segments.slice(i + 1)) {
      const splits =
        side(p, q[0], q[1]) * side(p, q[2], q[3]) < 0 && side(q, p[0], p[1]) * side(q, p[2], p[3]) < 0;
      if (splits) crossings++;
    }
  });
  return crossings;
}
