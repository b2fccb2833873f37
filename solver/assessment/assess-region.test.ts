import { describe, expect, it } from "vitest";
import type { PolygonRings, VectorLayer } from "#gis";
import { LAND_USES, OPTION_IDS, type OpenCondition, type OptionId, type Quantity } from "#solver/region";
import { type AssessmentOverrides, assessRegion, FIGURE_IDS, maskSpecs } from "./index.ts";
import { GRID, oneParcel, type Site, SQUARE, WEST } from "./one-parcel.fixture.ts";

function openFor(mask: string, ...options: OptionId[]): OpenCondition {
  return { mask, options, note: { zh: "测试", en: "test" } };
}

/** Conditions that dry land outside basic farmland needs. */
const CROPLAND = openFor("other-cropland", "RR", "ZP", "PT", "LQ", "WN", "GR", "TE", "HS", "FG", "AF", "RF");

function assess(site: Site, overrides?: AssessmentOverrides) {
  const { assessment, issues } = assessRegion(oneParcel(site), overrides);
  const k = (option: OptionId) => assessment.options.indexOf(option);
  return {
    assessment,
    issues,
    cap: (option: OptionId) => assessment.gates.cap[k(option)],
    reasons: (option: OptionId) => {
      const { offsets, reasons } = assessment.gates;
      return Array.from(
        reasons.slice(offsets[k(option)], offsets[k(option) + 1]),
        (mask) => maskSpecs[mask].id,
      );
    },
    open: () => assessment.options.filter((_, i) => assessment.gates.cap[i] > 0),
    figure: (id: (typeof FIGURE_IDS)[number], option: OptionId) => assessment.figures.option[id][k(option)],
    today: (id: (typeof FIGURE_IDS)[number]) => assessment.figures.present[id][0],
    suitability: (option: OptionId) => assessment.suitability[k(option)],
  };
}

