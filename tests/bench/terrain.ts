import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GeotiffStrips, type Grid } from "#gis";

const CHILD = fileURLToPath(new URL("terrain-once.ts", import.meta.url));
const ROUNDS = 3;
/** Beyond this many cells flow is not described: see the limit of `fenglin terrain`. */
const MAX_FLOW_CELLS = 40_000_000;

interface Line {
  readonly seconds: number;
  readonly rssMiB: number;
}

/**
 * Terrain against gdaldem: `npm run bench -- assess --cells 1e6,1e7,1e8`. Both read the same uncompressed float32 model and
 * write uncompressed files, one thread each, in turn; the best of three rounds counts. Ours is timed in the process, from
 * opening the file to the last byte written; gdaldem from start to end of its own.
 */
export async function benchTerrain(words: readonly string[]): Promise<void> {
  const sizes = (words[0] ?? "1e6,1e7,1e8").split(",").map(Number);
  const hasGdal = !spawnSync("gdaldem", ["--version"]).error;
  if (!hasGdal) console.log("gdaldem is not installed here; only our own times are printed");
  console.log("cells     task        ours s   Mcells/s   gdaldem s   ours as fast as gdaldem   peak MiB");
  for (const cells of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "fenglin-terrain-bench-"));
    try {
      const dem = join(folder, "dem.tif");
      writeModel(dem, Math.round(Math.sqrt(cells)));
      const out = join(folder, "out");
      for (const task of ["slope", "hillshade", "zonal", "all", "ls"]) {
        if (task === "ls" && cells > MAX_FLOW_CELLS) {
          print(cells, task, "not described beyond 4e7 cells");
          continue;
        }
        const ours: Line[] = [];
        const theirs: number[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          ours.push(runOurs(task, dem, out));
          if (hasGdal) theirs.push(runGdal(task, dem, join(folder, "gdal.tif")));
        }
        print(cells, task, best(ours), Math.min(...theirs));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

function best(lines: readonly Line[]): Line {
  return lines.reduce((least, line) => (line.seconds < least.seconds ? line : least));
}

function runOurs(task: string, dem: string, out: string): Line {
  const printed = execFileSync(process.execPath, ["--import", "tsx", CHILD, task, dem, out], {
    encoding: "utf8",
    maxBuffer: 1 << 20,
  });
  return JSON.parse(printed) as Line;
}

/** Seconds of the same with gdaldem; not a number where it has no such task. */
function runGdal(task: string, dem: string, out: string): number {
  const kinds = task === "all" ? ["slope", "hillshade"] : [task];
  if (task === "zonal" || task === "ls") return Number.NaN;
  const start = performance.now();
  for (const kind of kinds)
    execFileSync("gdaldem", [kind, dem, out, "-q"], { env: { ...process.env, GDAL_NUM_THREADS: "1" } });
  return (performance.now() - start) / 1000;
}

function print(cells: number, task: string, line: Line | string, gdal = Number.NaN): void {
  const head = `${cells.toExponential(0).padEnd(9)} ${(task === "all" ? "all at once" : task).padEnd(11)}`;
  if (typeof line === "string") {
    console.log(`${head} ${line}`);
    return;
  }
  const known = Number.isFinite(gdal);
  console.log(
    [
      head,
      line.seconds.toFixed(2).padStart(6),
      (cells / line.seconds / 1e6).toFixed(1).padStart(10),
      (known ? gdal.toFixed(2) : "").padStart(11),
      (known ? `${(gdal / line.seconds).toFixed(2)} x` : "").padStart(25),
      Math.round(line.rssMiB).toString().padStart(10),
    ].join(" "),
  );
}

/** A square model of hills, written row by row. */
function writeModel(path: string, side: number): void {
  const grid: Grid = {
    crs: "EPSG:4544",
    cols: side,
    rows: side,
    cellSizeM: 30,
    originX: 400_000,
    originY: 3_000_000,
  };
  const strips = new GeotiffStrips(grid, { sampleType: "float32", noData: -9999, compression: "none" });
  const file = openSync(path, "w");
  let end = strips.headLength;
  const row = new Float32Array(side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++)
      row[x] = 1000 + 200 * Math.sin(x / 50) + 150 * Math.cos(y / 70) + ((x * 7 + y * 13) % 11);
    for (const strip of strips.add(row)) {
      writeSync(file, strip, 0, strip.length, end);
      end += strip.length;
    }
  }
  const head = strips.finish();
  writeSync(file, head, 0, head.length, 0);
  closeSync(file);
}
