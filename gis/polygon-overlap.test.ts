import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PolygonIndex } from "./polygon-overlap.ts";
import { areaOf, containsPoint } from "./ring.ts";
import { aRectangle, aRing, aStar, randomFrom } from "./shapes.fixture.ts";
import type { PolygonRings, Position } from "./types.ts";

function insideOf(shape: PolygonRings, ...polygons: PolygonRings[]): number {
  return new PolygonIndex(polygons).split([shape]).inside;
}

function aWildStar(): fc.Arbitrary<PolygonRings> {
  const radii = fc.array(fc.double({ min: 5, max: 100, noNaN: true }), { minLength: 3, maxLength: 30 });
  const at = fc.double({ min: -60, max: 60, noNaN: true });
  return fc.tuple(radii, at, at).map(([r, x, y]) => aStar([570_000 + x, 2_840_000 + y], r));
}

describe("PolygonIndex.split", () => {
  it("measures what two rectangles share", () => {
    expect(insideOf(aRectangle(0, 0, 10, 10), aRectangle(4, -5, 20, 3))).toBeCloseTo(18, 10);
  });

  it("tells wholly inside from wholly outside, also within a hole", () => {
    const ring: PolygonRings = [
      ...aRectangle(0, 0, 30, 30),
      aRing(
        [
          [10, 10],
          [20, 10],
          [20, 20],
          [10, 20],
        ],
        true,
      ),
    ];
    expect(insideOf(aRectangle(2, 2, 4, 4), ring)).toBe(4);
    expect(insideOf(aRectangle(12, 12, 14, 14), ring)).toBe(0);
    expect(insideOf(aRectangle(40, 2, 44, 4), ring)).toBe(0);
    expect(insideOf(aRectangle(12, 22, 14, 24), ring)).toBe(4);
  });

  it("counts a shape on its own boundary as inside", () => {
    const star = aStar([0, 0], [30, 80, 20, 60, 90, 10, 70]);
    expect(insideOf(star, star)).toBeCloseTo(areaOf([star]), 8);
  });

  it("gives neighbours on a common boundary nothing of each other", () => {
    const shared: Position[] = [
      [10, 0],
      [12, 3],
      [9, 6],
      [11, 10],
    ];
    const west: PolygonRings = [aRing([[0, 0], ...shared, [0, 10]])];
    const east: PolygonRings = [aRing([...shared, [20, 10], [20, 0]])];
    expect(insideOf(west, east)).toBeCloseTo(0, 10);
    expect(insideOf(west, west, east)).toBeCloseTo(areaOf([west]), 10);
  });

  it("counts land under two polygons once", () => {
    expect(insideOf(aRectangle(0, 0, 10, 10), aRectangle(0, 0, 6, 10), aRectangle(4, 0, 8, 10))).toBeCloseTo(
      80,
      10,
    );
  });

  it("conserves area: inside and outside make up the shape", () => {
    fc.assert(
      fc.property(aWildStar(), aWildStar(), aWildStar(), (shape, a, b) => {
        const { inside, outside } = new PolygonIndex([a, b]).split([shape]);
        return Math.abs((inside + outside) / areaOf([shape]) - 1) < 1e-9;
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  it("is symmetric: A inside B is B inside A", () => {
    fc.assert(
      fc.property(
        aWildStar(),
        aWildStar(),
        (a, b) => Math.abs(insideOf(a, b) - insideOf(b, a)) < 1e-6 * areaOf([a]),
      ),
      { seed: 6, numRuns: 1000 },
    );
  });

  it("agrees with a hundred thousand random points", () => {
    const random = randomFrom(7);
    for (let trial = 0; trial < 5; trial++) {
      const star = (): PolygonRings =>
        aStar(
          [random() * 60, random() * 60],
          Array.from({ length: 12 }, () => 10 + 90 * random()),
        );
      const [shape, a, b] = [star(), star(), star()];
      let hits = 0;
      for (let i = 0; i < 100_000; i++) {
        const point: Position = [-120 + 300 * random(), -120 + 300 * random()];
        if (containsPoint(shape, point) && (containsPoint(a, point) || containsPoint(b, point))) hits += 1;
      }
      const sampled = (hits / 100_000) * 300 ** 2;
      expect(Math.abs(insideOf(shape, a, b) - sampled)).toBeLessThan(600);
    }
  });
});