describe("gates", () => {
  it("leaves only grain on basic farmland and names the rule", () => {
    const parcel = assess({ zones: ["farmland"], open: [CROPLAND] });
    expect(parcel.open()).toEqual(["GV"]);
    expect(parcel.reasons("RR")).toContain("basic-farmland");
    expect(parcel.reasons("FG")).toContain("basic-farmland");
  });

  it("would notice if the farmland rule looked at the wrong layer", () => {
    const masks = [{ id: "basic-farmland", layer: "ecological-redline" }];
    expect(assess({ zones: ["farmland"], open: [CROPLAND], masks }).cap("RR")).toBe(1);
  });

  it("leaves only grain on paddy", () => {
    expect(assess({ landUse: "paddy", open: [CROPLAND] }).open()).toEqual(["GV"]);
  });

  it("keeps conditions closed until the region opens them, and marks what was opened", () => {
    expect(assess({}).cap("RR")).toBe(0);
    expect(assess({}).reasons("RR")).toEqual(["other-cropland"]);
    const opened = assess({ open: [CROPLAND] });
    expect(opened.cap("RR")).toBe(1);
    expect(opened.assessment.gates.conditional[opened.assessment.options.indexOf("RR")]).toBe(1);
    expect(opened.assessment.gates.conditional[opened.assessment.options.indexOf("GV")]).toBe(0);
  });

  it("keeps everything but restoration out of zone I and cores", () => {
    for (const zone of ["I", "core"] as const) {
      expect(assess({ landUse: "grass", zones: [zone] }).open()).toEqual(["RF"]);
    }
  });

  it("keeps planting and tourism in zone II closed while the condition is", () => {
    expect(assess({ landUse: "grass", zones: ["II"] }).open()).toEqual(["RF"]);
    expect(assess({ landUse: "grass", zones: ["II"], open: [openFor("water-zone-2", "FG")] }).open()).toEqual(
      ["FG", "RF"],
    );
  });

  it("lets the redline forbid orchards but only condition forage", () => {
    const parcel = assess({ landUse: "grass", zones: ["redline"], open: [openFor("redline", "FG", "RR")] });
    expect(parcel.cap("FG")).toBe(1);
    expect(parcel.cap("RR")).toBe(0);
  });

  it("grows no tea on limestone soil, whatever its acidity", () => {
    expect(assess({ soil: "yellow", open: [CROPLAND] }).cap("TE")).toBe(1);
    const limestone = assess({ soil: "limestone", open: [CROPLAND] });
    expect(limestone.cap("TE")).toBe(0);
    expect(limestone.reasons("TE")).toEqual(["soil-type"]);
    expect(assess({ ph: 6.6, open: [CROPLAND] }).reasons("TE")).toEqual(["ph-bound"]);
  });

  it("grows no pitaya above 850 m, in frost or in the cold", () => {
    const at = (elevationM: number, temperatureC: number) =>
      assess({ elevationM, temperatureC, open: [CROPLAND] }).reasons("PT");
    expect(at(840, 20)).toEqual([]);
    expect(at(855, 20)).toEqual(["elevation-bound"]);
    expect(at(880, 20)).toEqual(["elevation-bound", "frost"]);
    expect(at(700, 16.9)).toContain("temperature-bound");
  });

  it("builds no trellis on severe land and plants pepper there only on a condition", () => {
    const severe: Site = { grade: 4, bedrockPct: 75, temperatureC: 17, open: [CROPLAND] };
    expect(assess(severe).reasons("GR")).toContain("grade-bound");
    expect(assess(severe).reasons("ZP")).toEqual(["severe-land"]);
    expect(assess({ ...severe, open: [CROPLAND, openFor("severe-land", "ZP")] }).cap("ZP")).toBe(1);
    expect(
      assess({ ...severe, bedrockPct: 85, open: [CROPLAND, openFor("severe-land", "ZP")] }).reasons("ZP"),
    ).toEqual(["soil-share-bound"]);
  });

  it("keeps forest and shrub for restoration, under-forest use and visitors", () => {
    for (const landUse of ["forest", "shrub"] as const) {
      expect(assess({ landUse, elevationM: 900, grade: 2 }).open()).toEqual(["UF", "RF", "ET"]);
    }
    expect(assess({ landUse: "water" }).open()).toEqual([]);
    expect(assess({ landUse: "built" }).open()).toEqual(["ET"]);
  });

  it("closes no forest that is in good state", () => {
    expect(assess({ landUse: "forest", grade: 1 }).reasons("RF")).toEqual(["sound-forest"]);
    expect(assess({ landUse: "forest", grade: 2 }).reasons("RF")).toEqual([]);
    expect(assess({ landUse: "shrub", grade: 0 }).reasons("RF")).toEqual([]);
  });

  it("offers an orchard renovation and agroforestry, and renovation only of a known stand", () => {
    expect(assess({ landUse: "orchard-tea", stand: "ZP" }).open()).toEqual(["AF", "RN"]);
    const barren = assess({ landUse: "orchard-tea", depthCm: 5 });
    expect(barren.reasons("RN")).toEqual(["no-stand"]);
    expect(barren.issues.map(({ code }) => code)).toContain("stands-unknown");
  });

  it("closes the share of a parcel that lies in a zone and keeps the rest open", () => {
    const region = oneParcel({ landUse: "grass" });
    const half: PolygonRings = [SQUARE[0].map(([x, y]) => [Math.min(x, WEST + 45), y])];
    const strip: VectorLayer = {
      crs: GRID.crs,
      features: [{ id: "1", geometry: { type: "Polygon", coordinates: half }, properties: new Map() }],
    };
    const vectors = new Map(region.vectors).set("ecological-redline", strip);
    const { assessment } = assessRegion({ ...region, vectors });
    expect(assessment.gates.cap[assessment.options.indexOf("RR")]).toBeCloseTo(0.75, 5);
    expect(assessment.gates.cap[assessment.options.indexOf("RF")]).toBe(1);
  });

  it("reads a mask from the layer that the region names for it", () => {
    const region = oneParcel({ landUse: "grass", masks: [{ id: "redline", layer: "sub-basins" }] });
    const { assessment } = assessRegion(region);
    expect(assessment.gates.cap[assessment.options.indexOf("RR")]).toBe(0);
  });

  it("leaves a parcel without an essential layer as it is and says so", () => {
    const { assessment, issues } = assessRegion(oneParcel({ landUse: "grass", without: ["soil-depth"] }));
    expect(assessment.gates.cap.every((cap) => cap === 0)).toBe(true);
    expect(Number.isNaN(assessment.suitability[0])).toBe(true);
    expect(issues.map(({ code }) => code)).toEqual(["assessed-layer-missing", "units-without-data"]);
  });
});

