import { useState } from "react";
import type { Step } from "../../state/steps.ts";

export interface PanelSizes {
  readonly side: number;
  readonly inspector: number;
  readonly dock: number;
}

const KEY = "fenglin.panels";

/** What fits the window best before anyone has moved a border. */
function defaultSizes(): PanelSizes {
  const width = window.innerWidth;
  if (width < 1180) return { side: 288, inspector: 320, dock: 180 };
  return width >= 1800 ? { side: 360, inspector: 360, dock: 260 } : { side: 328, inspector: 320, dock: 200 };
}

/** Widths and heights, remembered per step. */
export function usePanelSizes(step: Step): readonly [PanelSizes, (change: Partial<PanelSizes>) => void] {
  const [stored, setStored] = useState<Partial<Record<Step, Partial<PanelSizes>>>>(readStored);
  const resize = (change: Partial<PanelSizes>) => {
    const next = { ...stored, [step]: { ...stored[step], ...change } };
    setStored(next);
    localStorage.setItem(KEY, JSON.stringify(next));
  };
  return [{ ...defaultSizes(), ...stored[step] }, resize];
}

function readStored(): Partial<Record<Step, Partial<PanelSizes>>> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
