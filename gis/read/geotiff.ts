import {
  addDecoder,
  BaseDecoder,
  fromArrayBuffer,
  type GeoTIFFImage,
  type ImageFileDirectory,
} from "geotiff";
import { findCrs, refusalOf, transformExtent } from "../crs.ts";
import type { Issue } from "../issue.ts";
import { type GisIssueCode, gisIssue } from "../issue-messages.ts";
import type { CrsCode, Extent } from "../types.ts";
import {
  BlockError,
  declaredLercValues,
  decodeLzwAtMost,
  inflateAtMost,
  isZstd,
  unpackBitsAtMost,
  unpackZstdAtMost,
} from "./decompress.ts";
import { COMPRESSION, scanTiff, type TiffDirectory } from "./tiff-directory.ts";

/** One band as a file holds it: north-up, in the file's own system; cells need not be square nor metric. */
export interface SourceRaster {
  readonly crs: CrsCode;
  readonly cols: number;
  readonly rows: number;
  /** Outer west and north edge, units of the CRS. */
  readonly originX: number;
  readonly originY: number;
  readonly cellSizeX: number;
  readonly cellSizeY: number;
  /** Row-major, north row first; NaN is no data. */
  readonly values: Float32Array;
}

export interface ReadGeotiffOptions {
  /** How the file is called in issues. */
  readonly file: string;
  /** Only the part of the image that this extent needs is decoded, two cells wider. */
  readonly within?: { readonly crs: CrsCode; readonly extent: Extent };
}

/** Most cells that are decoded at once. */
const MAX_CELLS = 64 * 1024 * 1024;

/**
 * The first band of a GeoTIFF and what was found in it.
 *
 * The file is scanned before a decoder meets it ({@link scanTiff}), every block is held to the size it must have, and
 * whatever goes wrong is an issue. The georeference may be a tie point with a scale, or a matrix without rotation;
 * south-up images are turned, pixels that stand for points are shifted by half a cell.
 */
export async function readGeotiff(
  bytes: Uint8Array,
  options: ReadGeotiffOptions,
): Promise<{ raster?: SourceRaster; issues: Issue[] }> {
  const { file } = options;
  const { opened, issues } = await openImage(bytes, file);
  if (opened === undefined) return { issues };
  const { image, directory, georeference, crs } = opened;
  const refuse = (code: GisIssueCode, context: Issue["context"] = {}) => ({
    issues: [...issues, gisIssue(code, "error", { file }, context)],
  });
  try {
    const window = pixelWindow(directory, georeference, crs, options.within);
    if (window === undefined) return refuse(...describeElsewhere(georeference, crs));
    const cells = (window[2] - window[0]) * (window[3] - window[1]);
    if (cells > MAX_CELLS) return refuse("raster-too-large", { cells, limit: MAX_CELLS });
    const read = await image.readRasters({ window, samples: [0] });
    const values = toFloat32(read[0] as ArrayLike<number>, directory);
    issues.push(...findOddValues(values, file));
    const cols = window[2] - window[0];
    const rows = window[3] - window[1];
    if (georeference.southUp) flipRows(values, cols, rows);
    return {
      raster: {
        crs,
        cols,
        rows,
        originX: georeference.originX + window[0] * georeference.cellSizeX,
        originY: georeference.southUp
          ? georeference.originY + window[3] * georeference.cellSizeY
          : georeference.originY - window[1] * georeference.cellSizeY,
        cellSizeX: georeference.cellSizeX,
        cellSizeY: georeference.cellSizeY,
        values,
      },
      issues,
    };
  } catch (error) {
    return { issues: [...issues, describeBreak(error, file)] };
  }
}

/** Rows that cannot be decoded; the finding says why. */
export class UnreadableRows extends Error {
  override readonly name = "UnreadableRows";
  constructor(readonly issue: Issue) {
    super(issue.code);
  }
}

