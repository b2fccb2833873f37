import { describe, expect, it } from "vitest";
import { OPTION_IDS, type OptionId } from "#solver/region";
import { catalogueEntries } from "./catalogue.ts";
import { checkFigures } from "./check-figures.ts";
import { industries, libraryFor } from "./industries.ts";
import { FIGURE_NAMES } from "./industry.ts";
import { PRICE_STEPS } from "./market.ts";
import { PRESENT_USES } from "./present-uses.ts";

describe("industry library", () => {
  it("holds a land record for every option but renovation, in the order of the options", () => {
    expect(industries.map(({ id }) => id)).toEqual(OPTION_IDS.filter((id) => id !== "RN"));
  });

  it("gives every figure a unit, a label, a source and a range that holds the value", () => {
    const quantities = [
      ...industries.flatMap(({ figures }) => FIGURE_NAMES.map((name) => figures[name])),
      ...catalogueEntries.flatMap(({ figures }) => Object.values(figures)),
      ...Object.values(PRESENT_USES).flatMap(({ figures }) => Object.values(figures)),
    ];
    for (const { value, unit, label, source, range } of quantities) {
      expect(Number.isFinite(value)).toBe(true);
      expect(unit).not.toBe("");
      expect(source).not.toBe("");
      expect(["S", "K", "E", "user"]).toContain(label);
      if (range) expect(range[0] <= value && value <= range[1], `${value} in ${range}`).toBe(true);
    }
  });

  it("leaves the agreed net value of a mature year at 80 CNY a day", () => {
    const netThousand: Readonly<Partial<Record<OptionId, number>>> = {
      RR: 12,
      ZP: 10,
      PT: 30,
      LQ: 22,
      WN: 5,
      GR: 38,
      TE: 18,
      HS: 13,
      FG: 3,
      AF: 11,
      UF: 11,
      GV: 12,
    };
    for (const { id, figures } of industries) {
      const wanted = netThousand[id];
      if (wanted === undefined) continue;
      const net = figures.grossCny.value - figures.materialsCny.value - 80 * figures.labourDays.value;
      expect(Math.abs(net / 1000 - wanted), id).toBeLessThan(0.85);
    }
  });

  it("keeps envelopes in order and cover factors between 0 and 1", () => {
    for (const { id, envelope, figures } of industries) {
      for (const trapezoid of [envelope.elevationM, envelope.temperatureC, envelope.rainMm, envelope.ph]) {
        if (trapezoid)
          expect(
            [...trapezoid.corners].sort((a, b) => a - b),
            id,
          ).toEqual([...trapezoid.corners]);
      }
      for (const name of ["erosionC", "erosionP", "habitatQuality", "runoffShare", "coverEffect"] as const) {
        expect(figures[name].value >= 0 && figures[name].value <= 1, `${id} ${name}`).toBe(true);
      }
    }
  });

  it("replaces a figure for one region only and leaves unknown names out", () => {
    const days = { value: 100, unit: "d/ha", label: "user" as const, source: "survey" };
    const table = libraryFor({
      industries: [{ id: "RR", figures: { labourDays: days, noSuchFigure: days } }],
    });
    expect(table.get("RR")!.figures.labourDays).toEqual(days);
    expect(Object.keys(table.get("RR")!.figures)).not.toContain("noSuchFigure");
    expect(industries.find(({ id }) => id === "RR")!.figures.labourDays.value).toBe(300);
  });

  it("names a figure it does not know with the nearest it has, and one in another unit, and uses neither", () => {
    const figure = (value: number, unit: string) => ({
      value,
      unit,
      label: "user" as const,
      source: "survey",
    });
    const definition: Parameters<typeof checkFigures>[0] = {
      industries: [
        {
          id: "RR",
          figures: { priceCnyPerTonne: figure(4000, "CNY/t"), labourDay: figure(20, "d/mu") },
        },
        {
          id: "ZP",
          figures: { priceCnyPerKg: figure(8000, "CNY/t"), labourDays: figure(200, "d/ha") },
        },
      ],
    };
    expect(checkFigures(definition).map(({ code, where, context }) => [code, where.field, context])).toEqual([
      [
        "figure-unknown",
        "industries[0].figures.priceCnyPerTonne",
        { id: "RR", name: "priceCnyPerTonne", nearest: "priceCnyPerKg" },
      ],
      [
        "figure-unknown",
        "industries[0].figures.labourDay",
        { id: "RR", name: "labourDay", nearest: "labourDays" },
      ],
      [
        "figure-in-other-unit",
        "industries[1].figures.priceCnyPerKg",
        { id: "ZP", name: "priceCnyPerKg", unit: "CNY/t", expected: "CNY/kg" },
      ],
    ]);
    const pepper = libraryFor(definition).get("ZP")!.figures;
    expect(pepper.priceCnyPerKg).toEqual(industries.find(({ id }) => id === "ZP")!.figures.priceCnyPerKg);
    expect(pepper.labourDays.value).toBe(200);
  });

  it("steps the price down over the whole cap", () => {
    expect(PRICE_STEPS.reduce((sum, { capShare }) => sum + capShare.value, 0)).toBeCloseTo(1, 12);
  });
});