describe("scores", () => {
  it("gates suitability to 0 and keeps it within 0 and 1 elsewhere", () => {
    const { assessment, suitability } = assess({ open: [CROPLAND] });
    assessment.gates.cap.forEach((cap, pair) => {
      const value = assessment.suitability[pair];
      expect(cap === 0 ? value === 0 : value > 0 && value <= 1).toBe(true);
    });
    expect(suitability("RR")).toBeGreaterThan(0.5);
  });

  it("never rates a steeper, rockier or drier parcel higher for the same orchard", () => {
    const base: Site = { open: [CROPLAND] };
    const resource = (site: Site) => {
      const { assessment } = assess({ ...base, ...site });
      return assessment.scores.resource[assessment.options.indexOf("RR")];
    };
    expect(resource({ slopeDeg: 20 })).toBeLessThan(resource({ slopeDeg: 10 }));
    expect(resource({ bedrockPct: 60 })).toBeLessThan(resource({ bedrockPct: 30 }));
    expect(resource({ rainMm: 850 })).toBeLessThan(resource({ rainMm: 1000 }));
    expect(resource({ depthCm: 26 })).toBeLessThan(resource({ depthCm: 32 }));
  });

  it("shares the weight of a layer that is not there", () => {
    const withPh = assess({ open: [CROPLAND] });
    const without = assess({ open: [CROPLAND], without: ["soil-ph", "travel-time"] });
    expect(without.suitability("RR")).toBeGreaterThan(0);
    expect(without.issues.map(({ where }) => where.layer)).toEqual(["soil-ph", "travel-time"]);
    expect(withPh.issues).toEqual([]);
  });
});

