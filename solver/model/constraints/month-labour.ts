import type { Bilingual, OptionId } from "#solver/region";
import { labourShareOfMonth } from "../labour-months.ts";
import type { Constraint } from "./constraint.ts";

/**
 * Labour in single months: a year's days may suffice while the harvests of one month ask for more hands than there are.
 * A stand works by its own industry's calendar, renovated or not; everything else present works evenly.
 */
export const monthLabour: Constraint = {
  spec: {
    family: "labour-month",
    title: { zh: "农忙月用工量", en: "Labour in peak months" },
    unit: "d",
    formulation: "for each month m: sum A (s_km l_k - s_0m l_0) x + sum A s_0m l_0 <= L_m",
    label: "E",
    law: false,
  },
  rows: ({ problem, assessment }) =>
    (problem.labourByMonth ?? []).map(({ month, maxDays }) => {
      const { options, stand, figures, gates, areaHa } = assessment;
      const today = figures.present.labourDays.map(
        (days, unit) => days * labourShareOfMonth(stand[unit], month),
      );
      const calendarOf = (option: OptionId, unit: number) => (option === "RN" ? stand[unit] : option);
      const stream = Float64Array.from(figures.option.labourDays, (days, pair) => {
        if (!(gates.cap[pair] > 0)) return 0;
        const unit = Math.floor(pair / options.length);
        return (
          days * labourShareOfMonth(calendarOf(options[pair % options.length], unit), month) - today[unit]
        );
      });
      return {
        id: `labour-month:${month}`,
        title: monthTitle(month),
        upper: maxDays,
        constant: today.reduce((sum, days, unit) => sum + areaHa[unit] * days, 0),
        terms: [{ stream }],
      };
    }),
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

function monthTitle(month: number): Bilingual {
  return { zh: `用工量：${month} 月`, en: `Labour: ${MONTHS[month - 1]}` };
}
