import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { overlayShares, writeGeotiff } from "#gis";
import { formatIssue } from "./issue-messages.ts";
import { readRegion } from "./read-region.ts";
import { aParcelCollection, aRegionDefinition, aRegionFolder, encode, filesOf } from "./region.fixture.ts";

type Folder = Map<string, Uint8Array>;

async function findingsIn(
  folder: Folder,
): Promise<[code: string, file: string | undefined, layer: string | undefined][]> {
  const { region, issues } = await readRegion(filesOf(folder));
  if (issues.some((issue) => issue.severity === "error")) expect(region).toBeUndefined();
  else expect(region).toBeDefined();
  for (const issue of issues) {
    for (const locale of ["en", "zh"] as const) expect(formatIssue(issue, locale)).not.toMatch(/\{\w+\}/);
  }
  return issues.map((issue) => [issue.code, issue.where.file, issue.where.layer]);
}

/** A folder in which one file is another. */
function aFolderWith(path: string, bytes: Uint8Array | undefined): Folder {
  const folder = aRegionFolder();
  if (bytes === undefined) folder.delete(path);
  else folder.set(path, bytes);
  return folder;
}

function unitsWith(
  change: (features: ReturnType<typeof aParcelCollection>["features"]) => unknown,
): Uint8Array {
  const collection = aParcelCollection();
  change(collection.features);
  return encode(collection);
}

