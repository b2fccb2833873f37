/**
 * How different colours look, to readers with and without colour blindness. Only tests and the colour picker of a
 * user's own industry need it; the map itself never computes a difference.
 */

export type Rgb = readonly [red: number, green: number, blue: number];
export type Vision = "normal" | "deuteranopia" | "protanopia" | "tritanopia";

/**
 * Severity 1.0, applied in linear RGB.
 *
 * Source: Machado, Oliveira, Fernandes 2009, IEEE TVCG 15(6), 1291-1298, table of matrices.
 */
const SIMULATION: Readonly<Record<Exclude<Vision, "normal">, readonly (readonly number[])[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Red, green and blue on 0-255 of `#RRGGBB`. */
export function parseHex(hex: string): Rgb {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

/** Contrast ratio 1-21 of two opaque colours. Source: WCAG 2.2, relative luminance. */
export function contrastRatio(first: string, second: string): number {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** CIEDE2000 between two `#RRGGBB` colours as the given vision sees them (D65). */
export function colourDifference(first: string, second: string, vision: Vision = "normal"): number {
  return ciede2000(labOf(first, vision), labOf(second, vision));
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function labOf(hex: string, vision: Vision): Rgb {
  const seen = parseHex(hex).map(linear);
  const [red, green, blue] =
    vision === "normal"
      ? seen
      : SIMULATION[vision].map((row) =>
          Math.min(1, Math.max(0, row[0] * seen[0] + row[1] * seen[1] + row[2] * seen[2])),
        );
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
  const y = 0.2126729 * red + 0.7151522 * green + 0.072175 * blue;
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883;
  const [fx, fy, fz] = [x, y, z].map((t) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116));
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** Source: Sharma, Wu, Dalal 2005, Color Research and Application 30(1), 21-30. */
export function ciede2000(first: Rgb, second: Rgb): number {
  const [l1, a1, b1] = first;
  const [l2, a2, b2] = second;
  const chromaMean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const stretch = 0.5 * (1 - Math.sqrt(chromaMean ** 7 / (chromaMean ** 7 + 25 ** 7)));
  const [ap1, ap2] = [a1 * (1 + stretch), a2 * (1 + stretch)];
  const [c1, c2] = [Math.hypot(ap1, b1), Math.hypot(ap2, b2)];
  const [h1, h2] = [hueDeg(ap1, b1), hueDeg(ap2, b2)];
  const dL = l2 - l1;
  const dC = c2 - c1;
  let turn = h2 - h1;
  if (turn > 180) turn -= 360;
  if (turn < -180) turn += 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(c1 * c2 === 0 ? 0 : turn) / 2);
  const lMean = (l1 + l2) / 2;
  const cMean = (c1 + c2) / 2;
  const hMean = meanHueDeg(h1, h2, c1 * c2 === 0);
  const t =
    1 -
    0.17 * Math.cos(radians(hMean - 30)) +
    0.24 * Math.cos(radians(2 * hMean)) +
    0.32 * Math.cos(radians(3 * hMean + 6)) -
    0.2 * Math.cos(radians(4 * hMean - 63));
  const sL = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2);
  const sC = 1 + 0.045 * cMean;
  const sH = 1 + 0.015 * cMean * t;
  const rotation =
    -2 *
    Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7)) *
    Math.sin(radians(60 * Math.exp(-(((hMean - 275) / 25) ** 2))));
  return Math.sqrt((dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH));
}

function hueDeg(a: number, b: number): number {
  if (a === 0 && b === 0) return 0;
  return (Math.atan2(b, a) * 180) / Math.PI + (Math.atan2(b, a) < 0 ? 360 : 0);
}

function meanHueDeg(first: number, second: number, grey: boolean): number {
  if (grey) return first + second;
  if (Math.abs(first - second) <= 180) return (first + second) / 2;
  return first + second < 360 ? (first + second + 360) / 2 : (first + second - 360) / 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
