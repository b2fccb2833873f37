import { beforeAll, describe, expect, it } from "vitest";
import { type Run, solveRegion } from "#solver";
import { createHighsEngine } from "#solver/engine";
import type { RegionFiles } from "#solver/region";
import { cropRegion } from "../tests/helpers/smaller-region.ts";
import { checksumText } from "./checksum.ts";
import { writeGeojsonReport } from "./geojson-report.ts";
import { checkReport, verifyReport } from "./verify.ts";

let files: RegionFiles;
let run: Run;
let text: string;

beforeAll(async () => {
  files = await cropRegion("huajiang", 40);
  const outcome = await solveRegion(files, { engines: [await createHighsEngine()] });
  run = outcome.run!;
  text = writeGeojsonReport({ ...run, result: run.result! }, { program: "0.1.0", engine: "highs 1.15.3" });
});

const check = (report: string) => checkReport(report, run.region, run.assessment);
const pathsOf = (report: string) => check(report).differences.map(({ path }) => path);

/** The text as a forger would leave it: its own checksum made to fit. */
function forge(report: string): string {
  const blank = report.replace(/crc32:[0-9a-f]{8}/, "crc32:--------");
  return blank.replace("crc32:--------", `crc32:${checksumText(blank)}`);
}

interface ReportJson {
  fenglin: Record<string, unknown>;
  features: { id: string; properties: Record<string, unknown>; geometry: unknown }[];
}

/** The report with one thing in it changed by a forger. */
function change(edit: (report: ReportJson) => void): string {
  const report: ReportJson = JSON.parse(text);
  edit(report);
  return forge(JSON.stringify(report));
}

/** Park and Miller's generator: the same places on every machine. */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

describe("verifyReport", () => {
  it("agrees with the report of a run, from the files alone", async () => {
    const { ok, differences, checked, refusal } = await verifyReport(text, files);
    expect({ ok, differences, refusal }).toEqual({ ok: true, differences: [], refusal: undefined });
    expect(checked.parcels).toBe(run.region.units.count);
    expect(checked.rules).toBeGreaterThan(20);
    expect(checked.totals).toBeGreaterThan(5);
  });

  it("states an objective that is the written program's optimum plus today's points", () => {
    const { evaluation, certificate } = run.result!;
    const points = run.program.benefitConstant - certificate.primal;
    // The tie-break belongs to the program, not to the objective.
    expect(Math.abs(evaluation.objective.value - points)).toBeLessThan(1e-3);
  });

  it("names the input that was changed first", async () => {
    const layer = "layers/villages.geojson";
    const changed: RegionFiles = {
      read: async (path) => {
        const bytes = await files.read(path);
        return path === layer ? new TextEncoder().encode(`${new TextDecoder().decode(bytes)} `) : bytes;
      },
    };
    const { ok, differences } = await verifyReport(text, changed);
    expect(ok).toBe(false);
    expect(differences[0].path).toBe(`fenglin/inputs/${layer}`);
  });

  it("says what is wrong with a region that cannot be read", async () => {
    const { ok, issues } = await verifyReport(text, { read: () => Promise.reject(new Error("gone")) });
    expect(ok).toBe(false);
    expect(issues).toMatchObject([{ code: "file-missing", where: { file: "region.json" } }]);
  });
});

