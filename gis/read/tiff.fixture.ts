/** A TIFF put together tag by tag, so that tests can say exactly what is wrong with it. */
export interface TiffParts {
  readonly width?: number;
  readonly height?: number;
  readonly bits?: readonly number[];
  readonly sampleFormat?: number;
  readonly compression?: number;
  readonly samplesPerPixel?: number;
  readonly predictor?: number;
  readonly planar?: number;
  readonly rowsPerStrip?: number;
  readonly tile?: readonly [width: number, height: number];
  /** Bytes of every strip or tile. */
  readonly blocks?: readonly Uint8Array[];
  readonly noData?: string;
  readonly scale?: readonly number[];
  readonly tie?: readonly number[];
  readonly matrix?: readonly number[];
  /** GeoKeys as `[key, value]`. */
  readonly geoKeys?: readonly (readonly [number, number])[];
  /** Where the directory after the first stands. */
  readonly next?: number;
  /** Replaces or adds whole entries: tag, type, count, value or offset. */
  readonly raw?: readonly (readonly [tag: number, type: number, count: number, value: number])[];
}

const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const ASCII = 2;

/** Little-endian classic TIFF of 4 x 3 unsigned bytes 0..11 on EPSG:4544 unless the parts say otherwise. */
export function buildTiff(parts: TiffParts = {}): Uint8Array<ArrayBuffer> {
  const {
    width = 4,
    height = 3,
    bits = [8],
    tile,
    blocks = [Uint8Array.from({ length: 12 }, (_, i) => i)],
  } = parts;
  const entries: { tag: number; type: number; values: readonly number[] | string }[] = [
    { tag: 256, type: LONG, values: [width] },
    { tag: 257, type: LONG, values: [height] },
    { tag: 258, type: SHORT, values: bits },
    { tag: 259, type: SHORT, values: [parts.compression ?? 1] },
    { tag: 277, type: SHORT, values: [parts.samplesPerPixel ?? bits.length] },
    { tag: 284, type: SHORT, values: [parts.planar ?? 1] },
    { tag: 317, type: SHORT, values: [parts.predictor ?? 1] },
    { tag: 339, type: SHORT, values: bits.map(() => parts.sampleFormat ?? 1) },
  ];
  if (tile === undefined) entries.push({ tag: 278, type: LONG, values: [parts.rowsPerStrip ?? height] });
  else entries.push({ tag: 322, type: LONG, values: [tile[0]] }, { tag: 323, type: LONG, values: [tile[1]] });
  if (parts.matrix === undefined) {
    entries.push({ tag: 33550, type: DOUBLE, values: parts.scale ?? [30, 30, 0] });
    entries.push({ tag: 33922, type: DOUBLE, values: parts.tie ?? [0, 0, 0, 560_000, 2_846_000, 0] });
  } else entries.push({ tag: 34264, type: DOUBLE, values: parts.matrix });
  const keys = parts.geoKeys ?? [
    [1024, 1],
    [1025, 1],
    [3072, 4544],
  ];
  entries.push({
    tag: 34735,
    type: SHORT,
    values: [1, 1, 0, keys.length, ...keys.flatMap(([key, value]) => [key, 0, 1, value])],
  });
  if (parts.noData !== undefined) entries.push({ tag: 42113, type: ASCII, values: parts.noData });
  const [offsetsTag, countsTag] = tile === undefined ? [273, 279] : [324, 325];
  entries.push({ tag: offsetsTag, type: LONG, values: blocks.map(() => 0) });
  entries.push({ tag: countsTag, type: LONG, values: blocks.map((block) => block.length) });
  for (const [tag] of parts.raw ?? []) {
    const same = entries.findIndex((entry) => entry.tag === tag);
    if (same >= 0) entries.splice(same, 1);
  }

  const total = entries.length + (parts.raw?.length ?? 0);
  let end = 8 + 2 + 12 * total + 4;
  const placed = entries.map((entry) => {
    const size =
      sizeOf(entry.type) * (typeof entry.values === "string" ? entry.values.length + 1 : entry.values.length);
    const at = size <= 4 ? undefined : end;
    if (at !== undefined) end += size + (size % 2);
    return { ...entry, at };
  });
  const blockOffsets = blocks.map((block) => {
    const at = end;
    end += block.length;
    return at;
  });

  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  view.setUint16(8, total, true);
  const lines = [
    ...placed.map((entry) => ({ ...entry, raw: undefined })),
    ...(parts.raw ?? []).map((raw) => ({
      tag: raw[0],
      type: raw[1],
      values: [] as number[],
      at: undefined,
      raw,
    })),
  ].sort((a, b) => a.tag - b.tag);
  for (const [i, line] of lines.entries()) {
    const e = 10 + 12 * i;
    const values = line.tag === offsetsTag && line.raw === undefined ? blockOffsets : line.values;
    const list = typeof values === "string" ? [...`${values}\0`].map((c) => c.charCodeAt(0)) : values;
    view.setUint16(e, line.tag, true);
    view.setUint16(e + 2, line.type, true);
    view.setUint32(e + 4, line.raw?.[2] ?? list.length, true);
    if (line.raw !== undefined) view.setUint32(e + 8, line.raw[3], true);
    else if (line.at !== undefined) view.setUint32(e + 8, line.at, true);
    const at = line.at ?? e + 8;
    for (const [k, value] of list.entries()) {
      if (line.type === ASCII) view.setUint8(at + k, value);
      else if (line.type === SHORT) view.setUint16(at + 2 * k, value, true);
      else if (line.type === LONG) view.setUint32(at + 4 * k, value, true);
      else view.setFloat64(at + 8 * k, value, true);
    }
  }
  view.setUint32(10 + 12 * total, parts.next ?? 0, true);
  for (const [b, block] of blocks.entries()) bytes.set(block, blockOffsets[b]);
  return bytes;
}

function sizeOf(type: number): number {
  return type === DOUBLE ? 8 : type === LONG ? 4 : type === SHORT ? 2 : 1;
}
