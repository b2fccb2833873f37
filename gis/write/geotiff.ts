import { zlibSync } from "fflate";
import { GisError } from "../issue.ts";
import type { Grid, Raster } from "../types.ts";

export type SampleType = "uint8" | "uint16" | "int16" | "float32";

export interface GeotiffOptions {
  readonly sampleType: SampleType;
  /** Stored value of cells that are NaN. */
  readonly noData: number;
  /** GDAL's band description. */
  readonly description?: string;
  /** GDAL's unit type. */
  readonly unit?: string;
  /** `none` trades a larger file for speed; deflate by default. */
  readonly compression?: "deflate" | "none";
  /** Packs a strip into a zlib stream; by default a small library that runs everywhere. A host may have a faster one. */
  readonly deflate?: (strip: Uint8Array) => Uint8Array;
}

/**
 * Bytes of a one-band GeoTIFF: little-endian, strips of 64 rows, deflate with predictor (2 for integers, 3 for
 * floats), CRS as an EPSG code, no hidden scale. The same raster gives the same bytes.
 *
 * @throws {GisError} `value-out-of-range` when a value does not fit the sample type exactly, or equals `noData`.
 *
 * Source: TIFF 6.0; Adobe TIFF Technical Note 3; OGC 19-008r4 (GeoTIFF 1.1).
 */
export function writeGeotiff(raster: Raster, options: GeotiffOptions): Uint8Array<ArrayBuffer> {
  const writer = new GeotiffStrips(raster.grid, options);
  const strips = [...writer.add(raster.values)];
  const head = writer.finish();
  const file = new Uint8Array(head.length + strips.reduce((sum, { length }) => sum + length, 0));
  file.set(head);
  let end = head.length;
  for (const strip of strips) {
    file.set(strip, end);
    end += strip.length;
  }
  return file;
}

/**
 * The same file row by row, for rasters that need not be in memory whole: room of `headLength` bytes is left at the
 * start, the strips follow as they come, and the head is written when the last row is there.
 */
export class GeotiffStrips {
  /** Bytes to leave free at the start of the file. */
  readonly headLength: number;
  private readonly stripLengths: number[] = [];
  private readonly pending: Float32Array;
  private pendingRows = 0;
  private rowsLeft: number;

  constructor(
    private readonly grid: Grid,
    private readonly options: GeotiffOptions,
  ) {
    this.rowsLeft = grid.rows;
    this.pending = new Float32Array(ROWS_PER_STRIP * grid.cols);
    const strips = new Array<number>(Math.ceil(grid.rows / ROWS_PER_STRIP)).fill(0);
    this.headLength = placeTags(listTags(grid, strips, options)).end;
  }

  /**
   * Takes the next rows, north first, and gives the strips that are complete. In floats NaN is no data; bytes are stored as
   * they are.
   *
   * @throws {GisError} `value-out-of-range` as {@link writeGeotiff}.
   */
  *add(values: Float32Array | Uint8Array): Generator<Uint8Array> {
    const { cols } = this.grid;
    // Bytes fit every sample type, and their mark of no data is already the file's.
    if (values instanceof Float32Array) checkValues(values, this.options);
    for (let row = 0; row * cols < values.length; row++) {
      this.pending.set(values.subarray(row * cols, (row + 1) * cols), this.pendingRows * cols);
      this.pendingRows++;
      this.rowsLeft--;
      if (this.pendingRows < ROWS_PER_STRIP && this.rowsLeft > 0) continue;
      const strip = this.encode(this.pending.subarray(0, this.pendingRows * cols));
      this.stripLengths.push(strip.length);
      this.pendingRows = 0;
      yield strip;
    }
  }

  private encode(samples: Float32Array): Uint8Array {
    const { options } = this;
    if (options.compression === "none") return encodePlain(samples, options);
    return (options.deflate ?? deflateHard)(encodeStrip(samples, this.grid.cols, options));
  }

