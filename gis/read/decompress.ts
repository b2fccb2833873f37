import { Unzlib } from "fflate";
import { ZSTDDecoder } from "zstddec";

/** A block of a file that yields more than it may, or that cannot be decoded; becomes an issue, never leaves `gis/read`. */
export class BlockError extends Error {
  override readonly name = "BlockError";
  constructor(
    readonly code: "tiff-block-too-large" | "tiff-block-damaged",
    readonly limitBytes: number,
  ) {
    super(code);
  }
}

/**
 * Inflates a zlib stream and stops as soon as it yields more than `limitBytes`. The input goes in by slices, because
 * one byte can grow a thousandfold before the count is seen: small ones first, larger ones while it grows like data.
 */
export function inflateAtMost(input: Uint8Array, limitBytes: number): Uint8Array<ArrayBuffer> {
  const [SMALL_SLICE, LARGE_SLICE, ORDINARY_GROWTH] = [1024, 16_384, 8];
  const output = new Uint8Array(limitBytes);
  let length = 0;
  const stream = new Unzlib((chunk) => {
    if (length + chunk.length > limitBytes) throw new BlockError("tiff-block-too-large", limitBytes);
    output.set(chunk, length);
    length += chunk.length;
  });
  try {
    let slice = SMALL_SLICE;
    for (let start = 0; start < input.length; ) {
      const end = Math.min(start + slice, input.length);
      stream.push(input.subarray(start, end), end === input.length);
      start = end;
      slice = length < ORDINARY_GROWTH * start ? Math.min(2 * slice, LARGE_SLICE) : SMALL_SLICE;
    }
  } catch (error) {
    if (error instanceof BlockError) throw error;
    throw new BlockError("tiff-block-damaged", limitBytes);
  }
  return output.subarray(0, length);
}

/** Decodes TIFF's PackBits runs; stops beyond `limitBytes`. */
export function unpackBitsAtMost(input: Uint8Array, limitBytes: number): Uint8Array<ArrayBuffer> {
  const output = new Uint8Array(limitBytes);
  let length = 0;
  for (let i = 0; i < input.length; ) {
    const header = (input[i] << 24) >> 24;
    i += 1;
    if (header === -128) continue;
    const runLength = Math.abs(header) + 1;
    if (length + runLength > limitBytes) throw new BlockError("tiff-block-too-large", limitBytes);
    if (header < 0) {
      if (i >= input.length) throw new BlockError("tiff-block-damaged", limitBytes);
      output.fill(input[i], length, length + runLength);
      i += 1;
    } else {
      if (i + runLength > input.length) throw new BlockError("tiff-block-damaged", limitBytes);
      output.set(input.subarray(i, i + runLength), length);
      i += runLength;
    }
    length += runLength;
  }
  return output.subarray(0, length);
}

const LZW_CLEAR = 256;
const LZW_END = 257;
const LZW_FIRST = 258;
const LZW_MAX_CODES = 4096;

/**
 * Decodes TIFF's LZW (most significant bit first, early change of the code width); stops beyond `limitBytes`.
 * A string of the table is kept as where it last stood in the output, so no string is ever copied twice.
 */
export function decodeLzwAtMost(input: Uint8Array, limitBytes: number): Uint8Array<ArrayBuffer> {
  const output = new Uint8Array(limitBytes);
  const start = new Uint32Array(LZW_MAX_CODES);
  const size = new Uint32Array(LZW_MAX_CODES);
  let length = 0;
  let nextCode = LZW_FIRST;
  let width = 9;
  let previous = -1;
  let previousStart = 0;
  let buffer = 0;
  let bufferedBits = 0;
  let position = 0;
  for (;;) {
    while (bufferedBits < width && position < input.length) {
      buffer = ((buffer << 8) | input[position++]) & 0xffffff;
      bufferedBits += 8;
    }
    // Some writers leave the end code out.
    if (bufferedBits < width) break;
    const code = (buffer >> (bufferedBits - width)) & ((1 << width) - 1);
    bufferedBits -= width;
    if (code === LZW_END) break;
    if (code === LZW_CLEAR) {
      nextCode = LZW_FIRST;
      width = 9;
      previous = -1;
      continue;
    }
    const known = code < LZW_CLEAR || (code >= LZW_FIRST && code < nextCode);
    if (!known && (previous < 0 || code !== nextCode)) throw new BlockError("tiff-block-damaged", limitBytes);
    const previousSize = previous < 0 ? 0 : previous < LZW_CLEAR ? 1 : size[previous];
    const codeSize = code < LZW_CLEAR ? 1 : known ? size[code] : previousSize + 1;
    if (length + codeSize > limitBytes) throw new BlockError("tiff-block-too-large", limitBytes);
    const at = length;
    if (code < LZW_CLEAR) {
      output[length++] = code;
    } else {
      // Byte by byte: the string of a code just made ends with the byte written first here.
      const from = known ? start[code] : previousStart;
      for (let k = 0; k < codeSize; k++) output[length++] = output[from + k];
    }
    if (previous >= 0 && nextCode < LZW_MAX_CODES) {
      start[nextCode] = previousStart;
      size[nextCode] = previousSize + 1;
      nextCode += 1;
      if (nextCode + 1 >= 1 << width && width < 12) width += 1;
    }
    previous = code;
    previousStart = at;
  }
  return output.subarray(0, length);
}

const zstd = new ZSTDDecoder();

/** True when the bytes begin with a Zstandard frame. */
export function isZstd(input: Uint8Array): boolean {
  return input[0] === 0x28 && input[1] === 0xb5 && input[2] === 0x2f && input[3] === 0xfd;
}

/**
 * Unpacks Zstandard frames into a buffer of `limitBytes`, in one call. The streaming form that geotiff brings runs
 * forever on some damaged frames, and frames need not say how large they are.
 */
export async function unpackZstdAtMost(input: Uint8Array, limitBytes: number): Promise<Uint8Array> {
  await zstd.init();
  if (!isZstd(input)) throw new BlockError("tiff-block-damaged", limitBytes);
  // One byte more than allowed: a frame that fills it is too large. A failure comes back as an empty array.
  const output = zstd.decode(input, limitBytes + 1);
  if (output.length > limitBytes) throw new BlockError("tiff-block-too-large", limitBytes);
  if (output.length === 0) throw new BlockError("tiff-block-damaged", limitBytes);
  return output;
}

/** Values (columns x rows x depth) that a LERC2 blob says it holds, or undefined when it is no such blob. */
export function declaredLercValues(input: Uint8Array): number | undefined {
  if (input.length < 26) return undefined;
  if (String.fromCharCode(...input.subarray(0, 6)) !== "Lerc2 ") return undefined;
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const version = view.getInt32(6, true);
  const at = version >= 3 ? 14 : 10;
  const rows = view.getInt32(at, true);
  const cols = view.getInt32(at + 4, true);
  const depth = version >= 4 ? view.getInt32(at + 8, true) : 1;
  return rows < 0 || cols < 0 || depth < 0 ? undefined : rows * cols * depth;
}
