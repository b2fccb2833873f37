/** A seeded stream of numbers in [0, 1). */
export type Random = () => number;

/** The same stream for the same seed on every machine: integer arithmetic only (mulberry32). */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Smooth noise over the plane, about [-1, 1], features about one unit wide. */
export type Noise = (x: number, y: number) => number;

/** Perlin's gradient noise. Source: Perlin 2002, ACM Transactions on Graphics 21(3), 681-682. */
export function makeNoise(seed: number): Noise {
  const permutation = shuffledBytes(makeRandom(seed * 7919 + 17));
  const gradientX = Float64Array.from({ length: 64 }, (_, k) => Math.cos((k * Math.PI) / 32));
  const gradientY = Float64Array.from({ length: 64 }, (_, k) => Math.sin((k * Math.PI) / 32));
  const corner = (ix: number, iy: number, dx: number, dy: number) => {
    const k = permutation[permutation[ix & 255] + (iy & 255)] & 63;
    return gradientX[k] * dx + gradientY[k] * dy;
  };
  return (x, y) => {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const dx = x - ix;
    const dy = y - iy;
    const u = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
    const v = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
    const nw = corner(ix, iy, dx, dy);
    const ne = corner(ix + 1, iy, dx - 1, dy);
    const sw = corner(ix, iy + 1, dx, dy - 1);
    const se = corner(ix + 1, iy + 1, dx - 1, dy - 1);
    return 1.45 * (nw + u * (ne - nw) + v * (sw + u * (se - sw) - nw - u * (ne - nw)));
  };
}

function shuffledBytes(random: Random): Uint8Array {
  const bytes = Array.from({ length: 256 }, (_, k) => k);
  shuffle(bytes, random);
  return Uint8Array.from({ length: 512 }, (_, k) => bytes[k & 255]);
}

/** Fisher-Yates, in place. */
function shuffle(items: number[] | Uint32Array, random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const item = items[i];
    items[i] = items[j];
    items[j] = item;
  }
}

/** Octaves of noise, each half as wide and `gain` as strong as the one before. */
export function fractalNoise(noise: Noise, x: number, y: number, octaves: number, gain = 0.5): number {
  let total = 0;
  let amplitude = 1;
  let norm = 0;
  for (let octave = 0; octave < octaves; octave++) {
    total += amplitude * noise(x, y);
    norm += amplitude;
    amplitude *= gain;
    x = x * 2 + 19.7;
    y = y * 2 - 7.3;
  }
  return total / norm;
}

/** Octaves of folded noise: crests where the noise crosses zero. */
export function ridgedNoise(noise: Noise, x: number, y: number, octaves: number): number {
  let total = 0;
  let amplitude = 1;
  let norm = 0;
  for (let octave = 0; octave < octaves; octave++) {
    total += amplitude * (1 - Math.abs(noise(x, y)));
    norm += amplitude;
    amplitude *= 0.5;
    x = x * 2 + 3.1;
    y = y * 2 + 11.9;
  }
  return total / norm;
}

interface ScatteredPoint {
  readonly x: number;
  readonly y: number;
  /** Radius asked for at the point. */
  readonly radius: number;
}

interface ScatterOptions {
  readonly random: Random;
  readonly width: number;
  readonly height: number;
  readonly minRadius: number;
  readonly maxRadius: number;
  /** Wanted spacing at a place; 0 refuses it. */
  readonly radiusAt: (x: number, y: number) => number;
}

/** Poisson-disc points of varying density: of two points neither lies within the smaller of their radii. */
export function scatterPoints(options: ScatterOptions): ScatteredPoint[] {
  const { random, width, height, minRadius, maxRadius, radiusAt } = options;
  const step = minRadius * 0.55;
  const cols = Math.ceil(width / step);
  const rows = Math.ceil(height / step);
  const order = Uint32Array.from({ length: cols * rows }, (_, k) => k);
  shuffle(order, random);
  const binCols = Math.ceil(width / maxRadius) + 1;
  const binRows = Math.ceil(height / maxRadius) + 1;
  const bins: ScatteredPoint[][] = Array.from({ length: binCols * binRows }, () => []);
  const isFree = (x: number, y: number, radius: number, bx: number, by: number) => {
    for (let j = Math.max(0, by - 1); j <= Math.min(binRows - 1, by + 1); j++) {
      for (let i = Math.max(0, bx - 1); i <= Math.min(binCols - 1, bx + 1); i++) {
        for (const other of bins[j * binCols + i]) {
          const apart = Math.min(radius, other.radius);
          if ((other.x - x) ** 2 + (other.y - y) ** 2 < apart * apart) return false;
        }
      }
    }
    return true;
  };
  const points: ScatteredPoint[] = [];
  for (const k of order) {
    const x = ((k % cols) + random()) * step;
    const y = (Math.floor(k / cols) + random()) * step;
    if (x >= width || y >= height) continue;
    const radius = radiusAt(x, y);
    if (!(radius > 0)) continue;
    const bx = Math.floor(x / maxRadius);
    const by = Math.floor(y / maxRadius);
    if (!isFree(x, y, radius, bx, by)) continue;
    const point = { x, y, radius };
    bins[by * binCols + bx].push(point);
    points.push(point);
  }
  return points;
}
