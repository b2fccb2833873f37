import { describe, expect, it } from "vitest";
import { makeNoise, makeRandom, scatterPoints } from "./random.ts";

describe("makeRandom", () => {
  it("draws the same numbers for the same seed on every machine", () => {
    const random = makeRandom(11);
    const again = makeRandom(11);
    const drawn = Array.from({ length: 1000 }, () => random());
    expect(drawn).toEqual(Array.from({ length: 1000 }, () => again()));
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(drawn).not.toEqual(Array.from({ length: 1000 }, makeRandom(12)));
  });
});

describe("makeNoise", () => {
  it("is 0 at whole coordinates and smooth between them", () => {
    const noise = makeNoise(3);
    expect(Math.abs(noise(4, 7))).toBe(0);
    expect(Math.abs(noise(4.5, 7.5) - noise(4.5001, 7.5))).toBeLessThan(0.001);
  });
});

describe("scatterPoints", () => {
  it("keeps points apart and refuses places of radius 0", () => {
    const points = scatterPoints({
      random: makeRandom(2),
      width: 100,
      height: 80,
      minRadius: 5,
      maxRadius: 12,
      radiusAt: (x) => (x < 50 ? 0 : 5 + x / 20),
    });
    expect(points.length).toBeGreaterThan(25);
    expect(points.every(({ x }) => x >= 50)).toBe(true);
    points.forEach((p, k) => {
      for (const q of points.slice(k + 1)) {
        expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThanOrEqual(Math.min(p.radius, q.radius));
      }
    });
  });
});