/** An image whose rows are decoded as they are asked for. */
export interface GeotiffRows extends Omit<SourceRaster, "values"> {
  /** Rows that are stored together; asking for whole blocks decodes each of them once. */
  readonly blockRows: number;
  /**
   * Rows `[first, first + count)` counted from the north, NaN is no data or infinite.
   *
   * @throws {UnreadableRows} when a block is damaged.
   */
  readRows(first: number, count: number): Promise<Float32Array>;
}

/**
 * The first band of a GeoTIFF to be read by rows, checked as by {@link readGeotiff}; there is no limit of cells. Nothing is
 * projected here, so that any projected system in metres with an EPSG code will do.
 */
export async function openGeotiffRows(
  bytes: Uint8Array,
  file: string,
): Promise<{ rows?: GeotiffRows; issues: Issue[] }> {
  const { opened, issues } = await openImage(bytes, file, readAnyMetricCrs);
  if (opened === undefined) return { issues };
  const { image, directory, georeference, crs } = opened;
  const { width: cols, height } = directory;
  const { southUp, originX, originY, cellSizeX, cellSizeY } = georeference;
  return {
    rows: {
      crs,
      cols,
      rows: height,
      originX,
      originY: southUp ? originY + height * cellSizeY : originY,
      cellSizeX,
      cellSizeY,
      blockRows: directory.blockHeight,
      async readRows(first, count) {
        const top = southUp ? height - first - count : first;
        try {
          const read = await image.readRasters({ window: [0, top, cols, top + count], samples: [0] });
          const values = toFloat32(read[0] as ArrayLike<number>, directory);
          for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) values[i] = Number.NaN;
          if (southUp) flipRows(values, cols, count);
          return values;
        } catch (error) {
          throw new UnreadableRows(describeBreak(error, file));
        }
      },
    },
    issues,
  };
}

interface OpenedImage {
  readonly image: GeoTIFFImage;
  readonly directory: TiffDirectory;
  readonly georeference: Georeference;
  readonly crs: CrsCode;
}

/** What is known of the first image before a pixel is decoded. */
async function openImage(
  bytes: Uint8Array,
  file: string,
  crsOf: (image: GeoTIFFImage) => CrsFound = readCrs,
): Promise<{ opened?: OpenedImage; issues: Issue[] }> {
  const { directory, issues } = scanTiff(bytes, file);
  if (directory === undefined) return { issues };
  const refuse = (code: GisIssueCode, context: Issue["context"] = {}) => ({
    issues: [...issues, gisIssue(code, "error", { file }, context)],
  });
  try {
    await checkLercBlocks(bytes, directory);
    const tiff = await fromArrayBuffer(exactBuffer(bytes));
    const image = await tiff.getImage(0);
    const georeference = await readGeoreference(image);
    if (typeof georeference === "string") return refuse(georeference);
    const crs = crsOf(image);
    if (crs.code === undefined) return refuse(crs.issue, { code: crs.found });
    if (directory.samplesPerPixel > 1) {
      issues.push(
        gisIssue("raster-has-more-bands", "warning", { file }, { bands: directory.samplesPerPixel }),
      );
    }
    return { opened: { image, directory, georeference, crs: crs.code }, issues };
  } catch (error) {
    return { issues: [...issues, describeBreak(error, file)] };
  }
}

function describeBreak(error: unknown, file: string): Issue {
  if (error instanceof BlockError)
    return gisIssue(error.code, "error", { file }, { limit: error.limitBytes });
  return gisIssue("tiff-unreadable", "error", { file }, { reason: reasonOf(error) });
}

/** Decoders throw errors, some without a message, and other things. */
function reasonOf(error: unknown): string {
  return (error instanceof Error && error.message) || String(error);
}

/** geotiff reads a whole ArrayBuffer; a view into a larger one is copied out first. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength) return buffer;
  return new Uint8Array(bytes).buffer;
}

interface Georeference {
  readonly originX: number;
  /** North edge, or the south edge when `southUp`. */
  readonly originY: number;
  readonly cellSizeX: number;
  readonly cellSizeY: number;
  readonly southUp: boolean;
}

