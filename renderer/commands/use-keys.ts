import { useEffect } from "react";
import { exportGeojson, goTo, selectNeighbour, selectUnit, solve, update } from "../state/actions.ts";
import { STEPS } from "../state/steps.ts";
import { useStore } from "../state/store.ts";

/** Keys of the window. A key that a field may type is only taken when no field has the focus. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (handleKey(event)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function handleKey(event: KeyboardEvent): boolean {
  const state = useStore.getState();
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (event.altKey && !command && /^[1-6]$/.test(key)) {
    goTo(STEPS[Number(key) - 1]);
    return true;
  }
  if (command && event.altKey && event.code === "KeyB") {
    update({ inspectorOpen: !state.inspectorOpen });
    return true;
  }
  if (command) {
    switch (key) {
      case "k":
        document.getElementById("command-field")?.focus();
        return true;
      case "b":
        update({ sideOpen: !state.sideOpen });
        return true;
      case "j":
        update({ dockOpen: !state.dockOpen });
        return true;
      case "e":
        void exportGeojson();
        return true;
      case "enter":
        void solve();
        return true;
    }
    return false;
  }
  if (key === "f1") {
    update({ helpOpen: true });
    return true;
  }
  if (isTyping(event.target)) return false;
  if (key === "escape" && state.selectedUnit !== undefined) {
    selectUnit(undefined);
    return true;
  }
  if (key === "[" || key === "]") {
    selectNeighbour(key === "]" ? 1 : -1);
    return true;
  }
  return false;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
