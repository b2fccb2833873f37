import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import type { Label } from "#solver/region";
import { useText } from "./use-text.ts";

/** Small parts that every panel is made of. */

export function PanelHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className="panel-head">
      <h2>{title}</h2>
      {children}
    </header>
  );
}

export function Section({
  title,
  count,
  end,
  children,
}: {
  readonly title?: ReactNode;
  readonly count?: ReactNode;
  readonly end?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <section className="section">
      {title !== undefined && (
        <div className="section-head">
          <h3>{title}</h3>
          {count !== undefined && <span className="count-text">{count}</span>}
          {end !== undefined && <span className="end quiet small">{end}</span>}
        </div>
      )}
      {children}
    </section>
  );
}

/** A share 0-1 as a bar; its number stands beside it, so it is silent to screen readers. */
export function Bar({ share, colour }: { readonly share: number; readonly colour?: string }) {
  const width = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) * 100 : 0;
  return (
    <span className="track" aria-hidden="true">
      <span style={{ width: `${width}%`, background: colour }} />
    </span>
  );
}

/** Where a figure comes from. */
export function SourceTag({ label, source }: { readonly label: Label; readonly source?: string }) {
  const { t } = useText();
  const meaning = t(`label${label === "user" ? "User" : label}`);
  return (
    <Tooltip label={source ? `${meaning}: ${source}` : meaning}>
      <span className="tag" role="img" aria-label={meaning}>
        {label === "user" ? "U" : label}
      </span>
    </Tooltip>
  );
}

export function IconButton({
  label,
  onClick,
  children,
  pressed,
  disabled,
  small,
  testId,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly small?: boolean;
  readonly testId?: string;
}) {
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className="icon-button"
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        data-small={small || undefined}
        data-testid={testId}
        onClick={onClick}
      >
        {children}
      </button>
    </Tooltip>
  );
}

/** One sentence, and one thing to do about it. */
export function Empty({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}

export interface TabEntry<T extends string> {
  readonly id: T;
  readonly title: ReactNode;
}

/** A row of tabs; arrow keys walk it. */
export function TabRow<T extends string>({
  tabs,
  active,
  onChange,
  className,
  tabClassName,
  label,
  panelId,
  end,
}: {
  readonly tabs: readonly TabEntry<T>[];
  readonly active: T;
  readonly onChange: (id: T) => void;
  readonly className: string;
  readonly tabClassName: string;
  readonly label: string;
  readonly panelId: string;
  readonly end?: ReactNode;
}) {
  const walk = (steps: number) => {
    const at = tabs.findIndex(({ id }) => id === active);
    const next = tabs[(at + steps + tabs.length) % tabs.length];
    onChange(next.id);
    document.getElementById(`${panelId}-${next.id}`)?.focus();
  };
  return (
    <div className={className}>
      <div role="tablist" aria-label={label} style={{ display: "flex", gap: 2 }}>
        {tabs.map(({ id, title }) => (
          <button
            key={id}
            id={`${panelId}-${id}`}
            type="button"
            role="tab"
            className={tabClassName}
            aria-selected={id === active}
            aria-controls={panelId}
            tabIndex={id === active ? 0 : -1}
            onClick={() => onChange(id)}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") walk(1);
              if (event.key === "ArrowLeft") walk(-1);
            }}
          >
            {title}
          </button>
        ))}
      </div>
      {end}
    </div>
  );
}
