import { describe, expect, it } from "vitest";
import { ciede2000, colourDifference, contrastRatio, type Vision } from "./colour-difference.ts";
import { INDUSTRIES, OTHER_COLOURS } from "./industries.ts";
import { CHROME, DIFFERENCE_RAMP, MAP, SUITABILITY_RAMP, type ThemeName } from "./tokens.ts";

const VISIONS: readonly Vision[] = ["normal", "deuteranopia", "protanopia", "tritanopia"];

const COLOURS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(INDUSTRIES).map(([id, look]) => [id, look.colour])),
  ...OTHER_COLOURS,
};

function closestPair(colours: Readonly<Record<string, string>>, vision: Vision) {
  const ids = Object.keys(colours);
  let best = { pair: "", distance: Number.POSITIVE_INFINITY };
  for (const [i, first] of ids.entries()) {
    for (const second of ids.slice(i + 1)) {
      const distance = colourDifference(colours[first], colours[second], vision);
      if (distance < best.distance) best = { pair: `${first}-${second}`, distance };
    }
  }
  return best;
}

describe("colour difference", () => {
  it("agrees with the published pairs of Sharma, Wu and Dalal", () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });
});

describe("industry palette", () => {
  it.each(VISIONS)("keeps every pair at least 9.9 apart in %s vision", (vision) => {
    expect(closestPair(COLOURS, vision).distance).toBeGreaterThanOrEqual(9.9);
  });

  it("recomputes the closest pairs of the design", () => {
    expect(closestPair(COLOURS, "normal").distance).toBeCloseTo(15.8, 0);
    expect(closestPair(COLOURS, "deuteranopia")).toMatchObject({ pair: "RR-BE" });
  });

  it("notices a colour that comes too close", () => {
    expect(closestPair({ ...COLOURS, GV: "#B4D080" }, "normal").distance).toBeLessThan(9.9);
  });

  it("keeps the grain colour apart from the water of the map", () => {
    for (const vision of VISIONS) {
      expect(colourDifference(INDUSTRIES.GV.colour, MAP.light.water, vision)).toBeGreaterThan(9.9);
    }
  });

  it("writes every code in a readable ink", () => {
    for (const look of Object.values(INDUSTRIES)) {
      expect(contrastRatio(look.ink, look.colour)).toBeGreaterThanOrEqual(4.6);
    }
  });
});

describe("ramps", () => {
  it.each(VISIONS)("keeps neighbouring steps apart in %s vision", (vision) => {
    for (const [ramp, floor] of [
      [SUITABILITY_RAMP, 7],
      [DIFFERENCE_RAMP, 9.7],
    ] as const) {
      for (let i = 1; i < ramp.length; i++) {
        expect(colourDifference(ramp[i - 1], ramp[i], vision)).toBeGreaterThanOrEqual(floor);
      }
    }
  });
});

describe("chrome contrast", () => {
  const surfaces = ["bg", "panel", "raised", "sunken", "hover", "sel"] as const;
  const themes: readonly ThemeName[] = ["light", "dark"];

  it.each(themes)("keeps text readable on every surface of the %s theme", (theme) => {
    for (const text of ["text", "text2", "text3", "accent", "ok", "warn", "bad"] as const) {
      for (const surface of surfaces) {
        expect(contrastRatio(CHROME[theme][text], CHROME[theme][surface])).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it.each(themes)("keeps state text readable on its fill in the %s theme", (theme) => {
    const chrome = CHROME[theme];
    expect(contrastRatio(chrome.ok, chrome["ok-bg"])).toBeGreaterThanOrEqual(5.5);
    expect(contrastRatio(chrome.warn, chrome["warn-bg"])).toBeGreaterThanOrEqual(5.5);
    expect(contrastRatio(chrome.bad, chrome["bad-bg"])).toBeGreaterThanOrEqual(5.5);
    expect(contrastRatio(chrome["on-accent"], chrome.accent)).toBeGreaterThanOrEqual(6.4);
  });

  it.each(themes)("keeps the edge of a control visible in the %s theme", (theme) => {
    expect(contrastRatio(CHROME[theme].ctl, CHROME[theme].panel)).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(CHROME[theme].ctl, CHROME[theme].raised)).toBeGreaterThanOrEqual(3);
  });
});
