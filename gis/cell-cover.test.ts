import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverCells } from "./cell-cover.ts";
import { areaOf, containsPoint } from "./ring.ts";
import { aRectangle, aRing, aStar, TEST_GRID as GRID } from "./shapes.fixture.ts";
import type { CellCover, PolygonRings } from "./types.ts";

const CELL = GRID.cellSizeM;
const east = (cells: number) => GRID.originX + cells * CELL;
const north = (cells: number) => GRID.originY - cells * CELL;

function sharesOf(cover: CellCover, unit = 0): Map<number, number> {
  const shares = new Map<number, number>();
  for (let i = cover.offsets[unit]; i < cover.offsets[unit + 1]; i++)
    shares.set(cover.cells[i], cover.shares[i]);
  return shares;
}

function coveredAreaM2(cover: CellCover, unit = 0): number {
  return [...sharesOf(cover, unit).values()].reduce((sum, share) => sum + share, 0) * CELL ** 2;
}

describe("coverCells", () => {
  it("gives a rectangle its quarter, half and whole cells", () => {
    const cover = coverCells([[aRectangle(east(2.5), north(4), east(4), north(2.5))]], GRID);
    const at = (row: number, col: number) => sharesOf(cover).get(row * GRID.cols + col);
    expect([at(2, 2), at(2, 3), at(3, 2), at(3, 3)]).toEqual([0.25, 0.5, 0.5, 1]);
    expect(cover.cells.length).toBe(4);
  });

  it("halves cells along a diagonal", () => {
    const triangle: PolygonRings = [
      aRing([
        [east(0), north(3)],
        [east(3), north(3)],
        [east(0), north(0)],
      ]),
    ];
    const shares = sharesOf(coverCells([[triangle]], GRID));
    expect(shares.get(0)).toBeCloseTo(0.5, 7);
    expect(shares.get(GRID.cols)).toBeCloseTo(1, 7);
    expect(shares.get(GRID.cols + 1)).toBeCloseTo(0.5, 7);
    expect(shares.get(1)).toBeUndefined();
  });

  it("leaves holes out", () => {
    const holed: PolygonRings = [
      ...aRectangle(east(1), north(5), east(5), north(1)),
      aRing(
        [
          [east(2), north(3)],
          [east(3), north(3)],
          [east(3), north(2)],
          [east(2), north(2)],
        ],
        true,
      ),
    ];
    const cover = coverCells([[holed]], GRID);
    expect(sharesOf(cover).get(2 * GRID.cols + 2)).toBeUndefined();
    expect(coveredAreaM2(cover)).toBeCloseTo(15 * CELL ** 2, 2);
  });

  it("counts only what lies on the grid", () => {
    const cover = coverCells([[aRectangle(east(-3), north(2), east(1), north(-4))]], GRID);
    expect(coveredAreaM2(cover)).toBeCloseTo(2 * CELL ** 2, 3);
    const beyond = coverCells([[aRectangle(east(18), north(20), east(25), north(15))]], GRID);
    expect(coveredAreaM2(beyond)).toBeCloseTo(2 * CELL ** 2, 3);
  });

  it("keeps the area of any shape to 1e-6", () => {
    fc.assert(
      fc.property(starInside(), (star) => {
        const area = areaOf([star]);
        return Math.abs(coveredAreaM2(coverCells([[star]], GRID)) / area - 1) < 1e-6;
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it("agrees with counting 40 x 40 points in every cell", () => {
    const POINTS = 40;
    fc.assert(
      fc.property(starInside(), (star) => {
        const shares = sharesOf(coverCells([[star]], GRID));
        for (let cell = 0; cell < GRID.cols * GRID.rows; cell++) {
          let inside = 0;
          for (let p = 0; p < POINTS * POINTS; p++) {
            const x = east((cell % GRID.cols) + ((p % POINTS) + 0.5) / POINTS);
            const y = north(Math.floor(cell / GRID.cols) + (Math.floor(p / POINTS) + 0.5) / POINTS);
            if (containsPoint(star, [x, y])) inside += 1;
          }
          if (Math.abs((shares.get(cell) ?? 0) - inside / POINTS ** 2) > 0.04) return false;
        }
        return true;
      }),
      { seed: 2, numRuns: 4 },
    );
  });

  it("adds up to whole cells where shapes tile the ground", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 19, noNaN: true }),
        fc.double({ min: 1, max: 19, noNaN: true }),
        (a, b) => {
          const cut = [east(a), north(0)] as const;
          const foot = [east(b), north(16)] as const;
          const west: PolygonRings = [aRing([[east(0), north(0)], [east(0), north(16)], foot, cut])];
          const rest: PolygonRings = [aRing([cut, foot, [east(20), north(16)], [east(20), north(0)]])];
          const cover = coverCells([[west], [rest]], GRID);
          const sum = new Float64Array(GRID.cols * GRID.rows);
          cover.cells.forEach((cell, i) => {
            sum[cell] += cover.shares[i];
          });
          return sum.every((share) => Math.abs(share - 1) < 1e-6);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });
});

/** An irregular polygon of 5 to 24 corners that lies on the grid. */
function starInside(): fc.Arbitrary<PolygonRings> {
  const radii = fc.array(fc.double({ min: 20, max: 200, noNaN: true }), { minLength: 5, maxLength: 24 });
  const position = fc.double({ min: 0, max: 1, noNaN: true });
  return fc
    .tuple(radii, position, position)
    .map(([r, u, v]) => aStar([east(7 + 6 * u), north(7 + 2 * v)], r));
}
