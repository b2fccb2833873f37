import { join } from "node:path";
import { cleanText } from "#report";
import type { Command } from "./arguments.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { listSampleRegions, readRegularFile, SAMPLE_REGIONS_FOLDER } from "./region-files.ts";
import type { Terminal } from "./terminal.ts";
import { writeTable } from "./write-table.ts";

/** Lists the sample regions with their names. */
export async function listRegions(
  { json, lang }: Extract<Command, { verb: "regions" }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const regions = await Promise.all((await listSampleRegions()).map(describeRegion));
  terminal.out(
    json
      ? `${JSON.stringify({ regions })}\n`
      : `${writeTable(regions.map(({ id, name, summary }) => [id, name[lang], summary[lang]].map(cleanText)))}\n`,
  );
  return EXIT.done;
}

async function describeRegion(id: string) {
  const bytes = await readRegularFile(join(SAMPLE_REGIONS_FOLDER, id, "region.json"), `${id}/region.json`);
  const { name, summary } = JSON.parse(new TextDecoder().decode(bytes));
  return { id, name: readText(name), summary: readText(summary) };
}

function readText(value: unknown): { readonly en: string; readonly zh: string } {
  const { en, zh } = { ...(value as object) } as { en?: unknown; zh?: unknown };
  return { en: String(en ?? ""), zh: String(zh ?? "") };
}
