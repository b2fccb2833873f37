import { useMemo } from "react";
import type { RegionDefinition } from "#solver/region";
import { applyEdits } from "./assessment-edits.ts";
import { viewOf } from "./select.ts";
import { useStore } from "./store.ts";

/** The region's definition as its file states it and as the planner edited it. */
export function useDefinition():
  | { readonly stated: RegionDefinition; readonly edited: RegionDefinition }
  | undefined {
  const stated = useStore(viewOf)?.definition;
  const edits = useStore((state) => state.edits);
  return useMemo(() => stated && { stated, edited: applyEdits(stated, edits) }, [stated, edits]);
}
