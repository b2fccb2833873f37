import { WINDOW_LAYERS, type WindowLayer } from "#gis";
import type { Bilingual } from "#solver/region";

/** Layers that need the whole surface: where water runs. */
export const FLOW_LAYERS = ["d8", "accumulation", "sinks", "twi", "ls"] as const;
export type FlowLayer = (typeof FLOW_LAYERS)[number];

export const TERRAIN_LAYERS = [...WINDOW_LAYERS, "relief", ...FLOW_LAYERS] as const;
export type TerrainLayer = WindowLayer | "relief" | FlowLayer;

/** How a layer is written and what it is. */
export interface TerrainLayerSpec {
  readonly title: Bilingual;
  readonly unit: string;
  readonly sampleType: "float32" | "uint8";
  readonly noData: number;
  readonly source: string;
}

const float = (title: Bilingual, unit: string, source: string): TerrainLayerSpec => ({
  title,
  unit,
  sampleType: "float32",
  noData: -9999,
  source,
});

/** Every layer of `fenglin terrain`, written once for help, files and documents. */
export const TERRAIN_LAYER_SPECS: Readonly<Record<TerrainLayer, TerrainLayerSpec>> = {
  slope: float({ zh: "坡度", en: "Slope" }, "deg", "Horn 1981"),
  aspect: float({ zh: "坡向", en: "Aspect (azimuth of the fall)" }, "deg", "Horn 1981"),
  hillshade: {
    title: { zh: "山体阴影", en: "Hillshade" },
    unit: "1",
    sampleType: "uint8",
    noData: 0,
    source: "Horn 1981",
  },
  tri: float({ zh: "地形粗糙指数（TRI）", en: "Terrain ruggedness index" }, "m", "Riley et al. 1999"),
  tpi: float({ zh: "地形位置指数（TPI）", en: "Topographic position index" }, "m", "Weiss 2001"),
  roughness: float({ zh: "地表起伏（3x3）", en: "Roughness (range in 3 x 3)" }, "m", "Wilson et al. 2007"),
  relief: float({ zh: "地形起伏度", en: "Relief (range in a moving window)" }, "m", "van Herk 1992"),
  d8: {
    title: { zh: "D8 流向", en: "D8 flow direction" },
    unit: "1",
    sampleType: "uint8",
    noData: 255,
    source: "O'Callaghan and Mark 1984",
  },
  accumulation: float(
    { zh: "汇流累积（上游像元数）", en: "Flow accumulation (cells upstream)" },
    "cells",
    "O'Callaghan and Mark 1984",
  ),
  sinks: {
    title: { zh: "落水点（1）", en: "Sinks where water goes underground (1)" },
    unit: "1",
    sampleType: "uint8",
    noData: 255,
    source: "Barnes et al. 2014, depressions of karst kept",
  },
  twi: float({ zh: "地形湿度指数（TWI）", en: "Topographic wetness index" }, "1", "Beven and Kirkby 1979"),
  ls: float(
    { zh: "坡长坡度因子（LS）", en: "Slope length and steepness factor (LS)" },
    "1",
    "Desmet and Govers 1996; Liu et al. 1994",
  ),
};
