import type { Measurement } from "../measure-region.ts";
import type { RegionFacts } from "../region-facts.ts";
import { FACT_NOTES, SOURCES } from "../region-sources.ts";

/** Text of a region's SOURCE.md: what is synthetic, which fact came from where, and what the files achieve. */
export function writeSourceNote(facts: RegionFacts, measurements: readonly Measurement[]): string {
  const { title, facts: rows, conflicts } = FACT_NOTES[facts.id];
  const cited = [...new Set(rows.flatMap(({ source }) => source.match(/S\d+/g) ?? []))];
  cited.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  return [
    `# ${title}: where the facts come from`,
    "",
    `This region is **synthetic**. The names of the region, its county and its river are real; no boundary, village,`,
    "zone, parcel, height or soil in it is. Everything smaller than the river carries an invented name. The layers are",
    `written by \`sample-regions/generate\` (seed ${facts.seed}) so that the shares and ranges below hold; they must never`,
    "be read as data about the real place. Licence: as the program's.",
    "",
    "Labels: **[S]** sourced, **[K]** general knowledge, unchecked, **[E]** estimate made for this sample.",
    "",
    "## Facts used",
    "",
    "| fact | value | label | source |",
    "|---|---|---|---|",
    ...rows.map(({ fact, value, label, source }) => `| ${fact} | ${value} | ${label} | ${source} |`),
    "",
    "## Targets that cannot all hold",
    "",
    ...conflicts.map((conflict) => `- ${conflict}`),
    "",
    "## Target and achieved",
    "",
    "Measured on the files. Shares are of the planning units' area; `calibration.test.ts` holds every share within",
    "3 percentage points.",
    "",
    "| | target | achieved | |",
    "|---|---|---|---|",
    ...measurements.map(
      ({ group, name, unit, target, achieved }) =>
        `| ${group}: ${name} | ${formatFigure(target)} | ${formatFigure(achieved)} | ${unit} |`,
    ),
    "",
    "## Sources",
    "",
    ...cited.map((key) => `- ${key}: ${SOURCES[key]}`),
    "",
  ].join("\n");
}

function formatFigure(value: number): string {
  return String(Math.round(value * 100) / 100);
}
