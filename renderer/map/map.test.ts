import { describe, expect, it } from "vitest";
import { INDUSTRIES } from "../ui/industries.ts";
import { PARCEL_STATE, SUITABILITY_RAMP } from "../ui/tokens.ts";
import type { AssessmentView, RegionView } from "../workers/views.ts";
import { buildStyle, type StyleInput } from "./build-style.ts";
import { lookUpGround } from "./ground.ts";
import {
  closedBy,
  kindOfMask,
  paintDifference,
  paintSuitability,
  paintUses,
  rankLimiting,
  stepOf,
} from "./paint-parcels.ts";
import { roundLength } from "./scale-bar.tsx";

const UNITS = { open: 0, farmland: 1, tooHigh: 2, noData: 3 } as const;

/** Four units, one option each: open at 0.8, on basic farmland, above the growing range, without data. */
function anAssessment(): AssessmentView {
  const title = { en: "", zh: "" };
  const mask = (id: string, kind: "law" | "envelope") => ({
    id,
    kind,
    title,
    basis: title,
    label: "K" as const,
    source: "",
  });
  return {
    options: ["GR"],
    suitability: Float32Array.of(0.8, 0, 0, Number.NaN),
    limiting: Uint8Array.of(1, 255, 255, 0),
    landUse: Uint8Array.of(1, 1, 1, 1),
    stand: ["", "TE", "", ""],
    gates: {
      masks: [mask("basic-farmland", "law"), mask("altitude", "envelope")],
      offsets: Uint32Array.of(0, 0, 2, 3, 3),
      reasons: Uint8Array.of(1, 0, 1),
      shares: Float32Array.of(1, 1, 1),
      cap: Float32Array.of(1, 0, 0, 1),
      conditional: Uint8Array.of(0, 0, 0, 0),
    },
  } as unknown as AssessmentView;
}

describe("paint of renovation", () => {
  const paint = paintUses(["ZP", "RN"], [0, 1, 1, -1], ["", "ZP", "TE", "ZP"]);

  it("has the colour of the stand's industry, and a hatch", () => {
    expect(paint.colours.slice(0, 3)).toEqual([
      INDUSTRIES.ZP.colour,
      INDUSTRIES.ZP.colour,
      INDUSTRIES.TE.colour,
    ]);
    expect(paint.hatched.renovation).toEqual([1, 2]);
  });

  it("draws an edge between what looks different", () => {
    expect(new Set(Array.from(paint.group)).size).toBe(4);
  });
});

describe("paint of suitability", () => {
  const paint = paintSuitability(anAssessment(), 0);

  it("puts scores into seven steps", () => {
    expect([0, 0.14, 0.143, 0.999, 1].map(stepOf)).toEqual([0, 0, 1, 6, 6]);
    expect(paint.colours[UNITS.open]).toBe(SUITABILITY_RAMP[5]);
  });

  it("shows law before envelope, and gives it a hatch", () => {
    expect(closedBy(anAssessment(), UNITS.farmland)).toBe("farmland");
    expect(paint.hatched.farmland).toEqual([UNITS.farmland]);
    expect(paint.colours[UNITS.tooHigh]).toBe(PARCEL_STATE.unsuitable);
  });

  it("leaves a parcel without data unpainted", () => {
    expect(paint.colours[UNITS.noData]).toBe("");
  });

  it("ranks limiting factors by open area only", () => {
    expect(rankLimiting(anAssessment(), 0, Float64Array.of(2, 5, 5, 1))).toEqual([
      { criterion: 1, areaHa: 2 },
      { criterion: 0, areaHa: 1 },
    ]);
  });

  it("knows the legal zones by name", () => {
    const kinds = ["water-zone-1", "redline", "reserve-core", "steep-slope"].map((id) =>
      kindOfMask({ id, kind: "law" }),
    );
    expect(kinds).toEqual(["waterZone", "redline", "redline", "law"]);
  });
});

