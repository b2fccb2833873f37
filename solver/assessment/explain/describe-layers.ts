import type { Region } from "#solver/region";
import type { CellSample, LayerEvidence, RasterEvidence } from "./explanation.ts";

/** What the region's layers of these ids hold under one unit; ids the region does not have are left out. */
export function describeLayers(region: Region, ids: ReadonlySet<string>, unit: number): LayerEvidence[] {
  return region.definition.layers.flatMap((layer): LayerEvidence[] => {
    if (!ids.has(layer.id)) return [];
    const note = region.alignment.find((entry) => entry.layer === layer.id);
    const origin = {
      id: layer.id,
      title: layer.title,
      file: layer.file,
      unit: layer.unit ?? "",
      label: layer.label,
      source: layer.source,
      alignment: note
        ? note.action === "none"
          ? "none"
          : `${note.action}: ${note.from} -> ${note.to}`
        : "none",
    };
    const vector = region.vectors.get(layer.id);
    if (vector) return [{ ...origin, kind: "vector", features: vector.features.length }];
    const raster = region.rasters.get(layer.id);
    if (!raster) return [];
    const samples = samplesOf(region, raster.values, unit);
    const isClass = layer.measure === "class";
    return [
      {
        ...origin,
        kind: "raster",
        band: 1,
        ...describeCells(samples, isClass),
        classes: isClass ? shareByClass(samples, layer.classes ?? []) : [],
        samples,
      },
    ];
  });
}

function samplesOf({ units, grid }: Region, values: Float32Array, unit: number): CellSample[] {
  const { offsets, cells, shares } = units.cover;
  return Array.from(cells.subarray(offsets[unit], offsets[unit + 1]), (cell, i) => ({
    column: cell % grid.cols,
    row: Math.trunc(cell / grid.cols),
    value: values[cell],
    share: shares[offsets[unit] + i],
  }));
}

type CellFigures = Pick<
  RasterEvidence,
  "cells" | "validCells" | "weight" | "validShare" | "min" | "mean" | "max"
>;

function describeCells(samples: readonly CellSample[], isClass: boolean): CellFigures {
  const valid = samples.filter(({ value }) => !Number.isNaN(value));
  const weight = sumOf(samples, ({ share }) => share);
  const validWeight = sumOf(valid, ({ share }) => share);
  const figures = {
    cells: samples.length,
    validCells: valid.length,
    weight,
    validShare: weight > 0 ? validWeight / weight : 0,
  };
  if (isClass || valid.length === 0)
    return { ...figures, min: Number.NaN, mean: Number.NaN, max: Number.NaN };
  return {
    ...figures,
    min: Math.min(...valid.map(({ value }) => value)),
    mean: sumOf(valid, ({ value, share }) => value * share) / validWeight,
    max: Math.max(...valid.map(({ value }) => value)),
  };
}

function shareByClass(
  samples: readonly CellSample[],
  legend: NonNullable<Region["definition"]["layers"][number]["classes"]>,
): RasterEvidence["classes"] {
  const areas = new Map<number, number>();
  for (const { value, share } of samples)
    if (!Number.isNaN(value)) areas.set(value, (areas.get(value) ?? 0) + share);
  const total = sumOf([...areas.values()], (area) => area);
  return [...areas]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([value, area]) => {
      const entry = legend.find((known) => known.value === value);
      const unnamed = { zh: `类别 ${value}`, en: `class ${value}` };
      return { value, id: entry?.id ?? "", title: entry?.title ?? unnamed, share: area / total };
    });
}

function sumOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
