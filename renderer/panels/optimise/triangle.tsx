import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import {
  type Corners,
  pointOfWeights,
  setWeight,
  TRIANGLE_GOALS,
  type TriangleGoal,
  type Weights,
  weightsAtPoint,
} from "../../state/weights.ts";
import type { TextKey } from "../../ui/dictionary/index.ts";
import { useText } from "../../ui/use-text.ts";

const CORNERS: Corners = [
  [150, 22],
  [26, 206],
  [274, 206],
];

export const GOAL_TITLES: Readonly<Record<TriangleGoal, TextKey>> = {
  ecology: "objectiveEcology",
  economy: "objectiveEconomy",
  employment: "objectiveEmployment",
};

/** Towards a corner, or away from the top. */
const KEY_MOVES: Readonly<Record<string, { readonly goal: TriangleGoal; readonly sign: 1 | -1 }>> = {
  ArrowUp: { goal: "ecology", sign: 1 },
  ArrowDown: { goal: "ecology", sign: -1 },
  ArrowLeft: { goal: "economy", sign: 1 },
  ArrowRight: { goal: "employment", sign: 1 },
};

/** The weights of the three goals as a point in a triangle: dragged, or moved with the arrow keys. */
export function ObjectiveTriangle({
  weights,
  earlier,
  onChange,
}: {
  readonly weights: Weights;
  /** Weights of earlier runs, drawn as numbered dots. */
  readonly earlier: readonly { readonly id: number; readonly weights: Weights }[];
  readonly onChange: (weights: Weights) => void;
}) {
  const { t, quantity } = useText();
  const svg = useRef<SVGSVGElement>(null);
  const [x, y] = pointOfWeights(weights, CORNERS);
  const moveTo = (event: PointerEvent) => {
    const matrix = svg.current?.getScreenCTM();
    if (!matrix) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    onChange(weightsAtPoint(weights, CORNERS, point.x, point.y));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 0.1 : 0.01;
    const move = KEY_MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    onChange(setWeight(weights, move.goal, weights[move.goal] + move.sign * step));
  };
  const [[ax, ay], [bx, by], [cx, cy]] = CORNERS;
  const [ecology, economy, employment] = TRIANGLE_GOALS.map((goal) => quantity(weights[goal], "score"));
  return (
    <svg ref={svg} className="triangle" viewBox="0 0 300 228">
      <title>{t("objective")}</title>
      <path d={`M${ax} ${ay}L${bx} ${by}L${cx} ${cy}Z`} fill="var(--sunken)" stroke="var(--ctl)" />
      {[0.25, 0.5, 0.75].map((share) => (
        <path key={share} d={gridLines(share)} fill="none" stroke="var(--line2)" />
      ))}
      <path
        d={`M${x} ${y}L${ax} ${ay}M${x} ${y}L${bx} ${by}M${x} ${y}L${cx} ${cy}`}
        stroke="var(--accent)"
        strokeOpacity={0.35}
      />
      {earlier.map(({ id, weights: then }) => {
        const [ex, ey] = pointOfWeights(then, CORNERS);
        return (
          <g key={id}>
            <circle cx={ex} cy={ey} r={7.5} fill="var(--raised)" stroke="var(--ctl)" />
            <text x={ex} y={ey + 4} textAnchor="middle" style={{ fontSize: 11, fill: "var(--text2)" }}>
              {id}
            </text>
          </g>
        );
      })}
      <g>
        <text x={ax} y={ay - 9} textAnchor="middle">
          {t("objectiveEcology")}
        </text>
        <text x={4} y={by + 18}>
          {t("objectiveEconomy")}
        </text>
        <text x={296} y={cy + 18} textAnchor="end">
          {t("objectiveEmployment")}
        </text>
      </g>
      <g
        className="triangle-handle"
        role="slider"
        tabIndex={0}
        aria-label={t("triangleLabel")}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={weights.ecology}
        aria-valuetext={t("weightsText", { ecology, economy, employment })}
        data-testid="objective-triangle"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          moveTo(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons & 1) moveTo(event);
        }}
      >
        <circle cx={x} cy={y} r={16} fill="transparent" />
        <circle cx={x} cy={y} r={9} fill="var(--accent)" stroke="var(--panel)" strokeWidth={3} />
      </g>
    </svg>
  );
}

/** The three lines on which one weight has the given share. */
function gridLines(share: number): string {
  return [0, 1, 2]
    .map((corner) => {
      const [first, second] = [0, 1, 2].filter((other) => other !== corner);
      const at = (other: number) =>
        ([0, 1] as const)
          .map((axis) => CORNERS[corner][axis] * share + CORNERS[other][axis] * (1 - share))
          .join(" ");
      return `M${at(first)}L${at(second)}`;
    })
    .join("");
}
