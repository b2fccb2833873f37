import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REGION_FILE, type RegionDefinition } from "#solver/region";
import { cropRegion, writeRegion } from "../tests/helpers/smaller-region.ts";

const PROGRAM = fileURLToPath(new URL("./fenglin.mjs", import.meta.url));

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let base: string;
let region: string;
/** A solve whose files several tests look at. */
let first: Ending;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "fenglin-process-"));
  region = join(base, "region");
  await writeRegion(await cropRegion("huajiang", 40), region);
  first = await run(["solve", region, "--out", "first", "--write-program", "first/p.mps", "--json"]);
});

afterAll(() => rm(base, { recursive: true }));

function start(words: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...words], { cwd: base, env: { ...process.env, ...env } });
}

async function endOf(child: ChildProcess): Promise<Ending> {
  const read = (stream: NodeJS.ReadableStream | null) => {
    const chunks: Buffer[] = [];
    stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString("utf8");
  };
  const [stdout, stderr] = [read(child.stdout), read(child.stderr)];
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout: stdout(), stderr: stderr() };
}

const run = (words: readonly string[], env?: Record<string, string>) => endOf(start(words, env));

/** A copy of the little region with its definition changed. */
async function regionWith(name: string, edit: (definition: RegionDefinition) => object): Promise<string> {
  const folder = join(base, name);
  await mkdir(folder);
  await symlink(join(region, "layers"), join(folder, "elsewhere"));
  execFileSync("cp", ["-r", join(region, "layers"), folder]);
  const definition = JSON.parse(await readFile(join(region, REGION_FILE), "utf8"));
  await writeFile(join(folder, REGION_FILE), JSON.stringify(edit(definition)));
  return folder;
}

const lines = (text: string) => text.split("\n").filter(Boolean);