describe("figures", () => {
  it("has every figure of every open pair, for all land uses", () => {
    for (const landUse of LAND_USES) {
      const { assessment } = assess({ landUse, open: [CROPLAND], elevationM: 820 });
      for (const id of FIGURE_IDS) {
        expect(Number.isFinite(assessment.figures.present[id][0])).toBe(true);
        assessment.gates.cap.forEach((cap, pair) => {
          expect(Number.isFinite(assessment.figures.option[id][pair])).toBe(cap > 0);
        });
      }
    }
  });

  it("raises no figure of ecology by restoration, on any land use and rock share", () => {
    for (const landUse of LAND_USES)
      for (const bedrockPct of [0, 40, 85]) {
        const parcel = assess({
          landUse,
          bedrockPct,
          grade: bedrockPct > 70 ? 4 : 1,
          slopeDeg: 30,
          open: [CROPLAND],
        });
        if (parcel.cap("RF") === 0) continue;
        expect(parcel.figure("soilLossT", "RF")).toBeLessThanOrEqual(parcel.today("soilLossT"));
        expect(parcel.figure("soilLife", "RF")).toBeLessThanOrEqual(parcel.today("soilLife"));
        expect(parcel.figure("waterM3", "RF")).toBeGreaterThanOrEqual(parcel.today("waterM3"));
        expect(parcel.figure("habitat", "RF")).toBeGreaterThanOrEqual(parcel.today("habitat"));
        expect(parcel.figure("desertification", "RF")).toBeLessThanOrEqual(parcel.today("desertification"));
      }
  });

  it("scales money, labour and capital with the plantable share", () => {
    const full = assess({ bedrockPct: 0, open: [CROPLAND] });
    const rocky = assess({ bedrockPct: 40, open: [CROPLAND] });
    for (const id of ["marginCny", "establishmentCny", "labourDays", "irrigationM3", "yieldT"] as const) {
      expect(rocky.figure(id, "RR") / full.figure(id, "RR")).toBeCloseTo(0.6, 6);
    }
    expect(rocky.today("marginCny") / full.today("marginCny")).toBeCloseTo(0.6, 6);
  });

  it("lets pepper root in cracks on at least half of the parcel", () => {
    const parcel = assess({ bedrockPct: 70, grade: 3, open: [CROPLAND] });
    expect(parcel.figure("establishmentCny", "ZP")).toBeCloseTo(0.5 * 24_000, 6);
    expect(parcel.figure("establishmentCny", "RR")).toBeCloseTo(0.3 * 30_000, 6);
  });

  it("charges closure on shrub and planting on dry land, both as public money", () => {
    const shrub = assess({ landUse: "shrub" });
    expect(shrub.figure("establishmentCny", "RF")).toBe(2_000);
    const dry = assess({ bedrockPct: 0, open: [CROPLAND] });
    expect(dry.figure("establishmentCny", "RF")).toBe(16_000);
    expect(dry.figure("publicCny", "RF")).toBe(16_000);
    expect(dry.figure("publicCny", "RR")).toBe(0);
  });

  it("pays the grant only on eligible cropland and only while it is switched on", () => {
    const steep: Site = { slopeDeg: 28, open: [CROPLAND] };
    const granted = assess(steep).figure("marginCny", "RF");
    const refused = assess(steep, { terms: { restorationGrant: false } }).figure("marginCny", "RF");
    expect(granted - refused).toBeGreaterThan(1_500 * 0.9);
    const gentle = assess({ slopeDeg: 8, open: [CROPLAND] }).figure("marginCny", "RF");
    expect(gentle).toBeLessThan(500);
  });

  it("keeps an existing stand at 70 % and renews it at 35 % of its planting", () => {
    const parcel = assess({ landUse: "orchard-tea", stand: "RR", bedrockPct: 0 });
    expect(parcel.today("labourDays") / parcel.figure("labourDays", "RN")).toBeCloseTo(0.7, 6);
    expect(parcel.today("yieldT") / parcel.figure("yieldT", "RN")).toBeCloseTo(0.7, 6);
    expect(parcel.figure("establishmentCny", "RN")).toBeCloseTo(0.35 * 30_000, 6);
    expect(parcel.figure("soilLossT", "RN")).toBe(parcel.today("soilLossT"));
  });

  it("leaves family labour unpaid for today and for options alike when asked", () => {
    const site: Site = { bedrockPct: 0, open: [CROPLAND] };
    const paid = assess(site);
    const unpaid = assess(site, { terms: { labourPaid: false } });
    expect(unpaid.today("marginCny")).toBe(8_000);
    expect(paid.today("marginCny")).toBe(2_000);
    expect(unpaid.figure("marginCny", "RR") - paid.figure("marginCny", "RR")).toBeGreaterThan(15_000);
  });

  it("takes a replaced figure through to gross value and margin", () => {
    const price: Quantity = { value: 8, unit: "CNY/kg", label: "user", source: "test" };
    const industries = OPTION_IDS.map((id) =>
      id === "RR" ? { id, figures: { priceCnyPerKg: price } } : { id },
    );
    const dear = assess({ open: [CROPLAND] }, { industries });
    expect(dear.figure("marginCny", "RR")).toBeGreaterThan(
      assess({ open: [CROPLAND] }).figure("marginCny", "RR") + 20_000,
    );
    expect(dear.figure("yieldT", "RR")).toBe(assess({ open: [CROPLAND] }).figure("yieldT", "RR"));
  });

  it("never makes a field's soil loss worse by eco-grain", () => {
    for (const landUse of ["paddy", "dry"] as const) {
      const parcel = assess({ landUse });
      expect(parcel.figure("soilLossT", "GV")).toBeLessThanOrEqual(parcel.today("soilLossT"));
    }
  });

  it("grades by the method asked for", () => {
    const site: Site = { landUse: "grass", bedrockPct: 55, grade: 1, coverPct: 25, depthCm: 15 };
    const grade = (desertificationMethod: AssessmentOverrides["desertificationMethod"]) =>
      assess(site, { desertificationMethod }).assessment.facts.get("grade")![0];
    expect(grade("layer")).toBe(1);
    expect(grade("thresholds")).toBe(3);
    expect(grade("lyt1840")).toBe(4);
  });
});
