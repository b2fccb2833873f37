import { describe, expect, it } from "vitest";
import { SOIL } from "./soil.ts";
import { chooseStand, rankEvenly, type StandSite } from "./stands.ts";

const SITE: StandSite = {
  elevationM: 900,
  slopeDeg: 12,
  soil: SOIL.yellow,
  soilPh: 5.2,
  bareRockPct: 30,
  habit: 0.5,
};
const HABITS = [0, 0.2, 0.4, 0.6, 0.8, 1];

describe("chooseStand", () => {
  it("grows tea on acid yellow soil only", () => {
    const onLimestone = HABITS.map((habit) =>
      chooseStand("basin", { ...SITE, soil: SOIL.limestone, soilPh: 7.2, habit }),
    );
    const onLime = HABITS.map((habit) => chooseStand("basin", { ...SITE, soilPh: 6.4, habit }));
    const onYellow = HABITS.map((habit) => chooseStand("basin", { ...SITE, habit }));
    expect([...onLimestone, ...onLime]).not.toContain("TE");
    expect(onYellow).toContain("TE");
  });

  it("grows pitaya below 850 m only", () => {
    expect(chooseStand("gorge", { ...SITE, elevationM: 700, habit: 0.9 })).toBe("PT");
    expect(HABITS.map((habit) => chooseStand("gorge", { ...SITE, elevationM: 850, habit }))).not.toContain(
      "PT",
    );
  });

  it("keeps trellises off slopes over 15 degrees", () => {
    expect(HABITS.map((habit) => chooseStand("basin", { ...SITE, slopeDeg: 18, habit }))).not.toContain("GR");
  });
});

describe("rankEvenly", () => {
  it("spreads values by their order, heavier ones taking more room", () => {
    expect(rankEvenly([5, -1, 9], [2, 1, 1])).toEqual([0.5, 0.125, 0.875]);
  });
});