/** Where the image lies, or the code of the issue that says why it cannot be placed. */
async function readGeoreference(image: GeoTIFFImage): Promise<Georeference | GisIssueCode> {
  const directory = image.getFileDirectory();
  const load = async (tag: "ModelTransformation" | "ModelPixelScale" | "ModelTiepoint") => {
    if (!directory.hasTag(tag)) return undefined;
    const value = await directory.loadValue(tag);
    return value === undefined ? undefined : Array.from(value as ArrayLike<number>);
  };
  const matrix = await load("ModelTransformation");
  const scale = await load("ModelPixelScale");
  const tie = await load("ModelTiepoint");
  let [x, y, sx, sy] = [Number.NaN, Number.NaN, Number.NaN, Number.NaN];
  if (scale !== undefined && tie !== undefined && tie.length >= 6) {
    // More than one tie point is a warp, not a grid.
    if (tie.length > 6) return "rotated-raster";
    sx = scale[0];
    sy = -scale[1];
    x = tie[3] - tie[0] * sx;
    y = tie[4] - tie[1] * sy;
  } else if (matrix !== undefined && matrix.length >= 8) {
    if (matrix[1] !== 0 || matrix[4] !== 0) return "rotated-raster";
    [sx, sy, x, y] = [matrix[0], matrix[5], matrix[3], matrix[7]];
  }
  if (![x, y, sx, sy].every(Number.isFinite) || sx === 0 || sy === 0) return "no-georeference";
  if (sx < 0) return "rotated-raster";
  const keys = image.getGeoKeys() as { GTRasterTypeGeoKey?: number } | null;
  const PIXEL_IS_POINT = 2;
  const half = keys?.GTRasterTypeGeoKey === PIXEL_IS_POINT ? 0.5 : 0;
  return {
    originX: x - half * sx,
    originY: y - half * sy,
    cellSizeX: sx,
    cellSizeY: Math.abs(sy),
    southUp: sy > 0,
  };
}

type CrsFound = { code: CrsCode } | { code: undefined; issue: GisIssueCode; found: string };

function readCrs(image: GeoTIFFImage): CrsFound {
  const keys = image.getGeoKeys() as { ProjectedCSTypeGeoKey?: number; GeographicTypeGeoKey?: number } | null;
  const number = keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey;
  const USER_DEFINED = 32767;
  if (number === undefined) return { code: undefined, issue: "missing-crs", found: "" };
  if (number === USER_DEFINED) return { code: undefined, issue: "user-defined-crs", found: "" };
  const entry = findCrs(`EPSG:${number}`);
  if (entry !== undefined) return { code: entry.code };
  return { code: undefined, issue: refusalOf(`EPSG:${number}`), found: `EPSG:${number}` };
}

/** A system of the allow-list, or any other projected one whose keys do not say that it counts in something else. */
function readAnyMetricCrs(image: GeoTIFFImage): CrsFound {
  const found = readCrs(image);
  if (found.code !== undefined || found.issue !== "unknown-crs") return found;
  const keys = image.getGeoKeys() as {
    ProjectedCSTypeGeoKey?: number;
    ProjLinearUnitsGeoKey?: number;
  } | null;
  const METRE = 9001;
  const isMetric = (keys?.ProjLinearUnitsGeoKey ?? METRE) === METRE;
  if (keys?.ProjectedCSTypeGeoKey === undefined || !isMetric) return found;
  return { code: `EPSG:${keys.ProjectedCSTypeGeoKey}` };
}

