import type { Issue } from "../issue.ts";
import { type GisIssueCode, gisIssue } from "../issue-messages.ts";

/** Caps on what a TIFF may claim about itself. Each refusal prints the number it was held against. */
export const TIFF_LIMITS = {
  directories: 256,
  entries: 4096,
  sidePixels: 2 ** 20,
  pixels: 1e9,
  blockBytes: 64 * 1024 * 1024,
  samplesPerPixel: 256,
} as const;

/** The first image of a TIFF, as far as it decides how bytes become numbers; checked against the file's length. */
export interface TiffDirectory {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly format: "uint" | "int" | "float";
  readonly samplesPerPixel: number;
  readonly compression: number;
  readonly planar: 1 | 2;
  readonly blockWidth: number;
  readonly blockHeight: number;
  readonly blockOffsets: readonly number[];
  readonly blockByteCounts: readonly number[];
  /** Text of the GDAL_NODATA tag. */
  readonly noData?: string;
}

const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planar: 284,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  subDirectories: 330,
  sampleFormat: 339,
  noData: 42113,
} as const;

/** Bytes of one value by field type; 0 = no such type. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where the values stand in the file. */
  readonly at: number;
}

/** A finding that ends the scan; thrown inside this file only. */
class Refusal extends Error {
  constructor(
    readonly code: GisIssueCode,
    readonly context: Issue["context"],
  ) {
    super(code);
  }
}

/**
 * Reads a TIFF's directories without decoding a pixel, so that a damaged or hostile file is refused before a decoder
 * meets it: cycles, counts beyond the file, impossible sizes and types, missing or truncated blocks.
 *
 * @returns the first image and no error, or an error per refused file.
 */