describe("readRegion", () => {
  it("reads, aligns and hashes every layer", async () => {
    const folder = aRegionFolder();
    const { region, issues } = await readRegion(filesOf(folder));
    expect(issues).toEqual([]);
    expect([...(region?.rasters.keys() ?? [])]).toEqual(["elevation", "land-use", "soil-type"]);
    expect([...(region?.vectors.keys() ?? [])]).toEqual(["planning-units"]);
    expect(region?.units.count).toBe(8);
    expect(region?.units.areaHa[0]).toBeCloseTo(0.36, 8);
    expect(region?.rasters.get("elevation")?.values[5]).toBe(705);
    expect(region?.alignment.map((note) => [note.layer, note.action])).toEqual([
      ["elevation", "none"],
      ["land-use", "none"],
      ["planning-units", "reprojected"],
      ["soil-type", "none"],
    ]);
    expect(region?.hashes.size).toBe(5);
    for (const [path, bytes] of folder) {
      expect(region?.hashes.get(path)).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
  });

  it("gives the same region for the same files", async () => {
    const [first, second] = [
      await readRegion(filesOf(aRegionFolder())),
      await readRegion(filesOf(aRegionFolder())),
    ];
    expect(second).toEqual(first);
  });

  it("names a missing, an empty and a forbidden file", async () => {
    expect(await findingsIn(new Map())).toEqual([["file-missing", "region.json", undefined]]);
    expect(await findingsIn(aFolderWith("layers/elevation.tif", undefined))).toEqual([
      ["file-missing", "layers/elevation.tif", "elevation"],
    ]);
    expect(await findingsIn(aFolderWith("layers/elevation.tif", new Uint8Array(0)))).toEqual([
      ["file-empty", "layers/elevation.tif", "elevation"],
    ]);
    const { issues } = await readRegion({
      read: () => Promise.reject(Object.assign(new Error("no"), { code: "not-permitted" })),
    });
    expect(issues.map((issue) => issue.code)).toEqual(["file-not-permitted"]);
  });

  it("names text that is no JSON", async () => {
    expect(await findingsIn(aFolderWith("region.json", encode("{ NaN")))).toEqual([
      ["not-json", "region.json", undefined],
    ]);
  });

  it("names damage in every layer at once", async () => {
    const folder = aRegionFolder();
    folder.set("layers/elevation.tif", folder.get("layers/elevation.tif")!.slice(0, 300));
    folder.set("layers/land-use.tif", encode("<html>"));
    folder.set("layers/planning-units.geojson", encode("[]"));
    const findings = await findingsIn(folder);
    expect(findings.map(([, file]) => file)).toEqual([
      "layers/elevation.tif",
      "layers/land-use.tif",
      "layers/planning-units.geojson",
    ]);
  });

  it("finds faulty units, and units without an id", async () => {
    const twice = unitsWith((features) => {
      features[1].id = "P-1";
      features[2].geometry = features[3].geometry;
    });
    expect(
      (await findingsIn(aFolderWith("layers/planning-units.geojson", twice))).map(([code]) => code),
    ).toEqual(["duplicate-feature-id", "unit-id-twice", "unit-shape-twice"]);
    const nameless = unitsWith((features) => delete (features[0] as { id?: string }).id);
    expect(await findingsIn(aFolderWith("layers/planning-units.geojson", nameless))).toEqual([
      ["unit-without-id", "layers/planning-units.geojson", "planning-units"],
    ]);
  });

  it.each([
    ["square metres", 3600, "area-in-other-unit"],
    ["mu", 5.4, "area-in-other-unit"],
    ["another size", 0.5, "area-differs"],
    ["hectares", 0.36, undefined],
  ])("holds stated areas in %s against the geometry", async (_, areaHa, code) => {
    const stated = unitsWith((features) => {
      for (const feature of features) Object.assign(feature.properties, { areaHa });
    });
    const findings = await findingsIn(aFolderWith("layers/planning-units.geojson", stated));
    expect(findings.map(([found]) => found)).toEqual(code ? [code] : []);
  });

  it("warns of an area limit that can only be square metres", async () => {
    const definition = aRegionDefinition();
    const areas = [{ option: "RR" as const, minHa: 0, maxHa: 20_000 }];
    const folder = aRegionFolder({ ...definition, problem: { ...definition.problem, areas } });
    expect(await findingsIn(folder)).toEqual([["area-limit-in-other-unit", "region.json", undefined]]);
  });

  it.each([
    [
      "degrees under a system in metres",
      { originX: 105.6, originY: 25.7, cellSizeM: 0.0003 },
      "raster-in-degrees",
    ],
    [
      "another part of the country",
      { originX: 760_550, originY: 3_846_160, cellSizeM: 30 },
      "raster-outside-region",
    ],
  ])("names a raster in %s", async (_, place, code) => {
    const { crs, grid } = aRegionDefinition();
    const values = new Float32Array(grid.cols * grid.rows).fill(700);
    const raster = { grid: { crs, ...grid, ...place }, values };
    const bytes = writeGeotiff(raster, { sampleType: "float32", noData: -9999 });
    expect(await findingsIn(aFolderWith("layers/elevation.tif", bytes))).toEqual([
      [code, "layers/elevation.tif", "elevation"],
    ]);
  });

  it("warns of classes that are not named, and of a layer elsewhere", async () => {
    const definition = structuredClone(aRegionDefinition());
    const layers = definition.layers.map((layer) =>
      layer.id === "land-use" ? { ...layer, classes: layer.classes?.slice(0, 1) } : layer,
    );
    const road = { ...layers[2], id: "roads", file: "layers/roads.geojson" };
    const folder = aRegionFolder({ ...definition, layers: [...layers, road] });
    const line = {
      type: "LineString",
      coordinates: [
        [104.2, 26],
        [104.3, 26],
      ],
    };
    folder.set("layers/roads.geojson", encode({ type: "Feature", id: 1, properties: {}, geometry: line }));
    expect(await findingsIn(folder)).toEqual([
      ["class-unknown", "layers/land-use.tif", "land-use"],
      ["layer-outside-region", "layers/roads.geojson", "roads"],
    ]);
  });

  it("resamples a layer on another grid and says so", async () => {
    const definition = aRegionDefinition();
    const coarse = {
      ...definition,
      grid: { ...definition.grid, cols: 5, rows: 4, cellSizeM: 90, originX: 560_500 },
    };
    const folder = aFolderWith("layers/elevation.tif", aRegionFolder(coarse).get("layers/elevation.tif"));
    const { region, issues } = await readRegion(filesOf(folder));
    expect(issues).toEqual([]);
    expect(region?.alignment[0]).toMatchObject({
      layer: "elevation",
      action: "resampled",
      from: "EPSG:4544, 90",
    });
    expect(region?.rasters.get("elevation")?.values.length).toBe(120);
  });

  it("warns of a raster that covers a part only", async () => {
    const definition = aRegionDefinition();
    const part = { ...definition, grid: { ...definition.grid, cols: 6 } };
    const folder = aFolderWith("layers/elevation.tif", aRegionFolder(part).get("layers/elevation.tif"));
    expect(await findingsIn(folder)).toEqual([["raster-covers-part", "layers/elevation.tif", "elevation"]]);
  });

  it("refuses least areas that add up to more than there is", async () => {
    const definition = structuredClone(aRegionDefinition());
    const problem = { ...definition.problem, areas: [{ option: "RR" as const, minHa: 3, maxHa: 40 }] };
    const { issues } = await readRegion(filesOf(aRegionFolder({ ...definition, problem })));
    expect(issues).toMatchObject([
      { code: "areas-exceed-region", where: { field: "problem.areas" }, context: { needHa: 3, haveHa: 2.9 } },
    ]);
  });
});

describe.each(["red-maple-lake", "salad-creek", "huajiang"])("the sample region %s", (id) => {
  const folder = new URL(`../../sample-regions/${id}/`, import.meta.url);
  const files = { read: async (path: string) => new Uint8Array(await readFile(new URL(path, folder))) };

  it("reads without an error, its cells covering exactly its parcels", async () => {
    const { region, issues } = await readRegion(files);
    expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
    const { units, grid } = region!;
    const cellHa = grid.cellSizeM ** 2 / 10_000;
    for (let unit = 0; unit < units.count; unit++) {
      let cells = 0;
      for (let i = units.cover.offsets[unit]; i < units.cover.offsets[unit + 1]; i++)
        cells += units.cover.shares[i];
      expect(Math.abs((cells * cellHa) / units.areaHa[unit] - 1)).toBeLessThan(1e-6);
    }
    // The study area is the parcels: what the overlay finds inside it is what they add up to.
    const inside = overlayShares(units, region!.vectors.get("boundary")!);
    const total = units.areaHa.reduce((sum, ha) => sum + ha, 0);
    const overlaid = units.areaHa.reduce((sum, ha, unit) => sum + ha * inside[unit], 0);
    expect(overlaid / total).toBeGreaterThan(0.995);
  });
});