  /**
   * The head of the file, when all rows are there.
   *
   * @throws {GisError} `file-too-large` when offsets would not fit the format's 32 bits.
   */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.rowsLeft !== 0) throw new RangeError(`${this.rowsLeft} rows are missing`);
    return assembleHead(listTags(this.grid, this.stripLengths, this.options), this.stripLengths);
  }
}

const ROWS_PER_STRIP = 64;

function deflateHard(strip: Uint8Array): Uint8Array {
  return zlibSync(strip, { level: 9 });
}

const SAMPLE_TYPES: Readonly<
  Record<SampleType, { bytes: number; format: number; min: number; max: number }>
> = {
  uint8: { bytes: 1, format: 1, min: 0, max: 255 },
  uint16: { bytes: 2, format: 1, min: 0, max: 65535 },
  int16: { bytes: 2, format: 2, min: -32768, max: 32767 },
  float32: { bytes: 4, format: 3, min: -Infinity, max: Infinity },
};

function checkValues(values: Float32Array, { sampleType, noData }: GeotiffOptions): void {
  const { min, max } = SAMPLE_TYPES[sampleType];
  const isWhole = sampleType !== "float32";
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value < min || value > max || value === noData || (isWhole && !Number.isInteger(value))) {
      throw new GisError("value-out-of-range", `${value} cannot be stored as ${sampleType}.`, {
        value,
        sampleType,
      });
    }
  }
}

/** Values as they are, little-endian like every machine this runs on. */
function encodePlain(samples: Float32Array, { sampleType, noData }: GeotiffOptions): Uint8Array {
  const stored = new Float32Array(samples);
  for (let i = 0; i < stored.length; i++) if (Number.isNaN(stored[i])) stored[i] = noData;
  const plain = {
    uint8: () => new Uint8Array(stored),
    uint16: () => new Uint16Array(stored),
    int16: () => new Int16Array(stored),
    float32: () => stored,
  }[sampleType]();
  return new Uint8Array(plain.buffer, plain.byteOffset, plain.byteLength);
}

function encodeStrip(
  samples: Float32Array,
  cols: number,
  { sampleType, noData }: GeotiffOptions,
): Uint8Array {
  const { bytes } = SAMPLE_TYPES[sampleType];
  const stored = samples.map((value) => (Number.isNaN(value) ? noData : value));
  const out = new Uint8Array(stored.length * bytes);
  for (let start = 0; start < stored.length; start += cols) {
    const row = stored.subarray(start, start + cols);
    const target = out.subarray(start * bytes, (start + cols) * bytes);
    if (sampleType === "float32") encodeFloatRow(row, target);
    else encodeIntegerRow(row, target, bytes);
  }
  return out;
}

/** Predictor 2: difference to the cell on the left. */
function encodeIntegerRow(row: Float32Array, target: Uint8Array, bytes: number): void {
  let previous = 0;
  row.forEach((value, x) => {
    const difference = value - previous;
    previous = value;
    target[x * bytes] = difference & 255;
    if (bytes === 2) target[x * 2 + 1] = (difference >> 8) & 255;
  });
}

/** Predictor 3: byte planes, most significant first, then difference to the byte on the left. */
function encodeFloatRow(row: Float32Array, target: Uint8Array): void {
  const cols = row.length;
  const view = new DataView(new ArrayBuffer(4));
  row.forEach((value, x) => {
    view.setFloat32(0, value);
    for (let plane = 0; plane < 4; plane++) target[plane * cols + x] = view.getUint8(plane);
  });
  for (let k = target.length - 1; k > 0; k--) target[k] = (target[k] - target[k - 1]) & 255;
}

interface Tag {
  readonly id: number;
  readonly type: number;
  readonly count: number;
  readonly data: Uint8Array;
}

const STRIP_OFFSETS = 273;

