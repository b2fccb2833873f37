import { useEffect } from "react";
import { update } from "../../state/actions.ts";
import { useStore } from "../../state/store.ts";
import { IconButton } from "../parts.tsx";
import { useText } from "../use-text.ts";

/** How long a finished thing is announced, ms. */
const SHOWN_MS = 6000;

/** One line over the map for something done: the file saved, or why it was not. */
export function Notice() {
  const { t } = useText();
  const notice = useStore((state) => state.notice);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => update({ notice: undefined }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  if (!notice) return null;
  return (
    <div
      className="floating row"
      role={notice.kind === "bad" ? "alert" : "status"}
      data-testid="notice"
      style={{ position: "fixed", right: 16, bottom: 40, padding: "6px 6px 6px 14px", zIndex: 50 }}
    >
      <span style={{ color: notice.kind === "bad" ? "var(--bad)" : "var(--text)" }}>{notice.text}</span>
      <IconButton label={t("close")} small onClick={() => update({ notice: undefined })}>
        ×
      </IconButton>
    </div>
  );
}