export function scanTiff(bytes: Uint8Array, file: string): { directory?: TiffDirectory; issues: Issue[] } {
  try {
    return { directory: new Scanner(bytes).scan(), issues: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { issues: [gisIssue(error.code, "error", { file }, error.context)] };
  }
}

class Scanner {
  private readonly view: DataView;
  private readonly length: number;
  private little = true;
  private big = false;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }

  scan(): TiffDirectory {
    const first = this.readHeader();
    return this.describeImage(this.walkDirectories(first));
  }

  /** Decides by the leading bytes, not by the file's name, and returns where the first directory stands. */
  private readHeader(): number {
    const order = this.length >= 8 ? this.view.getUint16(0, false) : 0;
    if (order !== 0x4949 && order !== 0x4d4d) throw new Refusal("not-a-tiff", { bytes: this.length });
    this.little = order === 0x4949;
    const version = this.view.getUint16(2, this.little);
    if (version !== 42 && version !== 43) throw new Refusal("not-a-tiff", { bytes: this.length });
    this.big = version === 43;
    if (this.big && this.length < 16) throw new Refusal("tiff-truncated", { at: this.length, needed: 16 });
    return this.big ? this.uint64(8) : this.view.getUint32(4, this.little);
  }

  /** Follows the whole chain once, with a memory of where it has been, and returns the entries of the first image. */
  private walkDirectories(first: number): Map<number, Entry> {
    const seen = new Set<number>();
    let entries: Map<number, Entry> | undefined;
    for (let at = first; at !== 0; ) {
      if (seen.has(at)) throw new Refusal("tiff-cycle", { offset: at });
      if (seen.size >= TIFF_LIMITS.directories) {
        throw new Refusal("tiff-too-many-directories", { limit: TIFF_LIMITS.directories });
      }
      seen.add(at);
      const directory = this.readDirectory(at);
      entries ??= directory.entries;
      at = directory.next;
    }
    if (entries === undefined) throw new Refusal("tiff-bad-offset", { offset: first, bytes: this.length });
    return entries;
  }

  private readDirectory(at: number): { entries: Map<number, Entry>; next: number } {
    const [countBytes, entryBytes, inlineBytes] = this.big ? [8, 20, 8] : [2, 12, 4];
    if (at < (this.big ? 16 : 8) || at + countBytes > this.length) {
      throw new Refusal("tiff-bad-offset", { offset: at, bytes: this.length });
    }
    const count = this.big ? this.uint64(at) : this.view.getUint16(at, this.little);
    if (count > TIFF_LIMITS.entries) {
      throw new Refusal("tiff-too-many-entries", { count, limit: TIFF_LIMITS.entries });
    }
    const end = at + countBytes + count * entryBytes + inlineBytes;
    if (end > this.length) throw new Refusal("tiff-truncated", { at: this.length, needed: end });
    const entries = new Map<number, Entry>();
    for (let i = 0; i < count; i++) {
      const e = at + countBytes + i * entryBytes;
      const tag = this.view.getUint16(e, this.little);
      const type = this.view.getUint16(e + 2, this.little);
      const values = this.big ? this.uint64(e + 4) : this.view.getUint32(e + 4, this.little);
      const size = (TYPE_BYTES[type] ?? 0) * values;
      if (size > this.length)
        throw new Refusal("tiff-count-beyond-file", { tag, count: values, bytes: this.length });
      const inline = e + (this.big ? 12 : 8);
      const valuesAt =
        size <= inlineBytes
          ? inline
          : this.big
            ? this.uint64(inline)
            : this.view.getUint32(inline, this.little);
      if (valuesAt + size > this.length)
        throw new Refusal("tiff-truncated", { at: this.length, needed: valuesAt + size });
      if (size > 0) entries.set(tag, { type, count: values, at: valuesAt });
    }
    const subDirectories = entries.get(TAG.subDirectories);
    if (subDirectories !== undefined && subDirectories.count > TIFF_LIMITS.directories) {
      throw new Refusal("tiff-too-many-directories", { limit: TIFF_LIMITS.directories });
    }
    const nextAt = end - inlineBytes;
    return { entries, next: this.big ? this.uint64(nextAt) : this.view.getUint32(nextAt, this.little) };
  }

  private describeImage(entries: Map<number, Entry>): TiffDirectory {
    const width = this.number(entries, TAG.width, 0);
    const height = this.number(entries, TAG.height, 0);
    const tooLarge =
      width > TIFF_LIMITS.sidePixels ||
      height > TIFF_LIMITS.sidePixels ||
      width * height > TIFF_LIMITS.pixels;
    if (!(width >= 1 && height >= 1) || tooLarge) throw new Refusal("tiff-bad-size", { width, height });

    const samplesPerPixel = this.number(entries, TAG.samplesPerPixel, 1);
    if (!(samplesPerPixel >= 1 && samplesPerPixel <= TIFF_LIMITS.samplesPerPixel)) {
      throw new Refusal("tiff-bad-bands", { bands: samplesPerPixel, limit: TIFF_LIMITS.samplesPerPixel });
    }
    const { bits, format } = this.sampleType(entries);
    const compression = this.number(entries, TAG.compression, 1);
    this.checkCompression(compression, this.number(entries, TAG.predictor, 1), format);
    const planar = this.number(entries, TAG.planar, 1);
    if (planar !== 1 && planar !== 2) throw new Refusal("tiff-bad-layout", { planar });

    const tiled = entries.has(TAG.tileWidth) || entries.has(TAG.tileOffsets);
    const rowsPerStrip = this.number(entries, TAG.rowsPerStrip, height);
    const blockWidth = tiled ? this.number(entries, TAG.tileWidth, 0) : width;
    const blockHeight = tiled ? this.number(entries, TAG.tileHeight, 0) : Math.min(rowsPerStrip, height);
    const blockSamples = planar === 1 ? samplesPerPixel : 1;
    const blockBytes = Math.ceil((blockWidth * blockSamples * bits) / 8) * blockHeight;
    if (!(blockWidth >= 1 && blockHeight >= 1) || blockBytes > TIFF_LIMITS.blockBytes) {
      throw new Refusal("tiff-bad-block", {
        width: blockWidth,
        height: blockHeight,
        limit: TIFF_LIMITS.blockBytes,
      });
    }
    const across = Math.ceil(width / blockWidth);
    const down = Math.ceil(height / blockHeight);
    const blocks = across * down * (planar === 2 ? samplesPerPixel : 1);
    const offsets = this.numbers(entries, tiled ? TAG.tileOffsets : TAG.stripOffsets, blocks);
    const byteCounts = this.numbers(entries, tiled ? TAG.tileByteCounts : TAG.stripByteCounts, blocks);
    if (offsets.length < blocks || byteCounts.length < blocks) {
      throw new Refusal("tiff-missing-blocks", {
        found: Math.min(offsets.length, byteCounts.length),
        expected: blocks,
      });
    }
    const noData = this.text(entries, TAG.noData);
    for (let b = 0; b < blocks; b++) {
      if (byteCounts[b] === 0) {
        // A sparse block stands for no data; where no value says what that is, nothing may be made up.
        if (noData === undefined) throw new Refusal("tiff-missing-blocks", { found: b, expected: blocks });
        continue;
      }
      const end = offsets[b] + byteCounts[b];
      if (end > this.length) throw new Refusal("tiff-truncated", { at: this.length, needed: end });
      const rows = tiled ? blockHeight : Math.min(blockHeight, height - (b % down) * blockHeight);
      const expected = Math.ceil((blockWidth * blockSamples * bits) / 8) * rows;
      if (expected > largestYield(compression, byteCounts[b])) {
        throw new Refusal("tiff-block-too-short", { block: b, bytes: byteCounts[b], expected });
      }
    }
    return {
      width,
      height,
      bits,
      format,
      samplesPerPixel,
      compression,
      planar,
      blockWidth,
      blockHeight,
      blockOffsets: offsets,
      blockByteCounts: byteCounts,
      noData,
    };
  }

  private sampleType(entries: Map<number, Entry>): Pick<TiffDirectory, "bits" | "format"> {
    const all = this.numbers(entries, TAG.bits, TIFF_LIMITS.samplesPerPixel);
    const bits = all[0] ?? 1;
    const formats = this.numbers(entries, TAG.sampleFormat, TIFF_LIMITS.samplesPerPixel);
    const format = ({ 1: "uint", 2: "int", 3: "float", 4: "uint" } as const)[formats[0] ?? 1];
    const mixed = all.some((b) => b !== bits) || formats.some((f) => f !== (formats[0] ?? 1));
    const known =
      format === "uint"
        ? [1, 2, 4, 8, 16, 32]
        : format === "int"
          ? [8, 16, 32]
          : format === "float"
            ? [16, 32, 64]
            : [];
    if (format === undefined || mixed || !known.includes(bits)) {
      throw new Refusal("tiff-bad-sample-type", {
        bits: mixed ? all.join(", ") : bits,
        format: format ?? String(formats[0]),
        known: "uint 1 2 4 8 16 32, int 8 16 32, float 16 32 64",
      });
    }
    return { bits, format };
  }

  private checkCompression(compression: number, predictor: number, format: string): void {
    if (compression === 6 || compression === 7 || compression === 50001) {
      throw new Refusal("tiff-lossy-compression", { compression: compression === 50001 ? "WebP" : "JPEG" });
    }
    if (!KNOWN_COMPRESSIONS.has(compression)) throw new Refusal("tiff-unknown-compression", { compression });
    const known = predictor === 1 || predictor === 2 || (predictor === 3 && format === "float");
    if (!known) throw new Refusal("tiff-bad-predictor", { predictor });
  }

  private number(entries: Map<number, Entry>, tag: number, missing: number): number {
    return this.numbers(entries, tag, 1)[0] ?? missing;
  }

  /** Up to `limit` values of an integer tag. */
  private numbers(entries: Map<number, Entry>, tag: number, limit: number): number[] {
    const entry = entries.get(tag);
    if (entry === undefined) return [];
    const { view, little } = this;
    const step = TYPE_BYTES[entry.type];
    const values = new Array<number>(Math.min(entry.count, limit));
    for (let i = 0; i < values.length; i++) {
      const at = entry.at + i * step;
      switch (entry.type) {
        case 1:
          values[i] = view.getUint8(at);
          break;
        case 3:
          values[i] = view.getUint16(at, little);
          break;
        case 4:
        case 13:
          values[i] = view.getUint32(at, little);
          break;
        case 16:
        case 18:
          values[i] = this.uint64(at);
          break;
        default:
          throw new Refusal("tiff-bad-tag-type", { tag, type: entry.type });
      }
    }
    return values;
  }

  private text(entries: Map<number, Entry>, tag: number): string | undefined {
    const entry = entries.get(tag);
    if (entry === undefined || entry.type !== 2) return undefined;
    let text = "";
    for (let i = 0; i < Math.min(entry.count, 64); i++) {
      const byte = this.view.getUint8(entry.at + i);
      if (byte === 0) break;
      text += String.fromCharCode(byte);
    }
    return text;
  }

  private uint64(at: number): number {
    const value = this.view.getBigUint64(at, this.little);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw new Refusal("tiff-bad-offset", { offset: value.toString(), bytes: this.length });
    }
    return Number(value);
  }
}

export const COMPRESSION = {
  none: 1,
  lzw: 5,
  deflate: 8,
  deflateOld: 32946,
  packBits: 32773,
  lerc: 34887,
  zstd: 50000,
} as const;

const KNOWN_COMPRESSIONS: ReadonlySet<number> = new Set(Object.values(COMPRESSION));

/** Most bytes that `bytes` of input can stand for: what is expected beyond that was never written. */
function largestYield(compression: number, bytes: number): number {
  switch (compression) {
    case COMPRESSION.none:
      return bytes;
    case COMPRESSION.packBits:
      return bytes * 64;
    case COMPRESSION.deflate:
    case COMPRESSION.deflateOld:
      return bytes * 1032;
    default:
      // The others have no useful bound, a constant image shrinks to almost nothing.
      return Number.POSITIVE_INFINITY;
  }
}
