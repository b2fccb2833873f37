import { mkdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { Issue } from "#gis";
import type { Command } from "./arguments.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { reportFindings } from "./report-findings.ts";
import { runJob } from "./run-job.ts";
import { checkPlace, partNameOf, saveAll } from "./save-files.ts";
import type { Terminal } from "./terminal.ts";
import { FLOW_LAYERS, TERRAIN_LAYER_SPECS, type TerrainLayer } from "./terrain-layers.ts";
import { writeTable } from "./write-table.ts";

type TerrainCommand = Extract<Command, { verb: "terrain" }>;

/**
 * Describes an elevation model, one GeoTIFF per layer. What a small window tells and what needs the whole surface are done
 * by two threads side by side; every layer is written under a name of its own first, and all take their names at the end.
 */
export async function terrain(command: TerrainCommand, terminal: Terminal): Promise<ExitCode> {
  const { dem, out, layers, settings, json, lang } = command;
  await checkPlace(out);
  const isNew = (await mkdir(out, { recursive: true })) !== undefined;
  const places = new Map(layers.map((layer) => [layer, join(out, `${layer}.tif`)]));
  const parts = new Map([...places].map(([layer, path]) => [layer, partNameOf(path)]));
  const isFlow = (layer: TerrainLayer) => FLOW_LAYERS.some((flow) => flow === layer);
  const groups = [layers.filter((layer) => !isFlow(layer)), layers.filter(isFlow)].filter(
    (group) => group.length > 0,
  );
  try {
    const outcomes = await Promise.all(
      groups.map((group) =>
        runJob<"terrain">(
          {
            kind: "terrain",
            dem,
            files: Object.fromEntries(group.map((layer) => [layer, parts.get(layer)])),
            options: settings,
          },
          { signal: terminal.signal, onProgress: ({ rowsDone, rows }) => show(rowsDone / rows) },
        ),
      ),
    );
    clear();
    const issues = withoutRepeats(outcomes.flatMap((outcome) => outcome.issues));
    const code = reportFindings(issues, { regionWord: dem, json: false, lang, terminal });
    const grid = outcomes.find((outcome) => outcome.grid)?.grid;
    if (code !== EXIT.done || !grid) {
      if (json) terminal.out(`${JSON.stringify({ dem, issues })}\n`);
      return code;
    }
    await saveAll(
      [...places].map(([layer, path]) => ({ path, content: { staged: parts.get(layer) ?? "" } })),
      { sources: [dem, ...(settings.sinkholes ? [settings.sinkholes] : [])], signal: terminal.signal },
    );
    const sinks = outcomes.find((outcome) => outcome.sinks !== undefined)?.sinks;
    const files = Object.fromEntries(places);
    terminal.out(json ? `${JSON.stringify({ dem, grid, sinks, files, issues })}\n` : writeText(places, lang));
    return EXIT.done;
  } finally {
    clear();
    for (const part of parts.values()) await rm(part, { force: true });
    // Fails, as it should, where the layers have come to stand.
    if (isNew) await rmdir(out).catch(() => undefined);
  }

  function show(share: number): void {
    if (terminal.isWatched) terminal.err(`\r${dem}: ${Math.round(share * 100)} %`);
  }

  function clear(): void {
    if (terminal.isWatched) terminal.err("\r\u001b[K");
  }
}

/** Both threads read the same file and find the same in it. */
function withoutRepeats(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const text = JSON.stringify(issue);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function writeText(places: ReadonlyMap<TerrainLayer, string>, lang: TerrainCommand["lang"]): string {
  const rows = [...places].map(([layer, path]) => {
    const { title, unit } = TERRAIN_LAYER_SPECS[layer];
    return [path, title[lang], unit === "1" ? "" : unit];
  });
  return `${writeTable(rows)}\n`;
}