describe("a tampered report", () => {
  const TAMPERINGS = 100;

  it(`is found out in ${TAMPERINGS} of ${TAMPERINGS} changes of one digit anywhere`, () => {
    const random = seeded(1);
    const digits = Array.from(text.matchAll(/\d/g), ({ index }) => index);
    for (let k = 0; k < TAMPERINGS; k++) {
      const at = digits[Math.floor(random.next().value * digits.length)];
      const digit = (Number(text[at]) + 1 + Math.floor(random.next().value * 9)) % 10;
      const tampered = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
      expect(check(tampered).ok, text.slice(at - 40, at + 10)).toBe(false);
    }
  });

  it(`is found out in ${TAMPERINGS} of ${TAMPERINGS} changes of one figure, though the checksum was made to fit`, () => {
    const random = seeded(2);
    const { features }: ReportJson = JSON.parse(text);
    for (let k = 0; k < TAMPERINGS; k++) {
      const unit = Math.floor(random.next().value * features.length);
      const names = Object.keys(features[unit].properties).filter(
        (name) => typeof features[unit].properties[name] === "number",
      );
      const name = names[Math.floor(random.next().value * names.length)];
      const tampered = change((report) => {
        const value = report.features[unit].properties[name] as number;
        report.features[unit].properties[name] = value === 0 ? 0.01 : value * (1 + 1e-3);
      });
      const { ok, differences } = check(tampered);
      expect(ok, `${features[unit].id} ${name}`).toBe(false);
      expect(
        differences.some(
          ({ path }) => path === `features/${features[unit].id}/${name}` || path.startsWith("fenglin/"),
        ),
      ).toBe(true);
    }
  });

  it.each<[string, (report: ReportJson) => void, string]>([
    ["a parcel taken out", ({ features }) => features.splice(3, 1), "features/"],
    ["a parcel put in twice", ({ features }) => features.push(features[0]), "features/"],
    ["an unknown parcel", ({ features }) => features.push({ ...features[0], id: "X-1" }), "features/X-1"],
    ["a moved corner", ({ features }) => moveCorner(features[5].geometry), "/geometry/"],
    [
      "a limit eased",
      ({ fenglin }) => Object.assign(fenglin.problem as object, { capitalCny: 1e9 }),
      "fenglin/",
    ],
    [
      "a weight shifted",
      ({ fenglin }) => Object.assign((fenglin.problem as { weights: object }).weights, { economy: 0.9 }),
      "fenglin/",
    ],
    [
      "a hash",
      ({ fenglin }) => Object.assign(fenglin.inputs as object, { "region.json": "0".repeat(64) }),
      "fenglin/inputs/region.json",
    ],
    [
      "a total",
      ({ fenglin }) => Object.assign((fenglin.totals as object[])[0], { planned: 1 }),
      "fenglin/totals/0/planned",
    ],
    [
      "a rule called unmet",
      ({ fenglin }) => Object.assign((fenglin.rules as object[])[0], { met: false }),
      "fenglin/rules/0/met",
    ],
    [
      "the objective",
      ({ fenglin }) => Object.assign(fenglin.objective as object, { value: 999 }),
      "fenglin/objective/value",
    ],
    [
      "the bound",
      ({ fenglin }) => Object.assign(fenglin.certificate as object, { bound: 1 }),
      "fenglin/certificate/bound",
    ],
    [
      "all prices taken away",
      ({ fenglin }) => Object.assign(fenglin.certificate as object, { prices: {} }),
      "fenglin/certificate",
    ],
    [
      "a gate's article",
      ({ fenglin }) =>
        Object.assign(Object.values((fenglin.legend as { gates: object }).gates)[0], { en: "none" }),
      "fenglin/legend/gates",
    ],
    [
      "real data claimed",
      ({ fenglin }) => Object.assign(fenglin.region as object, { synthetic: false }),
      "fenglin/region/synthetic",
    ],
    ["another engine", ({ fenglin }) => Object.assign(fenglin, { engine: "oracle" }), "fenglin/engine"],
    [
      "another whole-parcel use",
      ({ features }) => Object.assign(features[0].properties, { uses_whole: "RF:0.5" }),
      "",
    ],
    ["a member added", ({ fenglin }) => Object.assign(fenglin, { approved: true }), "fenglin/approved"],
  ])("is found out: %s", (_what, edit, path) => {
    expect(pathsOf(change(edit)).some((found) => found.includes(path))).toBe(true);
  });

  it("is found out when an industry is put where it is closed", () => {
    const { options, gates } = run.assessment;
    const pair = gates.cap.indexOf(0);
    const [unit, option] = [Math.floor(pair / options.length), options[pair % options.length]];
    const tampered = change(({ features }) => {
      Object.assign(features[unit].properties, { [`share_${option}`]: 1 });
    });
    expect(check(tampered).differences).toContainEqual({
      path: `features/${run.region.units.ids[unit]}/share_${option}`,
      kind: "rule",
      stated: "1",
      recomputed: "closed here",
    });
  });

  it("is found out when the layout is worse than claimed, though every figure was made to fit", () => {
    // Everything stays as it is: no rule is broken, yet the stated prices prove that more was possible.
    const idle = {
      ...run.result!.layout,
      share: new Float64Array(run.result!.layout.share.length),
      leading: run.result!.layout.leading.map(() => -1),
    };
    const claimed = writeGeojsonReport(
      { ...run, result: { ...run.result!, layout: idle } },
      { program: "", engine: "" },
    );
    expect(JSON.parse(claimed).fenglin.certificate.state).toBe("refused");
  });

  it("is found out when only its layout as text was changed", () => {
    expect(check(text.replace('"format":1', '"format": 1')).differences).toMatchObject([{ kind: "text" }]);
  });
});

describe("a text that is no report", () => {
  it.each([
    ["", "not-json"],
    ["{", "not-json"],
    ["[]", "not-a-report"],
    ['{"type":"FeatureCollection","features":[]}', "not-a-report"],
    ['{"type":"FeatureCollection","features":[],"fenglin":{"format":99}}', "unknown-format"],
    ['{"type":"FeatureCollection","features":[],"fenglin":{"format":1,"region":{}}}', "not-a-report"],
    [
      '{"type":"FeatureCollection","features":[null],"fenglin":{"format":1,"region":{"id":"x"}}}',
      "not-a-report",
    ],
    ["[".repeat(200_000), "too-deep"],
  ])("is refused: %.40s", (report, code) => {
    expect(check(report).refusal?.code).toBe(code);
  });

  it("does not let a key reach a prototype", () => {
    const report = change(({ features }) => {
      features[0].properties = JSON.parse(
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      );
    });
    expect(check(report).ok).toBe(false);
    expect({}).not.toHaveProperty("polluted");
  });
});

function moveCorner(geometry: unknown): void {
  const { coordinates } = geometry as { coordinates: number[][][] };
  coordinates[0][1][0] += 1e-6;
}