describe("usage", () => {
  it.each([
    [["fly"]],
    [["solve"]],
    [["solve", "huajiang", "--colour"]],
    [["solve", "huajiang", "--out"]],
    [["solve", "huajiang", "--out", "--json"]],
    [["solve", "huajiang", "--out="]],
    [["solve", "huajiang", "--json", "--json"]],
    [["solve", "huajiang", "--engine", "cplex"]],
    [["solve", "huajiang", "--time-limit=-1"]],
    [["assess", "huajiang"]],
    [["\u001b[31m\u202e"]],
    [["x".repeat(100_000)]],
  ])("exits 2 with one line: %.60j", async (words) => {
    const { code, stdout, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(lines(stderr)).toHaveLength(1);
    expect(stderr).toMatch(/^fenglin: .*\(see: fenglin help\)\n$/);
    expect(stderr).not.toMatch(/[\u202e]|\p{Cc}(?!$)/u);
  });

  it("helps on request, in both languages, and tells its version", async () => {
    const [english, chinese, version] = await Promise.all([
      run(["help"]),
      run(["solve", "--help", "--lang", "zh"]),
      run(["--version"]),
    ]);
    expect([english.code, chinese.code, version.code]).toEqual([0, 0, 0]);
    expect(english.stdout).toContain("verify <report.geojson>");
    expect(chinese.stdout).toContain("求解时间上限");
    expect(version.stdout).toMatch(/^fenglin \d+\.\d+\.\d+\n$/);
  });

  it("lists the regions", async () => {
    const { code, stdout } = await run(["regions", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).regions.map(({ id }: { id: string }) => id)).toEqual([
      "huajiang",
      "red-maple-lake",
      "salad-creek",
    ]);
  });
});

describe("input", () => {
  it.each([
    ["atlantis"],
    ["/dev/zero"],
    ["/proc/self/status"],
    ["."],
    ["pipe"],
    ["empty.json"],
    ["list.json"],
  ])("exits 3 for %s", async (word) => {
    await writeFile(join(base, "empty.json"), "");
    await writeFile(join(base, "list.json"), "[]");
    execFileSync("sh", ["-c", 'test -p "$1" || mkfifo "$1"', "sh", join(base, "pipe")]);
    const { code, stdout, stderr } = await run(["solve", word, "--out", "never"]);
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain(word === "." ? "region.json" : word);
  });

  it("names file, field and remedy of every finding at once, and writes nothing", async () => {
    const folder = await regionWith("broken", (definition) => ({
      ...definition,
      problem: { ...definition.problem, capitalCny: -5, labourByVillage: "yes" },
    }));
    const { code, stdout, stderr } = await run(["solve", folder, "--out", "never", "--json"]);
    expect(code).toBe(3);
    expect(
      JSON.parse(stdout)
        .issues.map(({ where }: { where: { field: string } }) => where.field)
        .sort(),
    ).toEqual(["problem.capitalCny", "problem.labourByVillage"]);
    expect(lines(stderr)).toHaveLength(2);
    await expect(readdir(join(base, "never"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("names the layers that are missing, truncated, or led out of the region", async () => {
    const folder = await regionWith("damaged", (definition) => definition);
    await rm(join(folder, "layers/roads.geojson"));
    await truncate(join(folder, "layers/elevation.tif"), 5_000);
    await rm(join(folder, "layers/soil-ph.tif"));
    await symlink(join(region, "layers/soil-ph.tif"), join(folder, "layers/soil-ph.tif"));
    const { code, stderr } = await run(["solve", folder]);
    expect(code).toBe(3);
    for (const layer of ["roads.geojson", "elevation.tif", "soil-ph.tif"])
      expect(stderr).toContain(`layers/${layer}`);
  });

  it("makes control characters of a name visible", async () => {
    const folder = await regionWith("hostile", (definition) => ({
      ...definition,
      name: { zh: "花江", en: "\u001b[2J\u202eHua\u0007" },
    }));
    const { code, stdout } = await run(["solve", folder]);
    expect(code).toBe(0);
    expect(stdout).toContain("\\u{1B}[2J\\u{202E}Hua\\u{7}");
    expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

describe("a solve", () => {
  it("prints one JSON object, writes report and program, and the report verifies", async () => {
    const { code, stdout } = first;
    expect(code).toBe(0);
    expect(lines(stdout)).toHaveLength(1);
    const summary = JSON.parse(stdout);
    expect(Object.keys(summary)).toEqual([
      "region",
      "engine",
      "termination",
      "objective",
      "certificate",
      "totals",
      "timings",
      "files",
    ]);
    expect(summary).toMatchObject({
      region: "huajiang",
      engine: "highs",
      termination: { reason: "optimal" },
      certificate: { state: "verified" },
      files: [join("first", "huajiang.geojson"), join("first", "p.mps")],
    });
    expect(Object.keys(summary.certificate)).toEqual(["state", "primal", "bound", "gap", "maxResidual"]);
    expect(summary.certificate.bound).toBeLessThanOrEqual(summary.certificate.primal + 1e-9);
    expect((await readdir(join(base, "first"))).sort()).toEqual(["huajiang.geojson", "p.mps"]);

    const { fenglin } = JSON.parse(await readFile(join(base, "first/huajiang.geojson"), "utf8"));
    for (const { id, planned } of fenglin.totals) {
      expect(Math.abs(summary.totals[id].planned - planned)).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(planned)),
      );
    }

    const verified = await run(["verify", "first/huajiang.geojson", "--region", region]);
    expect(verified).toMatchObject({ code: 0, stderr: expect.not.stringContaining("error") });
    expect(verified.stdout).toMatch(/^Verified/);
  });

  it("writes the same bytes in another language, time zone and over an older file", async () => {
    await mkdir(join(base, "second"));
    await writeFile(join(base, "second/huajiang.geojson"), "older");
    const words = ["solve", region, "--out", "second", "--write-program", "second/p.mps", "--lang", "zh"];
    const { code, stdout } = await run(words, { LC_ALL: "de_DE.UTF-8", TZ: "Pacific/Kiritimati" });
    expect(code).toBe(0);
    expect(stdout).toContain("模型内最优（已复核）");
    for (const name of ["huajiang.geojson", "p.mps"]) {
      expect(await readFile(join(base, "second", name))).toEqual(await readFile(join(base, "first", name)));
    }
  });

  it("exits 10 when no layout meets all rules, names the rules and writes nothing", async () => {
    const folder = await regionWith("impossible", (definition) => ({
      ...definition,
      problem: {
        ...definition.problem,
        areas: [{ option: "ZP", minHa: 5, maxHa: 10 }],
        capitalCny: 0,
      },
    }));
    const { code, stdout } = await run(["solve", folder, "--out", "none", "--json"]);
    expect(code).toBe(10);
    const summary = JSON.parse(stdout);
    expect(summary.termination.reason).toBe("infeasible");
    expect(summary.termination.rows.length).toBeGreaterThan(0);
    expect(summary).toMatchObject({ objective: null, certificate: null, files: [] });
    await expect(readdir(join(base, "none"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("exits 12 when the time is up before a layout is found", async () => {
    const { code, stdout } = await run([
      "solve",
      region,
      "--time-limit",
      "0.000001",
      "--out",
      "late",
      "--json",
    ]);
    expect(code).toBe(12);
    expect(JSON.parse(stdout).termination).toMatchObject({ limit: "time" });
  });

  it("exits 11 for a report that does not agree, 3 for a text that is no report", async () => {
    const text = await readFile(join(base, "first/huajiang.geojson"), "utf8");
    const file = join(base, "tampered.geojson");
    await writeFile(file, text.replace('"share_as_is":1', '"share_as_is":0'));
    await writeFile(join(base, "no-report.geojson"), '{"type":"FeatureCollection","features":[]}');
    const [tampered, none, missing] = await Promise.all([
      run(["verify", file, "--region", region, "--json"]),
      run(["verify", "no-report.geojson", "--region", region]),
      run(["verify", "nowhere.geojson"]),
    ]);
    expect([tampered.code, none.code, missing.code]).toEqual([11, 3, 3]);
    expect(JSON.parse(tampered.stdout)).toMatchObject({ ok: false });
    expect(tampered.stdout).toMatch(/"path":"features\/[^"]*\/share_as_is"/);
  });
});

describe("output", () => {
  it.each([
    ["a file in the folder's place", async () => writeFile(join(base, "plain"), "kept"), "plain"],
    ["a folder nobody may write to", async () => undefined, "/proc/fenglin"],
  ])("exits 4 for %s", async (_what, prepare, out) => {
    await prepare();
    const { code, stdout, stderr } = await run(["solve", region, "--out", out]);
    expect(code).toBe(4);
    expect(stdout).toBe("");
    expect(stderr).toContain("nothing was written");
  });

  it("never writes over a file it read, and then writes nothing else either", async () => {
    const source = join(region, "layers/villages.geojson");
    const before = await readFile(source);
    const { code } = await run(["solve", region, "--out", "beside", "--write-program", source]);
    expect(code).toBe(4);
    expect(await readFile(source)).toEqual(before);
    await expect(readdir(join(base, "beside"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("ends quietly when its reader stops reading", async () => {
    const child = start(["help"]);
    child.stdout?.destroy();
    expect(await endOf(child)).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("an interruption", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s exits %d at once and writes nothing", async (signal, code) => {
    const out = `interrupted-${signal}`;
    const child = start(["solve", "huajiang", "--out", out]);
    const ending = endOf(child);
    await whenBusy(child);
    const started = performance.now();
    child.kill(signal);
    expect((await ending).code).toBe(code);
    expect(performance.now() - started).toBeLessThan(5_000);
    await expect(readdir(join(base, out))).rejects.toMatchObject({ code: "ENOENT" });
  });
});

/** Resolves once a process has used some seconds of computing: by then its thread is at work, on any machine. */
async function whenBusy({ pid }: ChildProcess): Promise<void> {
  const usedTicks = async () => {
    // User and system time in hundredths of a second, the 12th and 13th field after the name in parentheses.
    const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).replace(/^.*\) /, "").split(" ");
    return Number(fields[11]) + Number(fields[12]);
  };
  while ((await usedTicks()) < 300) await new Promise((resolve) => setImmediate(resolve));
}

describe("a written program", () => {
  it("is solved again to the same optimum, with its certificate", async () => {
    const { code, stdout } = await run(["solve-program", "first/p.mps", "--json"]);
    expect(code).toBe(0);
    const again = JSON.parse(stdout);
    const { certificate } = JSON.parse(first.stdout);
    expect(again.engine).toBe("dual");
    expect(again.program.assignment).toBe(true);
    expect(again.certificate.state).toBe("verified");
    expect(again.objective / certificate.primal).toBeCloseTo(1, 8);
  });

  it("that is none is refused with the line and what to do", async () => {
    await writeFile(join(base, "bad.mps"), "NAME x\nROWS\n N z\n L a\nCOLUMNS\n x a NaN\nENDATA\n");
    const { code, stdout, stderr } = await run(["solve-program", "bad.mps"]);
    expect(code).toBe(3);
    expect(stdout).toBe("");
    expect(stderr).toContain("line 6");
    expect(stderr).toContain("NaN is no finite number");
  });

  it("that contradicts itself ends with the code for it and a proof", async () => {
    const text = "NAME x\nROWS\n N z\n L a\n G b\nCOLUMNS\n x a 1 b 1\n y a 1 b 2\nRHS\n r a 1 b 3\nENDATA\n";
    await writeFile(join(base, "clash.mps"), text);
    const { code, stdout } = await run(["solve-program", "clash.mps", "--json"]);
    expect(code).toBe(10);
    expect(JSON.parse(stdout).infeasibilityProven).toBe(true);
  });
});

describe("an assessment", () => {
  it("writes criterion rasters, suitability rasters and one line per parcel and industry", async () => {
    const { code, stdout } = await run(["assess", region, "--out", "assessed", "--json"]);
    expect(code).toBe(0);
    const { files, parcels } = JSON.parse(stdout);
    expect(files.length).toBeGreaterThan(20);
    const scores = await readFile(join(base, "assessed/parcel-scores.csv"), "utf8");
    expect(lines(scores)).toHaveLength(1 + parcels * 15);
    expect(await readdir(join(base, "assessed/suitability"))).toContain("ZP.tif");
  });
});