/** Columns and rows `[left, top, right, bottom]` that the wanted extent needs; undefined when it needs none. */
function pixelWindow(
  image: TiffDirectory,
  place: Georeference,
  crs: CrsCode,
  within: ReadGeotiffOptions["within"],
): [number, number, number, number] | undefined {
  if (within === undefined) return [0, 0, image.width, image.height];
  const MARGIN_CELLS = 2;
  const [west, south, east, north] = transformExtent(within.extent, within.crs, crs);
  const rowOf = (y: number) => (place.southUp ? y - place.originY : place.originY - y) / place.cellSizeY;
  const [top, bottom] = place.southUp ? [rowOf(south), rowOf(north)] : [rowOf(north), rowOf(south)];
  const left = (west - place.originX) / place.cellSizeX;
  const right = (east - place.originX) / place.cellSizeX;
  if (!(left < image.width && right > 0 && top < image.height && bottom > 0)) return undefined;
  return [
    Math.max(0, Math.floor(left) - MARGIN_CELLS),
    Math.max(0, Math.floor(top) - MARGIN_CELLS),
    Math.min(image.width, Math.ceil(right) + MARGIN_CELLS),
    Math.min(image.height, Math.ceil(bottom) + MARGIN_CELLS),
  ];
}

/** Why an image may lie elsewhere: its numbers are degrees under a system in metres, or the other way round. */
function describeElsewhere(
  { originX: x, originY: y }: Georeference,
  code: CrsCode,
): [code: GisIssueCode, context?: Issue["context"]] {
  const looksLikeDegrees = Math.abs(x) <= 180 && Math.abs(y) <= 90;
  const isInDegrees = findCrs(code)?.kind === "geographic";
  if (looksLikeDegrees === isInDegrees) return ["raster-outside-region"];
  return [looksLikeDegrees ? "raster-in-degrees" : "raster-in-metres", { x, y, code }];
}

/** Values as float32 with NaN for the file's no-data value, which is compared in the file's own type. */
function toFloat32(read: ArrayLike<number>, directory: TiffDirectory): Float32Array {
  const values = Float32Array.from(read);
  const text = directory.noData?.trim();
  if (text === undefined || text === "" || /^[-+]?nan$/i.test(text)) return values;
  const noData = Number(text);
  if (Number.isNaN(noData)) return values;
  const isFloat32 = directory.format === "float" && directory.bits <= 32;
  const stored = isFloat32 ? Math.fround(noData) : noData;
  // Writers print float32's lowest value with few digits; it is still meant.
  const huge = directory.format === "float" && Number.isFinite(stored) && Math.abs(stored) > 1e30;
  const tolerance = huge ? Math.abs(stored) * 1e-5 : 0;
  for (let i = 0; i < values.length; i++) {
    if (read[i] === stored || (tolerance > 0 && Math.abs(read[i] - stored) <= tolerance))
      values[i] = Number.NaN;
  }
  return values;
}

/** Turns infinite values into no data and says so; an image without a single value is refused. */
function findOddValues(values: Float32Array, file: string): Issue[] {
  let infinite = 0;
  let valid = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) valid += 1;
    else if (!Number.isNaN(values[i])) {
      infinite += 1;
      values[i] = Number.NaN;
    }
  }
  const issues: Issue[] = [];
  if (infinite > 0) {
    issues.push(gisIssue("infinite-values", "warning", { file }, { count: infinite }));
  }
  if (valid === 0) issues.push(gisIssue("raster-without-data", "error", { file }));
  return issues;
}

function flipRows(values: Float32Array, cols: number, rows: number): void {
  const spare = new Float32Array(cols);
  for (let top = 0, bottom = rows - 1; top < bottom; top++, bottom--) {
    spare.set(values.subarray(top * cols, (top + 1) * cols));
    values.copyWithin(top * cols, bottom * cols, (bottom + 1) * cols);
    values.set(spare, bottom * cols);
  }
}