function listTags(grid: Grid, stripLengths: readonly number[], options: GeotiffOptions): Tag[] {
  const { bytes, format } = SAMPLE_TYPES[options.sampleType];
  const isPlain = options.compression === "none";
  const epsg = Number(grid.crs.slice("EPSG:".length));
  const tags = [
    longTag(256, [grid.cols]),
    longTag(257, [grid.rows]),
    shortTag(258, [bytes * 8]),
    shortTag(259, [isPlain ? 1 : 8]), // none or deflate
    shortTag(262, [1]), // black is zero
    longTag(
      STRIP_OFFSETS,
      stripLengths.map(() => 0),
    ),
    shortTag(277, [1]),
    longTag(278, [ROWS_PER_STRIP]),
    longTag(279, stripLengths),
    shortTag(284, [1]),
    shortTag(317, [isPlain ? 1 : options.sampleType === "float32" ? 3 : 2]),
    shortTag(339, [format]),
    doubleTag(33550, [grid.cellSizeM, grid.cellSizeM, 0]),
    doubleTag(33922, [0, 0, 0, grid.originX, grid.originY, 0]),
    // GeoKeys: projected model, pixel is area, projected CRS by code.
    shortTag(34735, [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, epsg]),
  ];
  const metadata = writeGdalMetadata(options);
  if (metadata) tags.push(asciiTag(42112, metadata));
  tags.push(asciiTag(42113, String(options.noData)));
  return tags;
}

function writeGdalMetadata({ description, unit }: GeotiffOptions): string {
  const item = (name: string, role: string, text: string) =>
    `<Item name="${name}" sample="0" role="${role}">${escapeXml(text)}</Item>`;
  const items = [
    description ? item("DESCRIPTION", "description", description) : "",
    unit ? item("UNITTYPE", "unittype", unit) : "",
  ].join("");
  return items && `<GDALMetadata>${items}</GDALMetadata>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Where the data of each tag stands that is longer than four bytes (0 for the others), and where the head ends. */
function placeTags(tags: readonly Tag[]): { readonly dataOffsets: readonly number[]; readonly end: number } {
  let end = 8 + 2 + tags.length * 12 + 4;
  const dataOffsets = tags.map(({ data }) => {
    if (data.length <= 4) return 0;
    const offset = end;
    end += data.length + (data.length & 1);
    return offset;
  });
  return { dataOffsets, end };
}

/** Header, directory, tag data; the strips follow. */
function assembleHead(tags: readonly Tag[], stripLengths: readonly number[]): Uint8Array<ArrayBuffer> {
  const { dataOffsets, end } = placeTags(tags);
  let fileEnd = end;
  const stripOffsets = stripLengths.map((length) => {
    const offset = fileEnd;
    fileEnd += length;
    return offset;
  });
  if (fileEnd >= 2 ** 32) {
    throw new GisError("file-too-large", "A GeoTIFF of 32-bit offsets ends at 4 GiB.", { bytes: fileEnd });
  }
  const file = new Uint8Array(end);
  const view = new DataView(file.buffer);
  file.set([0x49, 0x49, 42, 0]); // "II", version 42
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  tags.forEach((tag, k) => {
    const entry = 10 + k * 12;
    const data = tag.id === STRIP_OFFSETS ? longTag(tag.id, stripOffsets).data : tag.data;
    view.setUint16(entry, tag.id, true);
    view.setUint16(entry + 2, tag.type, true);
    view.setUint32(entry + 4, tag.count, true);
    if (dataOffsets[k]) view.setUint32(entry + 8, dataOffsets[k], true);
    file.set(data, dataOffsets[k] || entry + 8);
  });
  return file;
}

function shortTag(id: number, values: readonly number[]): Tag {
  const data = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, k) => {
    data.setUint16(k * 2, value, true);
  });
  return { id, type: 3, count: values.length, data: new Uint8Array(data.buffer) };
}

function longTag(id: number, values: readonly number[]): Tag {
  const data = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, k) => {
    data.setUint32(k * 4, value, true);
  });
  return { id, type: 4, count: values.length, data: new Uint8Array(data.buffer) };
}

function doubleTag(id: number, values: readonly number[]): Tag {
  const data = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, k) => {
    data.setFloat64(k * 8, value, true);
  });
  return { id, type: 12, count: values.length, data: new Uint8Array(data.buffer) };
}

function asciiTag(id: number, text: string): Tag {
  const data = new TextEncoder().encode(`${text}\0`);
  return { id, type: 2, count: data.length, data };
}
