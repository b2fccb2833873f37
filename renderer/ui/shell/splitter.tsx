import { type KeyboardEvent, type PointerEvent, useRef } from "react";

/** Step of the arrow keys, px. */
const KEY_STEP = 16;

/** A border that can be dragged or moved with the arrow keys. `grows` names the direction in which the panel grows. */
export function Splitter({
  label,
  orientation,
  grows,
  size,
  range: [smallest, largest],
  onChange,
}: {
  readonly label: string;
  readonly orientation: "vertical" | "horizontal";
  readonly grows: 1 | -1;
  readonly size: number;
  readonly range: readonly [number, number];
  readonly onChange: (size: number) => void;
}) {
  const drag = useRef<{ readonly at: number; readonly size: number }>(undefined);
  const along = (event: PointerEvent) => (orientation === "vertical" ? event.clientX : event.clientY);
  const set = (value: number) => onChange(Math.round(Math.min(largest, Math.max(smallest, value))));
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = orientation === "vertical" ? "ArrowRight" : "ArrowDown";
    const back = orientation === "vertical" ? "ArrowLeft" : "ArrowUp";
    if (event.key !== forward && event.key !== back) return;
    event.preventDefault();
    set(size + (event.key === forward ? KEY_STEP : -KEY_STEP) * grows);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is a widget, which <hr> is not
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={size}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { at: along(event), size };
      }}
      onPointerMove={(event) => {
        if (drag.current) set(drag.current.size + (along(event) - drag.current.at) * grows);
      }}
      onPointerUp={() => {
        drag.current = undefined;
      }}
    />
  );
}
