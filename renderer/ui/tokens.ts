/**
 * Every colour of the window. Chrome colours differ by theme; data colours never do, so that a printed map, a dark
 * screen and a light screen name an industry alike. The tests recompute contrast and colour distance from here.
 */

export type ThemeName = "light" | "dark";

export const CHROME = {
  light: {
    bg: "#EFF1F0",
    panel: "#FAFBFA",
    raised: "#FFFFFF",
    sunken: "#F1F3F2",
    hover: "#E9ECEB",
    sel: "#DFE9F5",
    line: "#DDE1E0",
    line2: "#C9CFCE",
    ctl: "#879296",
    text: "#1A2123",
    text2: "#465256",
    text3: "#5A666A",
    accent: "#275EA8",
    "on-accent": "#FFFFFF",
    "accent-bg": "#E4EDF8",
    ok: "#1F6B47",
    "ok-bg": "#E3F1EA",
    warn: "#8A5200",
    "warn-bg": "#FBF0DC",
    bad: "#A92B22",
    "bad-bg": "#FBE7E4",
    bar: "#B9C4C7",
    "bar-strong": "#5F7A86",
  },
  dark: {
    bg: "#121617",
    panel: "#1A1F21",
    raised: "#22282A",
    sunken: "#151A1C",
    hover: "#2A3134",
    sel: "#21344A",
    line: "#2D3437",
    line2: "#3D4649",
    ctl: "#6C787B",
    text: "#E4E9E8",
    text2: "#B3BDBF",
    text3: "#929DA0",
    accent: "#8DB8F0",
    "on-accent": "#0F1B2B",
    "accent-bg": "#1D2F45",
    ok: "#7CC9A0",
    "ok-bg": "#1B3327",
    warn: "#E9B45F",
    "warn-bg": "#3A2D14",
    bad: "#F2968C",
    "bad-bg": "#402320",
    bar: "#4A565A",
    "bar-strong": "#8CA2AB",
  },
} as const satisfies Record<ThemeName, Record<string, string>>;

/** What floats over the map, by theme: not colours alone, hence apart. */
export const FLOATING: Readonly<Record<ThemeName, Readonly<Record<"shadow" | "glass", string>>>> = {
  light: {
    shadow: "0 1px 2px rgba(20,28,30,.08), 0 6px 20px rgba(20,28,30,.10)",
    glass: "rgba(250,251,250,.96)",
  },
  dark: { shadow: "0 1px 2px rgba(0,0,0,.4), 0 8px 24px rgba(0,0,0,.45)", glass: "rgba(26,31,33,.96)" },
};

/** Colours of the map itself. */
export const MAP = {
  light: {
    land: "#E9EBE6",
    water: "#8FB9CE",
    road: "#FFF6DC",
    lane: "#FFFFFF",
    roadCasing: "#545856",
    label: "#1A2123",
    halo: "#FAFBFA",
    riverLabel: "#1F5A7C",
    edge: "#FFFFFF",
    pick: "#0B1B2B",
    pickCasing: "#FFFFFF",
    marker: "#FFFFFF",
    markerEdge: "#2A3336",
    changed: "#0B1B2B",
    sky: "#EFF1F0",
    farmland: "#48525A",
    waterZone: "#265E8A",
    redline: "#8C3428",
    renovation: "#FFFFFF",
  },
  dark: {
    land: "#262D2F",
    water: "#284A5E",
    road: "#C9C3AE",
    lane: "#8D9391",
    roadCasing: "#0C1012",
    label: "#EDF1F0",
    halo: "#121617",
    riverLabel: "#9CC7DE",
    edge: "#0A0E10",
    pick: "#FFFFFF",
    pickCasing: "#0B1B2B",
    marker: "#EDF1F0",
    markerEdge: "#121617",
    changed: "#FFFFFF",
    sky: "#121617",
    farmland: "#BEC4C4",
    waterZone: "#78AACD",
    redline: "#D68C80",
    renovation: "#FFFFFF",
  },
} as const satisfies Record<ThemeName, Record<string, string>>;

/** Parcel states that mean the same in both themes. */
export const PARCEL_STATE = {
  unsuitable: "#EDEDEA",
  blocked: "#E3E5E2",
  asIs: "#CFD3D0",
  noData: "#FFFFFF",
} as const;

/** Suitability 0-1 in seven steps, even in lightness. */
export const SUITABILITY_RAMP = [
  "#F4F0D9",
  "#D2D6A7",
  "#A5BE86",
  "#6FA777",
  "#3B8E77",
  "#16717A",
  "#1D5273",
] as const;

/** Loss to gain, symmetric about nothing. */
export const DIFFERENCE_RAMP = [
  "#8A4B12",
  "#C08A4E",
  "#E6CFAE",
  "#EDEDE9",
  "#B4D2DA",
  "#5C9FB5",
  "#1E6685",
] as const;

/** The two plans of a comparison. */
export const PLAN_COLOURS = {
  light: { a: "#275EA8", b: "#1A2123" },
  dark: { a: "#8DB8F0", b: "#E4E9E8" },
} as const;

export const FILL_OPACITY: Readonly<Record<ThemeName, number>> = { light: 0.86, dark: 0.88 };
