import type { Lattice } from "../core/lattice.ts";
import { type BurntLine, spreadAlong } from "../core/lines.ts";
import { keepLargestPiece } from "../core/raster-filters.ts";
import type { LakeFacts, RiverFacts } from "../region-facts.ts";

/** Largest connected piece of ground below the lake's level, from a row of this lattice southward. */
export function floodLake(
  elevation: Float64Array,
  lattice: Lattice,
  { levelM }: LakeFacts,
  firstLakeRow: number,
): Uint8Array {
  const low = Uint8Array.from(elevation, (z, cell) =>
    z < levelM && Math.floor(cell / lattice.cols) >= firstLakeRow ? 1 : 0,
  );
  return keepLargestPiece(low, lattice);
}

/** Level of the river bed by position along the river. */
type BedProfile = (alongM: number) => number;

/** One profile serves the landform and every reset of it; two would leave a moat along the river. */
function profileRiverBed(river: RiverFacts, trunk: BurntLine, studyArea: Uint8Array): BedProfile {
  let headAt = Infinity;
  let mouthAt = -Infinity;
  trunk.mask.forEach((marked, cell) => {
    if (!marked || !studyArea[cell]) return;
    headAt = Math.min(headAt, trunk.alongM[cell]);
    mouthAt = Math.max(mouthAt, trunk.alongM[cell]);
  });
  return (alongM) => {
    const t = (alongM - headAt) / (mouthAt - headAt);
    return t < 0 ? river.headM - t * river.upstreamRiseM : river.headM - river.fallM * t ** river.exponent;
  };
}

interface RiverBed {
  readonly river: RiverFacts;
  readonly profile: BedProfile;
  /** Position along the river nearest to each cell, m. */
  readonly nearestAlongM: Float32Array;
  /** Distance of each cell from the river's axis, m. */
  readonly distanceM: Float64Array;
}

export function surveyRiverBed(
  river: RiverFacts,
  trunk: BurntLine,
  studyArea: Uint8Array,
  distanceM: Float64Array,
  lattice: Lattice,
): RiverBed {
  return {
    river,
    profile: profileRiverBed(river, trunk, studyArea),
    nearestAlongM: spreadAlong(trunk, lattice),
    distanceM,
  };
}

/** Puts the channel back at its bed, banks not too steep and no ground below the river, in place. */
export function holdRiver(
  elevation: Float64Array,
  { river, profile, nearestAlongM, distanceM }: RiverBed,
): void {
  for (let cell = 0; cell < elevation.length; cell++) {
    const bedM = profile(nearestAlongM[cell]);
    const offM = distanceM[cell] - river.channelHalfM;
    const bankTopM =
      river.bank && distanceM[cell] < river.bank.withinM ? bedM + river.bank.slope * offM : Infinity;
    if (offM < 0) elevation[cell] = bedM;
    else if (elevation[cell] > bankTopM) elevation[cell] = bankTopM;
    else if (elevation[cell] < bedM + 0.4) elevation[cell] = bedM + 0.4 + Math.min(6, offM * 0.02);
  }
}
