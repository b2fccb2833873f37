import { cellCount, type Lattice } from "./lattice.ts";
import { clamp } from "./numeric.ts";
import { fractalNoise, type Noise } from "./random.ts";
import { catmullRom } from "./raster-filters.ts";

export type Place = readonly [x: number, y: number];
export type Line = readonly Place[];

/** A smooth curve through control points, displaced sideways by noise as a river is. */
export function meander(
  controls: Line,
  noise: Noise,
  { amplitudeM, wavelengthM }: { amplitudeM: number; wavelengthM: number },
): Line {
  const dense = densify(controls, 20);
  let along = 0;
  return dense.map(([x, y], i) => {
    if (i > 0) along += Math.hypot(x - dense[i - 1][0], y - dense[i - 1][1]);
    const [ax, ay] = dense[Math.max(0, i - 1)];
    const [bx, by] = dense[Math.min(dense.length - 1, i + 1)];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const offset = amplitudeM * fractalNoise(noise, along / wavelengthM, 3.3, 2);
    return [x - ((by - ay) / length) * offset, y + ((bx - ax) / length) * offset];
  });
}

function densify(controls: Line, stepM: number): Place[] {
  const control = (k: number) => controls[clamp(k, 0, controls.length - 1)];
  const dense: Place[] = [];
  for (let k = 0; k < controls.length - 1; k++) {
    const [p0, p1, p2, p3] = [control(k - 1), control(k), control(k + 1), control(k + 2)];
    const pieces = Math.ceil(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / stepM);
    for (let j = 0; j < pieces; j++) {
      const t = j / pieces;
      dense.push([catmullRom(p0[0], p1[0], p2[0], p3[0], t), catmullRom(p0[1], p1[1], p2[1], p3[1], t)]);
    }
  }
  dense.push(controls[controls.length - 1]);
  return dense;
}

export interface BurntLine {
  /** 1 on the cells the line passes. */
  readonly mask: Uint8Array;
  /** Position along the line of every marked cell, m; -1 elsewhere. */
  readonly alongM: Float32Array;
  readonly lengthM: number;
}

/** Marks the cells a line passes, sampled about four times a cell. */
export function burnLine(line: Line, lattice: Lattice): BurntLine {
  const { cols, rows, cellM } = lattice;
  const mask = new Uint8Array(cellCount(lattice));
  const alongM = new Float32Array(mask.length).fill(-1);
  let lengthM = 0;
  for (let k = 1; k < line.length; k++) {
    const [ax, ay] = line[k - 1];
    const [bx, by] = line[k];
    const pieceM = Math.hypot(bx - ax, by - ay);
    const samples = Math.max(1, Math.ceil(pieceM / (cellM * 0.27)));
    for (let j = 0; j <= samples; j++) {
      const x = Math.floor((ax + ((bx - ax) * j) / samples) / cellM);
      const y = Math.floor((ay + ((by - ay) * j) / samples) / cellM);
      if (x < 0 || y < 0 || x >= cols || y >= rows) continue;
      mask[y * cols + x] = 1;
      alongM[y * cols + x] = lengthM + (pieceM * j) / samples;
    }
    lengthM += pieceM;
  }
  return { mask, alongM, lengthM };
}

/** Spreads the position along a burnt line to every cell, nearest in steps over edges. */
export function spreadAlong({ mask, alongM }: BurntLine, { cols }: Lattice): Float32Array {
  const spread = Float32Array.from(alongM);
  const queue: number[] = [];
  mask.forEach((marked, cell) => {
    if (marked) queue.push(cell);
  });
  for (let k = 0; k < queue.length; k++) {
    const cell = queue[k];
    const x = cell % cols;
    for (const next of [x > 0 ? cell - 1 : -1, x < cols - 1 ? cell + 1 : -1, cell - cols, cell + cols]) {
      if (next < 0 || next >= spread.length || spread[next] >= 0) continue;
      spread[next] = spread[cell];
      queue.push(next);
    }
  }
  return spread;
}

/** Drops the vertices that lie within a tolerance of the line without them (Douglas-Peucker). */
export function simplifyLine(line: Line, tolerance: number): Line {
  if (line.length < 3) return line;
  const first = line[0];
  const last = line[line.length - 1];
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]);
  let farthest = 0;
  let at = 0;
  for (let k = 1; k < line.length - 1; k++) {
    const dx = line[k][0] - first[0];
    const dy = line[k][1] - first[1];
    const distance =
      length < 1e-6
        ? Math.hypot(dx, dy)
        : Math.abs((last[0] - first[0]) * dy - (last[1] - first[1]) * dx) / length;
    if (distance > farthest) {
      farthest = distance;
      at = k;
    }
  }
  if (farthest <= tolerance) return [first, last];
  return [
    ...simplifyLine(line.slice(0, at + 1), tolerance).slice(0, -1),
    ...simplifyLine(line.slice(at), tolerance),
  ];
}
