import { create } from "zustand";

/** Where the pointer is: metres of the region's CRS, height above sea. */
export interface PointerPlace {
  readonly easting: number;
  readonly northing: number;
  readonly elevationM: number;
}

/** What changes with every move of the pointer or the map; apart, so that only the two lines that show it redraw. */
export const useViewStore = create<{
  readonly pointer?: PointerPlace;
  /** Denominator of the map's scale. */
  readonly scale?: number;
}>()(() => ({}));
