import { useEffect, useRef, useState } from "react";
import { evaluate } from "#solver/assessment";
import type { ValueFunction } from "#solver/region";
import { NumberField } from "../../ui/number-field.tsx";
import { useText } from "../../ui/use-text.ts";
import { type CurveHandle, handlesOf, type ValueSpan } from "./curve-handles.ts";

const WIDTH = 300;
const HEIGHT = 96;
const SAMPLES = 120;

/** A curve over the distribution of what it values. It follows a drag at once and is taken over when let go. */
export function CurveEditor({
  name,
  unit,
  curve,
  span,
  histogramHa,
  marked,
  onChange,
}: {
  readonly name: string;
  readonly unit: string;
  readonly curve: ValueFunction;
  /** Of the histogram, raw units. */
  readonly span: ValueSpan;
  readonly histogramHa: Float64Array;
  /** Raw value of the selected parcel. */
  readonly marked?: number;
  readonly onChange: (curve: ValueFunction) => void;
}) {
  const { t, quantity } = useText();
  const [draft, setDraft] = useState(curve);
  const svg = useRef<SVGSVGElement>(null);
  const dragged = useRef<number>(undefined);
  useEffect(() => setDraft(curve), [curve]);
  const handles = handlesOf(draft, span);
  const domain = widen(span, handles);
  const x = (value: number) => ((value - domain[0]) / (domain[1] - domain[0])) * WIDTH;
  const y = (membership: number) => HEIGHT - membership * HEIGHT;
  const highest = Math.max(...histogramHa, 1e-9);
  const binWidth = (span[1] - span[0]) / histogramHa.length;
  const line = Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const value = domain[0] + ((domain[1] - domain[0]) * i) / SAMPLES;
    return `${x(value).toFixed(1)},${y(evaluate(draft, value)).toFixed(1)}`;
  }).join(" ");

  const move = (handle: CurveHandle, value: number, membership: number) => {
    const moved = handle.move(value, handle.free ? membership : handle.membership);
    setDraft(moved);
    return moved;
  };
  const onPointerMove = (event: React.PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    const handle = dragged.current === undefined ? undefined : handles[dragged.current];
    if (!box || !handle) return;
    const value = domain[0] + ((event.clientX - box.left) / box.width) * (domain[1] - domain[0]);
    move(handle, roundTo(value, domain), 1 - (event.clientY - box.top) / box.height);
  };
  const onKeyDown = (event: React.KeyboardEvent, handle: CurveHandle) => {
    const step = ((domain[1] - domain[0]) / 100) * (event.shiftKey ? 10 : 1);
    const rise = event.shiftKey ? 0.1 : 0.01;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: handle.free ? [0, rise] : [step, 0],
      ArrowDown: handle.free ? [0, -rise] : [-step, 0],
    };
    const by = moves[event.key];
    if (!by) return;
    event.preventDefault();
    onChange(move(handle, roundTo(handle.value + by[0], domain), handle.membership + by[1]));
  };

  return (
    <div className="curve-editor">
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          if (dragged.current === undefined) return;
          dragged.current = undefined;
          onChange(draft);
        }}
      >
        <title>{t("curvePicture", { criterion: name })}</title>
        <g className="curve-grid">
          {[0, 0.5, 1].map((at) => (
            <line key={at} x1={0} x2={WIDTH} y1={y(at)} y2={y(at)} />
          ))}
        </g>
        <g className="curve-bars">
          {Array.from(histogramHa, (area, bin) => ({ area, from: span[0] + bin * binWidth })).map(
            ({ area, from }) => (
              <rect
                key={from}
                x={x(from) + 0.5}
                width={Math.max(0.5, x(from + binWidth) - x(from) - 1)}
                y={HEIGHT - (area / highest) * HEIGHT * 0.8}
                height={(area / highest) * HEIGHT * 0.8}
              />
            ),
          )}
        </g>
        <polyline className="curve-line" points={line} />
        {marked !== undefined && Number.isFinite(marked) && (
          <line className="curve-mark" x1={x(marked)} x2={x(marked)} y1={0} y2={HEIGHT} />
        )}
        {handles.map((handle, i) => (
          <circle
            key={handle.id}
            className="curve-handle"
            data-testid={`curve-handle-${handle.id}`}
            cx={x(handle.value)}
            cy={y(handle.membership)}
            r={6}
            tabIndex={0}
            role="slider"
            aria-label={`${name}: ${t("curvePoint", { number: i + 1 })}`}
            aria-valuenow={handle.value}
            aria-valuemin={domain[0]}
            aria-valuemax={domain[1]}
            aria-valuetext={t("curvePointAt", {
              value: quantity(handle.value, unit),
              membership: quantity(handle.membership, "score"),
            })}
            onPointerDown={(event) => {
              event.preventDefault();
              event.currentTarget.focus();
              svg.current?.setPointerCapture(event.pointerId);
              dragged.current = i;
            }}
            onKeyDown={(event) => onKeyDown(event, handle)}
          />
        ))}
      </svg>
      <div className="ramp-ends">
        <span>{quantity(domain[0], unit)}</span>
        <span>{quantity(domain[1], unit)}</span>
      </div>
      <div className="curve-fields">
        {handles.map((handle, i) => (
          <div key={handle.id} className="curve-field">
            <span className="small second">{i + 1}</span>
            <NumberField
              label={`${name}: ${t("curvePoint", { number: i + 1 })}`}
              testId={`curve-value-${handle.id}`}
              value={handle.value}
              onChange={(value) => onChange(move(handle, value, handle.membership))}
            />
            {handle.free ? (
              <NumberField
                label={`${name}: ${t("curveMembership", { number: i + 1 })}`}
                value={handle.membership}
                range={[0, 1]}
                onChange={(membership) => onChange(move(handle, handle.value, membership))}
              />
            ) : (
              <span className="num small">{quantity(handle.membership, "score")}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The span of the values and of every point, so that none of them is out of reach. */
function widen([low, high]: ValueSpan, handles: readonly CurveHandle[]): ValueSpan {
  const values = handles.map(({ value }) => value).filter(Number.isFinite);
  const from = Math.min(low, ...values);
  const to = Math.max(high, ...values);
  return to > from ? [from, to] : [from - 0.5, to + 0.5];
}

/** A thousandth of what is shown is as fine as a hand can put a point. */
function roundTo(value: number, [low, high]: ValueSpan): number {
  const digits = Math.max(0, 3 - Math.floor(Math.log10(high - low)));
  return Number(value.toFixed(Math.min(12, digits)));
}
