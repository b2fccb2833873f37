import { useEffect, useId, useState } from "react";
import { readNumber } from "./read-number.ts";
import { useText } from "./use-text.ts";

/**
 * A number that is taken over on Enter or on leaving the field. What cannot be used stays in the field with the reason
 * beside it, and the last good value goes on counting.
 */
export function NumberField({
  label,
  value,
  range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  digits = 4,
  edited,
  disabled,
  testId,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  /** Least and greatest value allowed. */
  readonly range?: readonly [least: number, most: number];
  /** Significant digits shown. */
  readonly digits?: number;
  readonly edited?: boolean;
  readonly disabled?: boolean;
  readonly testId?: string;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useText();
  const shown = Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : "";
  const [text, setText] = useState(shown);
  const [error, setError] = useState<string>();
  const errorId = useId();
  useEffect(() => {
    setText(shown);
    setError(undefined);
  }, [shown]);
  const commit = () => {
    if (text === shown) return setError(undefined);
    const read = readNumber(text);
    if (read === undefined) return setError(t("notANumber"));
    if (read < range[0]) return setError(t("tooSmall", { least: range[0] }));
    if (read > range[1]) return setError(t("tooLarge", { most: range[1] }));
    setError(undefined);
    onChange(read);
  };
  return (
    <span className="number-field" data-invalid={error !== undefined || undefined}>
      <input
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error ? errorId : undefined}
        data-edited={edited || undefined}
        data-testid={testId}
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape" && text !== shown) {
            event.stopPropagation();
            setText(shown);
            setError(undefined);
          }
        }}
      />
      {error && (
        <span id={errorId} role="alert" className="number-field-error">
          {error}
        </span>
      )}
    </span>
  );
}
