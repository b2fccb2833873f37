/** The six steps of the rail, in order. */
export const STEPS = ["region", "assess", "rules", "optimise", "compare", "report"] as const;
export type Step = (typeof STEPS)[number];
