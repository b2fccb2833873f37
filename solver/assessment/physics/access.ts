/** Speed on foot, km/h, on ground that rises by `gradient` (rise over run, downhill negative). Source: Tobler 1993. */
export function walkingKmPerH(gradient: number): number {
  return 6 * Math.exp(-3.5 * Math.abs(gradient + 0.05));
}

/** Minutes for a metre at a speed. */
export function minutesPerM(kmPerH: number): number {
  return 60 / (1000 * kmPerH);
}

/** Share of the people of a village who work, and the minutes at which 1/e of them still comes. [E] */
export const WORKING_SHARE = 0.55;
export const COMMUTE_MIN = 30;

/** Workers within reach of a place: those of each village, fewer the longer their way. Source: Hansen 1959. */
export function workersWithinReach(
  villages: readonly { readonly people: number; readonly travelMin: number }[],
  workingShare: number = WORKING_SHARE,
  commuteMin: number = COMMUTE_MIN,
): number {
  return villages.reduce(
    (sum, { people, travelMin }) => sum + people * workingShare * Math.exp(-travelMin / commuteMin),
    0,
  );
}
