import { Modal } from "@mantine/core";
import { update } from "../../state/actions.ts";
import { useStore } from "../../state/store.ts";
import type { TextKey } from "../dictionary/index.ts";
import { useText } from "../use-text.ts";

const KEYS: readonly (readonly [keys: string, text: TextKey])[] = [
  ["Ctrl K", "keyPalette"],
  ["Alt 1 – Alt 6", "keySteps"],
  ["Ctrl Enter", "keySolve"],
  ["Ctrl E", "keyExport"],
  ["Ctrl B, Ctrl J, Ctrl Alt B", "keyPanels"],
  ["[ ]", "keyNeighbours"],
  ["← ↑ → ↓, +, −", "keyPan"],
  ["Esc", "keyEscape"],
];

export function HelpDialog() {
  const { t } = useText();
  const open = useStore((state) => state.helpOpen);
  return (
    <Modal
      opened={open}
      onClose={() => update({ helpOpen: false })}
      title={t("keys")}
      size={440}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <dl className="pairs" style={{ lineHeight: "28px", fontSize: 13 }}>
        {KEYS.map(([keys, text]) => (
          <div key={text} style={{ display: "contents" }}>
            <dt>{t(text)}</dt>
            <dd>
              <span className="kbd">{keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