/** Holds every block of a LERC file to the values it must have. */
async function checkLercBlocks(bytes: Uint8Array, directory: TiffDirectory): Promise<void> {
  const { compression, blockWidth, blockHeight, bits, planar, samplesPerPixel } = directory;
  if (compression !== COMPRESSION.lerc) return;
  const blockValues = blockWidth * blockHeight * (planar === 1 ? samplesPerPixel : 1);
  const limitBytes = Math.ceil((blockValues * bits) / 8);
  for (let b = 0; b < directory.blockOffsets.length; b++) {
    const offset = directory.blockOffsets[b];
    const block = bytes.subarray(offset, offset + directory.blockByteCounts[b]);
    if (block.length === 0) continue;
    // LERC may be wrapped once more; an incompressible blob is a little larger than its values. What is unpacked here
    // is thrown away: it only proves that geotiff's own unpacking, which knows no bounds, comes to an end.
    const wrapLimit = limitBytes + Math.ceil(blockValues / 8) + 65_536;
    if (isZstd(block)) {
      await unpackZstdAtMost(block, wrapLimit);
      continue;
    }
    const blob = declaredLercValues(block) === undefined ? inflateAtMost(block, wrapLimit) : block;
    const declared = declaredLercValues(blob);
    if (declared === undefined) throw new BlockError("tiff-block-damaged", limitBytes);
    if (declared > blockValues) throw new BlockError("tiff-block-too-large", limitBytes);
  }
}

/** A decoder that yields at most the bytes of one block. */
abstract class BoundedDecoder extends BaseDecoder {
  override async decodeBlock(buffer: ArrayBufferLike): Promise<ArrayBufferLike> {
    const { tileWidth, tileHeight, bitsPerSample, planarConfiguration } = this.parameters;
    const bits = typeof bitsPerSample === "number" ? [bitsPerSample] : Array.from(bitsPerSample);
    const bitsPerCell = planarConfiguration === 2 ? bits[0] : bits.reduce((sum, b) => sum + b, 0);
    const limitBytes = Math.ceil((tileWidth * bitsPerCell) / 8) * tileHeight;
    const output = await this.decodeAtMost(new Uint8Array(buffer), limitBytes);
    // A view of the whole buffer would show geotiff the unwritten rest as zeros.
    return output.byteLength === output.buffer.byteLength ? output.buffer : output.slice().buffer;
  }

  protected abstract decodeAtMost(input: Uint8Array, limitBytes: number): Uint8Array | Promise<Uint8Array>;
}

class DeflateDecoder extends BoundedDecoder {
  protected override decodeAtMost = inflateAtMost;
}
class LzwDecoder extends BoundedDecoder {
  protected override decodeAtMost = decodeLzwAtMost;
}
class PackBitsDecoder extends BoundedDecoder {
  protected override decodeAtMost = unpackBitsAtMost;
}
class ZstdDecoder extends BoundedDecoder {
  protected override decodeAtMost = unpackZstdAtMost;
}

/** As geotiff's own, except that a strip is never taken for higher than the image: "all rows" is written 2^32 - 1. */
async function blockParameters(directory: ImageFileDirectory): Promise<BaseDecoder["parameters"]> {
  const tiled = !directory.hasTag("StripOffsets");
  const height = Number(await directory.loadValue("ImageLength"));
  const rowsPerStrip = directory.hasTag("RowsPerStrip")
    ? Number(await directory.loadValue("RowsPerStrip"))
    : height;
  return {
    tileWidth: Number(await directory.loadValue(tiled ? "TileWidth" : "ImageWidth")),
    tileHeight: tiled ? Number(await directory.loadValue("TileLength")) : Math.min(rowsPerStrip, height),
    planarConfiguration: Number((await directory.loadValue("PlanarConfiguration")) ?? 1),
    bitsPerSample: ((await directory.loadValue("BitsPerSample")) as ArrayLike<number> & number[]) ?? [1],
    predictor: Number((await directory.loadValue("Predictor")) ?? 1),
  };
}

addDecoder([COMPRESSION.deflate, COMPRESSION.deflateOld], async () => DeflateDecoder, blockParameters);
addDecoder(COMPRESSION.lzw, async () => LzwDecoder, blockParameters);
addDecoder(COMPRESSION.packBits, async () => PackBitsDecoder, blockParameters);
addDecoder(COMPRESSION.zstd, async () => ZstdDecoder, blockParameters);
