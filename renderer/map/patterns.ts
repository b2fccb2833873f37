import { MAP, type ThemeName } from "../ui/tokens.ts";

/** Hatches of land that the law closes: colour alone never says why. */
export const LAW_HATCHES = ["farmland", "waterZone", "redline"] as const;
/** With that of stands to be renovated, which have the colour of their industry. */
export const HATCHES = [...LAW_HATCHES, "renovation"] as const;
export type LawHatch = (typeof LAW_HATCHES)[number];
export type Hatch = (typeof HATCHES)[number];

/** Period of the hatch, px. */
const PERIOD = 7;

/** Lighter where two lines cross, and where the colour below is what counts. */
const OPACITIES: Readonly<Record<Hatch, number>> = {
  farmland: 0.7,
  waterZone: 0.7,
  redline: 0.55,
  renovation: 0.5,
};

/** Name under which the style asks for a hatch. */
export function patternName(hatch: Hatch, theme: ThemeName): string {
  return `hatch-${hatch}-${theme}`;
}

/** The tile of a hatch by its name, drawn at `pixelRatio`; undefined for other names. */
export function drawPattern(name: string, pixelRatio: number): ImageData | undefined {
  const [prefix, hatch, theme] = name.split("-");
  if (prefix !== "hatch" || !HATCHES.includes(hatch as Hatch) || !(theme in MAP)) return undefined;
  const size = PERIOD * pixelRatio;
  const context = new OffscreenCanvas(size, size).getContext("2d");
  if (!context) return undefined;
  context.scale(pixelRatio, pixelRatio);
  context.strokeStyle = MAP[theme as ThemeName][hatch as Hatch];
  context.globalAlpha = OPACITIES[hatch as Hatch];
  context.lineWidth = 1.1;
  // Lines run a period beyond the tile on both sides, so that they join across its edges.
  for (let shift = -PERIOD; shift <= PERIOD; shift += PERIOD) {
    if (hatch !== "waterZone") strokeLine(context, shift, PERIOD, shift + PERIOD, 0);
    if (hatch === "waterZone" || hatch === "redline") strokeLine(context, shift, 0, shift + PERIOD, PERIOD);
  }
  return context.getImageData(0, 0, size, size);
}

function strokeLine(
  context: OffscreenCanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.beginPath();
  // A little past both ends, because a butt end would notch the corner where tiles meet.
  context.moveTo(x1 - (x2 - x1) * 0.2, y1 - (y2 - y1) * 0.2);
  context.lineTo(x2 + (x2 - x1) * 0.2, y2 + (y2 - y1) * 0.2);
  context.stroke();
}

/** The same hatch as CSS, for legends. */
export function patternCss(hatch: Hatch, theme: ThemeName): string {
  const alpha = Math.round(OPACITIES[hatch] * 255).toString(16);
  const colour = `${MAP[theme][hatch]}${alpha}`;
  const lines = (angle: number) =>
    `repeating-linear-gradient(${angle}deg, ${colour} 0 1px, transparent 1px ${PERIOD - 2}px)`;
  if (hatch === "farmland" || hatch === "renovation") return lines(-45);
  return hatch === "waterZone" ? lines(45) : `${lines(45)}, ${lines(-45)}`;
}
