import { type FileHandle, open } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import { type GeotiffOptions, GeotiffStrips, type Grid } from "#gis";

/** A GeoTIFF that grows row by row on disk; whole only after `finish`. */
export class RowFile {
  private constructor(
    private readonly handle: FileHandle,
    private readonly strips: GeotiffStrips,
    private end: number,
  ) {}

  /** Makes the file, which must not exist yet. */
  static async create(path: string, grid: Grid, options: GeotiffOptions): Promise<RowFile> {
    const strips = new GeotiffStrips(grid, {
      ...options,
      deflate: (strip) => deflateSync(strip, { level: 6 }),
    });
    return new RowFile(await open(path, "wx", 0o644), strips, strips.headLength);
  }

  /** Takes the next rows, north first; NaN is no data, bytes are stored as they are. */
  async add(values: Float32Array | Uint8Array): Promise<void> {
    for (const strip of this.strips.add(values)) {
      await this.write(strip, this.end);
      this.end += strip.length;
    }
  }

  /** Writes the head and forces the file to disk. */
  async finish(): Promise<void> {
    await this.write(this.strips.finish(), 0);
    await this.handle.sync();
    await this.handle.close();
  }

  private async write(bytes: Uint8Array, position: number): Promise<void> {
    // A single write may be short, on a full disk above all; the next one then says why.
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}
