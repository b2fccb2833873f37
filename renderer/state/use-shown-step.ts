import { useDeferredValue } from "react";
import type { Step } from "./steps.ts";
import { useStore } from "./store.ts";

/**
 * The step whose content is drawn. It follows the chosen step in a render that React takes in slices, so that the rail
 * answers at once and the page is never held up by a panel.
 */
export function useShownStep(): Step {
  return useDeferredValue(useStore((state) => state.step));
}