describe("paint of a layout", () => {
  const paint = paintUses(["GR"], Int16Array.of(0, -1, -1, -1), ["", "TE", "", ""]);

  it("paints industries, keeps as is neutral and lightens existing stands", () => {
    expect(paint.colours[0]).toBe(INDUSTRIES.GR.colour);
    expect(paint.colours[1]).toBe("#82bcbc");
    expect(paint.colours[2]).toBe(PARCEL_STATE.asIs);
  });

  it("fades what did not change and marks what did", () => {
    const faded = paintDifference(paint, Uint8Array.of(1, 0, 0, 0), true);
    expect([...(faded.strength ?? [])].map((share) => Number(share.toFixed(2)))).toEqual([
      1, 0.15, 0.15, 0.15,
    ]);
    expect(paintDifference(paint, Uint8Array.of(1, 0, 0, 0), false).strength).toBe(paint.strength);
  });
});

describe("style of the map", () => {
  const image = {
    url: "blob:x",
    coordinates: [
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ],
  } as const;
  const input = (change: Partial<StyleInput> = {}): StyleInput => ({
    view: {
      definition: { id: "here" },
      parcelsUrl: "blob:parcels",
      edgesUrl: "blob:edges",
      vectorUrls: new Map([
        ["roads", "blob:roads"],
        ["ecological-redline", "blob:redline"],
      ]),
      land: { light: image, dark: image },
      veil: image,
    } as unknown as RegionView,
    theme: "light",
    locale: "en",
    step: "region",
    layers: [
      { id: "roads", visible: true, opacity: 1 },
      { id: "ecological-redline", visible: true, opacity: 0.5 },
      { id: "land-use", visible: true, opacity: 0.8 },
    ],
    drawnRasters: new Map([["land-use", image]]),
    ...change,
  });
  const idsOf = (change?: Partial<StyleInput>) => buildStyle(input(change)).layers.map(({ id }) => id);

  it("draws the list from its end, so that the first layer lies on top", () => {
    const ids = idsOf();
    expect(ids.indexOf("raster-land-use")).toBeLessThan(ids.indexOf("ecological-redline"));
    expect(ids.indexOf("ecological-redline")).toBeLessThan(ids.indexOf("roads-casing"));
  });

  it("keeps roads and leaves rasters and zones behind once parcels are shown", () => {
    const ids = idsOf({ step: "optimise" });
    expect(ids).toContain("roads-casing");
    expect(ids).toContain("parcel-fill");
    expect(ids).not.toContain("raster-land-use");
    expect(ids).not.toContain("ecological-redline");
  });

  it("looks colours up by id, the commonest unlisted, and marks edges between two looks", () => {
    const paint = paintUses(["ZP", "TE"], [0, 0, 1], ["", "", ""]);
    const edgePairs = Int32Array.of(0, 1, 1, 2, 2, -1);
    const view = { ...input().view, edgePairs };
    const layers = buildStyle(input({ step: "optimise", view, paint })).layers;
    expect(layers.find(({ id }) => id === "parcel-fill")?.paint).toMatchObject({
      "fill-color": ["match", ["id"], [2], INDUSTRIES.TE.colour, INDUSTRIES.ZP.colour],
    });
    const edges = layers.find(({ id }) => id === "parcel-edges")?.paint;
    expect(JSON.stringify(edges)).toContain('["match",["id"],[1],true,false]');
  });

  it("names no glyph or sprite server", () => {
    const style = buildStyle(input());
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });

  it("gives every layer a source that is there", () => {
    const style = buildStyle(input({ step: "compare", codesUrl: "blob:codes" }));
    for (const layer of style.layers)
      if ("source" in layer) expect(Object.keys(style.sources)).toContain(layer.source);
  });
});

describe("reading the ground", () => {
  it("finds metres between lattice points and the cell's height", () => {
    const ground = {
      size: 2,
      positions: Float64Array.of(100, 200, 160, 200, 100, 260, 160, 260),
      cols: 2,
      rows: 2,
      cellSizeM: 30,
      originX: 100,
      originY: 260,
      elevationM: Float32Array.of(1, 2, 3, 4),
    };
    expect(lookUpGround(ground, [0, 0, 1, 1], 0.75, 0.25)).toEqual({
      easting: 145,
      northing: 215,
      elevationM: 4,
    });
    expect(lookUpGround(ground, [0, 0, 1, 1], 1.5, 0.5).elevationM).toBeNaN();
  });

  it("rounds the scale bar to 1, 2 or 5", () => {
    expect([119, 219, 519, 1999].map(roundLength)).toEqual([100, 200, 500, 1000]);
  });
});
