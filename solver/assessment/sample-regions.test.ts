import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { LAND_USES, type OptionId, type Region, readRegion } from "#solver/region";
import { type Assessment, assessRegion, type FigureId, maskSpecs } from "./index.ts";

const SAMPLES = new URL("../../sample-regions/", import.meta.url);
const PERENNIALS: readonly OptionId[] = ["RR", "ZP", "PT", "LQ", "WN", "GR", "TE", "HS", "AF", "RF", "RN"];

async function readSample(id: string): Promise<Region> {
  const read = async (path: string) => new Uint8Array(await readFile(new URL(`${id}/${path}`, SAMPLES)));
  const { region, issues } = await readRegion({ read });
  if (!region) throw new Error(JSON.stringify(issues));
  return region;
}

/** Sums over the open pairs of an option, weighted by the area it may take. */
function openHa(
  assessment: Assessment,
  option: OptionId,
  test: (unit: number) => boolean = () => true,
): number {
  const k = assessment.options.indexOf(option);
  let sum = 0;
  for (let unit = 0; unit < assessment.unitCount; unit++) {
    if (test(unit))
      sum += assessment.areaHa[unit] * assessment.gates.cap[unit * assessment.options.length + k];
  }
  return sum;
}

function share(assessment: Assessment, zone: string, unit: number): number {
  return assessment.zoneShare.get(zone)![unit];
}

describe.each(["red-maple-lake", "salad-creek", "huajiang"])("assessment of %s", (id) => {
  let region: Region;
  let assessment: Assessment;

  beforeAll(async () => {
    region = await readSample(id);
    assessment = assessRegion(region).assessment;
  }, 120_000);

  it("puts nothing perennial on basic farmland", () => {
    for (const option of PERENNIALS) {
      const k = assessment.options.indexOf(option);
      for (let unit = 0; unit < assessment.unitCount; unit++) {
        const farmland = share(assessment, "farmland", unit);
        const cap = assessment.gates.cap[unit * assessment.options.length + k];
        if (farmland > 0.005) expect(cap).toBeLessThanOrEqual(1 - farmland + 1e-6);
      }
    }
  });

  it("leaves zone I and cores to restoration", () => {
    for (const zone of ["zone-1", "core"]) {
      for (const option of assessment.options.filter((o) => o !== "RF")) {
        const inside = openHa(assessment, option, (unit) => share(assessment, zone, unit) >= 0.99);
        expect(inside).toBe(0);
      }
    }
  });

  it("keeps trellis and forage out of water zones I and II and trellis off severe land", () => {
    const inZone = (unit: number) =>
      share(assessment, "zone-1", unit) + share(assessment, "zone-2", unit) >= 0.99;
    expect(openHa(assessment, "GR", inZone)).toBe(0);
    expect(openHa(assessment, "FG", inZone)).toBe(0);
    const grade = assessment.facts.get("grade")!;
    expect(openHa(assessment, "GR", (unit) => grade[unit] === 4)).toBe(0);
  });

  it("grows no tea on limestone soil and no pitaya above 850 m", () => {
    const ph = assessment.facts.get("ph")!;
    expect(openHa(assessment, "TE", (unit) => ph[unit] > 6.5)).toBe(0);
    const tea = assessment.options.indexOf("TE");
    const soilGate = maskSpecs.findIndex((mask) => mask.id === "soil-type");
    const { offsets, reasons } = assessment.gates;
    const closedBySoil = Array.from({ length: assessment.unitCount }, (_, unit) => {
      const pair = unit * assessment.options.length + tea;
      return reasons.slice(offsets[pair], offsets[pair + 1]).includes(soilGate);
    });
    expect(closedBySoil.filter(Boolean).length).toBeGreaterThan(100);
    expect(openHa(assessment, "TE", (unit) => closedBySoil[unit])).toBe(0);
    const elevation = assessment.facts.get("elevationM")!;
    expect(openHa(assessment, "PT", (unit) => elevation[unit] > 850)).toBe(0);
  });

  it("opens every option with a minimum on clearly more land than the minimum", () => {
    for (const { option, minHa } of region.definition.problem.areas) {
      if (minHa > 0) expect(openHa(assessment, option), option).toBeGreaterThan(1.15 * minHa);
    }
  });

  it("has finite figures wherever a pair is open and nowhere a worse soil by restoration", () => {
    const { option, present } = assessment.figures;
    const restoration = assessment.options.indexOf("RF");
    for (let pair = 0; pair < assessment.gates.cap.length; pair++) {
      if (assessment.gates.cap[pair] === 0) continue;
      for (const figure of Object.keys(option) as FigureId[]) {
        if (!Number.isFinite(option[figure][pair])) throw new Error(`${figure} of pair ${pair}`);
      }
      const unit = Math.floor(pair / assessment.options.length);
      if (
        pair % assessment.options.length === restoration &&
        option.soilLossT[pair] > present.soilLossT[unit]
      )
        throw new Error(`restoration raises the loss of unit ${unit}`);
    }
    expect(openHa(assessment, "RF")).toBeGreaterThan(2_000);
  });

  it("counts today's labour and water within the limits of the problem", () => {
    const total = (figure: FigureId) =>
      assessment.figures.present[figure].reduce(
        (sum, level, unit) => sum + level * assessment.areaHa[unit],
        0,
      );
    const { labourDaysPerYear = 0, irrigationM3PerYear = 0 } = region.definition.problem;
    expect(total("labourDays")).toBeLessThan(0.6 * labourDaysPerYear);
    expect(total("irrigationM3")).toBeLessThan(0.75 * irrigationM3PerYear);
  });

  it("grows what the site is known for and not what its climate rules out", () => {
    const expected: Readonly<Record<string, readonly [grown: OptionId, ruledOut: readonly OptionId[]]>> = {
      "red-maple-lake": ["GR", ["PT", "ZP"]],
      "salad-creek": ["RR", ["PT", "LQ"]],
      huajiang: ["ZP", ["GR"]],
    };
    const [grown, ruledOut] = expected[id];
    expect(openHa(assessment, grown)).toBeGreaterThan(450);
    for (const option of ruledOut) expect(openHa(assessment, option), option).toBe(0);
  });

  it("says on which land each option may come", () => {
    const uses = (option: OptionId) =>
      LAND_USES.filter(
        (_, use) => openHa(assessment, option, (unit) => assessment.landUse[unit] === use) > 0,
      );
    expect(uses("RN")).toEqual(["orchard-tea"]);
    expect(uses("UF").every((use) => use === "forest" || use === "shrub")).toBe(true);
    expect(uses("GV").every((use) => use === "paddy" || use === "dry")).toBe(true);
    expect(uses("ET")).not.toContain("water");
  });
});
